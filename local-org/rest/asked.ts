import type { IncomingMessage } from "node:http";
import { OrgError } from "../orgError.ts";

/** A request as it came over the wire, read and checked for its form only. */
export interface Asked {
    readonly method: string;
    /** Without query, leading slashes collapsed to one. */
    readonly path: string;
    readonly query: URLSearchParams;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    readonly baseUrl: string;
    readonly content: Buffer;
}

const largestBody = 50 * 1024 * 1024;

/** Reads a request. Throws OrgError for one that is too large or addressed to another host. */
export async function readAsked(request: IncomingMessage): Promise<Asked> {
    const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(", ") : (value ?? "")
        ])
    );
    const baseUrl = `http://${headers["host"] ?? ""}`;
    checkHost(headers["host"] ?? "");
    const { path, query } = splitUrl(request.url ?? "/");
    const method = query.get("_HttpMethod") ?? request.method ?? "GET";
    return { method: method.toUpperCase(), path, query, headers, baseUrl, content: await readContent(request) };
}

/** A login by access token makes `sf` ask for `//services/data`, which URL parsing would take for a host. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
    const [path = "", ...rest] = url.split("?");
    return { path: path.replace(/^\/+/, "/"), query: new URLSearchParams(rest.join("?")) };
}

/** Another name would mean that a web page reaches this server through a name of its own. */
function checkHost(host: string): void {
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host)) {
        throw new OrgError("INVALID_HOST", "The local org answers to 127.0.0.1 and localhost only.", { status: 421 });
    }
}

async function readContent(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > largestBody) {
            throw new OrgError("REQUEST_LIMIT_EXCEEDED", "The request body is larger than 50 MB.", { status: 413 });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

/** The body as JSON; undefined where there is none. Throws JSON_PARSER_ERROR. */
export function jsonBody({ content }: Pick<Asked, "content">): unknown {
    if (content.length === 0) return undefined;
    try {
        return JSON.parse(content.toString("utf8"));
    } catch (error) {
        if (error instanceof SyntaxError) throw new OrgError("JSON_PARSER_ERROR", error.message);
        throw error;
    }
}
