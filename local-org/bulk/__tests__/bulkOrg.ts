import { ask, connect } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import type { LocalOrgOptions } from "../../startLocalOrg.ts";

export const jobsPath = "/services/data/v66.0/jobs";

export type Json = Record<string, unknown>;

export interface BulkOrg extends Connected {
    /** One request; JSON where the answer is JSON, else its text. */
    send(
        method: string,
        path: string,
        body?: string | Json,
        headers?: Record<string, string>
    ): Promise<{ status: number; body: unknown; headers: Headers }>;
    /** A query job, once it is over. */
    query(body: Json): Promise<string>;
    /** An ingest job with its data, once it is over. */
    ingest(body: Json, csv: string): Promise<string>;
    /** What a GET says of a job. */
    job(kind: "query" | "ingest", id: string): Promise<Json>;
    csv(path: string): Promise<string>;
}

export async function bulkOrg(options: LocalOrgOptions = {}): Promise<BulkOrg> {
    const connected = await connect(options);
    const org: BulkOrg = {
        ...connected,
        send: (method, path, body, headers = {}) => send(connected, method, path, body, headers),
        query: async (body) => {
            const { body: job } = await org.send("POST", `${jobsPath}/query`, { operation: "query", ...body });
            return over(org, "query", job);
        },
        ingest: async (body, csv) => {
            const { body: job } = await org.send("POST", `${jobsPath}/ingest`, body);
            const path = `${jobsPath}/ingest/${Object(job).id}`;
            await org.send("PUT", `${path}/batches`, csv, { "Content-Type": "text/csv" });
            await org.send("PATCH", path, { state: "UploadComplete" });
            return over(org, "ingest", job);
        },
        job: async (kind, id) => Object((await ask(connected, "GET", `${jobsPath}/${kind}/${id}`)).body) as Json,
        csv: async (path) => String((await org.send("GET", path)).body)
    };
    return org;
}

/** Each question lets the org take its next turn, so this ends without waiting. */
async function over(org: BulkOrg, kind: "query" | "ingest", job: unknown): Promise<string> {
    const { id } = Object(job) as Json;
    if (typeof id !== "string") throw new Error(JSON.stringify(job));
    for (let asked = 0; asked < 1000; asked += 1) {
        const { state } = await org.job(kind, id);
        if (state !== "UploadComplete" && state !== "InProgress") return id;
    }
    throw new Error(`The job ${id} does not end.`);
}

async function send(
    { localOrg }: Connected,
    method: string,
    path: string,
    body?: string | Json,
    headers: Record<string, string> = {}
): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await fetch(localOrg.url + path, {
        method,
        headers: { Authorization: `Bearer ${localOrg.token}`, ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "") && text !== "";
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}
