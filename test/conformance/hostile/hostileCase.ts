import type { RawRequest } from "./ask.ts";

/** A request that nobody means well with, and how the platform answers it. */
export interface HostileCase {
    readonly name: string;
    readonly request: RawRequest;
    readonly status: number;
    /** The platform's error code; null where the request is answered, and harmless. */
    readonly code: string | null;
}

export const data = "/services/data/v66.0";

export const get = (path: string, more: Partial<RawRequest> = {}): RawRequest => ({ method: "GET", path, ...more });

const json = { "Content-Type": "application/json" };

/** `body` is sent as it is when it is text, else as JSON. */
export function send(method: string, path: string, body: unknown, more: Partial<RawRequest> = {}): RawRequest {
    const content = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return { method, path, body: content, ...more, headers: { ...json, ...more.headers } };
}

export const query = (soql: string): RawRequest => get(`${data}/query?q=${encodeURIComponent(soql)}`);
