import type { ServerResponse } from "node:http";
import { z } from "zod";
import type { RunningLocalOrg } from "../../org/localOrg.ts";

/** How soon a page learns of a change, in seconds; the page says so. */
export const refreshSeconds = 1;

const answer = z.object({ changes: z.number() });

/** Tells open pages, by server-sent events, that records of the org changed. */
export interface LiveChanges {
    /** Keeps the response open until its page goes. */
    addListener(response: ServerResponse): void;
    stop(): void;
}

/** Asks the org twice within `refreshSeconds`, and only while a page listens. */
export function followChanges(org: Pick<RunningLocalOrg, "url" | "token">): LiveChanges {
    const listeners = new Set<ServerResponse>();
    let known: number | null = null;
    const look = async (): Promise<void> => {
        if (listeners.size === 0) return;
        const changes = await countChanges(org);
        const isNews = changes !== null && known !== null && changes !== known;
        known = changes ?? known;
        if (isNews) listeners.forEach((response) => response.write("event: changed\ndata: {}\n\n"));
    };
    const timer = setInterval(() => void look(), (refreshSeconds * 1000) / 2);
    return {
        addListener: (response) => {
            response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
            response.write(": listening\n\n");
            listeners.add(response);
            response.once("close", () => listeners.delete(response));
        },
        stop: () => {
            clearInterval(timer);
            listeners.forEach((response) => response.end());
        }
    };
}

/** Null while the org does not answer: the page itself says so when it asks. */
async function countChanges({ url, token }: Pick<RunningLocalOrg, "url" | "token">): Promise<number | null> {
    try {
        const response = await fetch(`${url}/local-org/changes`, { headers: { Authorization: `Bearer ${token}` } });
        return answer.parse(await response.json()).changes;
    } catch (error) {
        if (error instanceof TypeError) return null;
        throw error;
    }
}
