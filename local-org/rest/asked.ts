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

/** The client went away before it had sent the whole request: nobody is left to answer. */
export class RequestAborted extends Error {
    constructor() {
        super("The client closed the connection within its request.");
        this.name = "RequestAborted";
    }
}

const largestBody = 50 * 1024 * 1024;

/** Who sends a body too large is let finish up to this, for a client reads no answer while it still writes. */
const largestDiscarded = 4 * largestBody;

/**
 * Reads a request. Throws OrgError for one that is too large or addressed to another host, RequestAborted for
 * one that breaks off.
 */
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
    return { method: methodOf(request, query), path, query, headers, baseUrl, content: await readContent(request) };
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

/** A client that knows no PATCH says it in a parameter of a POST; a link that is followed must not delete. */
function methodOf({ method = "GET" }: IncomingMessage, query: URLSearchParams): string {
    return ((method === "POST" ? query.get("_HttpMethod") : null) ?? method).toUpperCase();
}

async function readContent(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
        // Without this option leaving the loop would end the connection before the answer is on it.
        for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
            size += chunk.length;
            if (size <= largestBody) chunks.push(chunk);
            else chunks.length = 0;
            if (size > largestDiscarded) break;
        }
    } catch (error) {
        throw isReset(error) ? new RequestAborted() : error;
    }
    if (size > largestBody) {
        throw new OrgError("REQUEST_LIMIT_EXCEEDED", "The request body is larger than 50 MB.", { status: 413 });
    }
    return Buffer.concat(chunks);
}

const isReset = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ECONNRESET";

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
