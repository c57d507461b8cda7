import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { deployPackage } from "../org/deployPackage.ts";
import { startLocalOrg } from "../org/localOrg.ts";
import type { RunningLocalOrg } from "../org/localOrg.ts";
import type { StageTimer } from "../terminal/stageTimer.ts";
import { buildBaseComponents } from "./build/buildBaseComponents.ts";
import { buildPage } from "./build/buildPage.ts";
import { followChanges } from "./server/liveChanges.ts";
import { raiseLevels } from "./raiseLevels.ts";
import { createPageServer } from "./server/pageServer.ts";
import { signInPeople } from "./server/people.ts";

export interface OpenPage {
    /** `http://127.0.0.1:PORT/`; `?user=rep|admin&language=en|zh_TW|zh_CN&record=ID` say more. */
    readonly url: string;
    /** What the page shows, as its administrator meets it. */
    readonly org: RunningLocalOrg;
    close(): Promise<void>;
}

/** Seconds that each step may take on two slow cores, the base components built before. */
const budgets = { start: 15, deploy: 40, build: 10 } as const;

const clock = z.object({ now: z.string() });

/** The record page on a local org of its own, with the sample pipeline and the package. Port 0: a free one. */
export async function openPage(timer: StageTimer, port = 0): Promise<OpenPage> {
    const page = await timer.time("Building the page and its panel", budgets.build, buildPage);
    const baseComponents = await timer.time("Building Salesforce's base components, if need be", null, () =>
        buildBaseComponents(page.imports)
    );
    const org = await timer.time("Starting a local org with a sample pipeline", budgets.start, () =>
        startLocalOrg(["--sample"])
    );
    try {
        await timer.time("Deploying the package to it", budgets.deploy, () => deployPackage(org));
        await raiseLevels(org);
        const live = followChanges(org);
        const people = await signInPeople(org);
        const server = createPageServer({
            ...{ orgUrl: org.url, people, page, baseComponents, live },
            now: () => nowOf(org),
            reportFault: (error) =>
                process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
        });
        await listen(server, port);
        const close = async (): Promise<void> => {
            live.stop();
            await stop(server);
            await org.stop();
        };
        return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, org, close };
    } catch (error) {
        await org.stop();
        throw error;
    }
}

async function nowOf({ url, token }: RunningLocalOrg): Promise<string> {
    const response = await fetch(`${url}/local-org/changes`, { headers: { Authorization: `Bearer ${token}` } });
    return clock.parse(await response.json()).now;
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => {
            const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
            reject(isTaken ? new CannotStart(`Port ${port} can't be used (${error.code}); choose another.`) : error);
        });
        server.listen(port, "127.0.0.1", resolve);
    });
}

function stop(server: Server): Promise<void> {
    return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
    });
}
