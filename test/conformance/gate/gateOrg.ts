/** A local org with the repository's gate deployed, and short ways to ask it as any client would: over HTTP. */
import { fixedClock } from "../../../local-org/clock.ts";
import { startLocalOrg } from "../../../local-org/startLocalOrg.ts";
import type { TransactionCounts } from "../../../local-org/save/transactionLog.ts";
import { readSourceFiles, zipOfSource, type SourceFiles } from "./repositoryPackage.ts";

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

export interface Answer {
    readonly status: number;
    readonly body: unknown;
}

export interface GateOrg {
    readonly today: string;
    /** For clients that bring a connection of their own. */
    readonly url: string;
    readonly token: string;
    /** Below `/services/data/v66.0`; `/local-org` stays as it is. Text is sent as CSV. As the administrator unless told. */
    send(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
    /** The Ids of the new records, all of which must have been saved. */
    create(object: string, records: readonly Fields[], token?: string): Promise<string[]>;
    query(soql: string, token?: string): Promise<Record<string, unknown>[]>;
    /** Throws with what was refused. */
    deploy(source: SourceFiles): Promise<void>;
    /** A new user's session, holding these permission sets. */
    signIn(alias: string, profile: string, permissionSets: readonly string[]): Promise<Person>;
    /** From now on; "YYYY-MM-DD" is noon of that day. */
    setClock(now: string): Promise<void>;
    /** What the transactions cost that `work` caused. */
    costOf(work: () => Promise<unknown>): Promise<TransactionCounts[]>;
    /** Gives the way back to the org as it is now. */
    keep(): Promise<() => Promise<void>>;
    close(): Promise<void>;
}

export interface Person {
    readonly id: string;
    readonly token: string;
}

export const today = "2026-06-30";

/** Deploys the repository's gate, or what stands in its place. */
export async function openGateOrg(source: SourceFiles = readSourceFiles()): Promise<GateOrg> {
    const server = await startLocalOrg({ clock: fixedClock(today) });
    const send: GateOrg["send"] = (method, path, body, token = server.token) =>
        request(server.url, { method, path, body, token });
    const create: GateOrg["create"] = (object, records, token) => createAll(send, object, records, token);
    const query: GateOrg["query"] = async (soql, token) =>
        (wanted(await send("GET", `/query?q=${encodeURIComponent(soql)}`, undefined, token)) as Found).records;
    const org: GateOrg = {
        today,
        url: server.url,
        token: server.token,
        send,
        create,
        query,
        deploy: (files) => deploy(server, files),
        signIn: (alias, profile, permissionSets) => signIn(org, alias, profile, permissionSets),
        setClock: async (now) => void wanted(await send("PUT", "/local-org/clock", { now })),
        costOf: async (work) => {
            wanted(await send("DELETE", "/local-org/transactions"));
            await work();
            return wanted(await send("GET", "/local-org/transactions")) as TransactionCounts[];
        },
        keep: async () => {
            const { id } = wanted(await send("POST", "/local-org/snapshots")) as { id: string };
            return async () => void wanted(await send("POST", `/local-org/snapshots/${id}/restore`));
        },
        close: () => server.close()
    };
    await org.deploy(source);
    return org;
}

interface Found {
    readonly records: Record<string, unknown>[];
}

/** The body of an answer that must be a good one. */
export function wanted({ status, body }: Answer): unknown {
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
}

interface Asked {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly token: string;
}

async function request(url: string, { method, path, body, token }: Asked): Promise<Answer> {
    const type = typeof body === "string" ? "text/csv" : "application/json";
    const response = await fetch(url + (path.startsWith("/local-org") ? path : `/services/data/v66.0${path}`), {
        method,
        headers: { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "Content-Type": type }) },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, body: text === "" ? null : isJson ? JSON.parse(text) : text };
}

async function createAll(
    send: GateOrg["send"],
    object: string,
    records: readonly Fields[],
    token?: string
): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < records.length; start += 200) {
        const batch = records.slice(start, start + 200).map((fields) => ({ attributes: { type: object }, ...fields }));
        const answer = await send("POST", "/composite/sobjects", { allOrNone: true, records: batch }, token);
        for (const { success, id, errors } of wanted(answer) as { success: boolean; id: string; errors: unknown }[]) {
            if (!success) throw new Error(`${object}: ${JSON.stringify(errors)}`);
            ids.push(id);
        }
    }
    return ids;
}

async function deploy({ url, token }: { url: string; token: string }, source: SourceFiles): Promise<void> {
    const form = new FormData();
    form.append("json", new Blob(['{"deployOptions":{"rollbackOnError":true}}'], { type: "application/json" }));
    form.append("file", new Blob([new Uint8Array(zipOfSource(source))], { type: "application/zip" }), "deploy.zip");
    const headers = { Authorization: `Bearer ${token}` };
    const path = `${url}/services/data/v66.0/metadata/deployRequest`;
    const started = (await (await fetch(path, { method: "POST", headers, body: form })).json()) as { id: string };
    const { deployResult } = (await (
        await fetch(`${path}/${started.id}?includeDetails=true`, { headers })
    ).json()) as DeployRequest;
    if (!deployResult.success) {
        const failures = deployResult.details?.componentFailures ?? [];
        throw new Error(failures.map(({ fullName, problem }) => `${fullName}: ${problem}`).join("\n"));
    }
}

interface DeployRequest {
    readonly deployResult: {
        readonly success: boolean;
        readonly details?: { readonly componentFailures?: readonly { fullName: string; problem: string }[] };
    };
}

async function signIn(
    org: GateOrg,
    alias: string,
    profile: string,
    permissionSets: readonly string[]
): Promise<Person> {
    const [found] = await org.query(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
    const username = `${alias}@gate.example`;
    const [id = ""] = await org.create("User", [
        {
            ...{ Username: username, Email: username, LastName: alias, Alias: alias, CommunityNickname: alias },
            ...{ TimeZoneSidKey: "UTC", LocaleSidKey: "en_US", LanguageLocaleKey: "en_US" },
            ...{ EmailEncodingKey: "UTF-8", ProfileId: String(found?.["Id"]), IsActive: true }
        }
    ]);
    for (const name of permissionSets) {
        const [set] = await org.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
        await org.create("PermissionSetAssignment", [{ AssigneeId: id, PermissionSetId: String(set?.["Id"]) }]);
    }
    const { token } = wanted(await org.send("POST", "/local-org/sessions", { username })) as { token: string };
    return { id, token };
}
