import jsforce from "jsforce";
import type { Connection } from "jsforce";
import { fixedClock } from "../../clock.ts";
import { startLocalOrg } from "../../startLocalOrg.ts";
import type { LocalOrg, LocalOrgOptions } from "../../startLocalOrg.ts";

export interface Connected {
    readonly localOrg: LocalOrg;
    readonly connection: Connection;
    /** What the server told its log. */
    readonly logged: readonly string[];
}

export const today = "2026-06-30";

/** A local org as new, and jsforce signed in to it as the administrator. */
export async function connect(options: LocalOrgOptions = {}): Promise<Connected> {
    const logged: string[] = [];
    const log = (line: string): void => void logged.push(line);
    const localOrg = await startLocalOrg({ clock: fixedClock(today), log, ...options });
    return { localOrg, connection: connectionAs(localOrg, localOrg.token), logged };
}

export function connectionAs({ url }: Pick<LocalOrg, "url">, token: string): Connection {
    return new jsforce.Connection({ instanceUrl: url, accessToken: token, version: "66.0" });
}

/** A request as written, for what jsforce would not send. */
export async function ask(
    { localOrg }: Pick<Connected, "localOrg">,
    method: string,
    path: string,
    options: { body?: unknown; token?: string; headers?: Record<string, string> } = {}
): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await fetch(localOrg.url + path, {
        method,
        headers: { Authorization: `Bearer ${options.token ?? localOrg.token}`, ...options.headers },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) })
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text), headers: response.headers };
}

/** The Id of a record that must have been created. */
export async function create(connection: Connection, object: string, fields: Record<string, unknown>): Promise<string> {
    const result = await connection.sobject(object).create(fields);
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result.id;
}

export const opportunityFields = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };
