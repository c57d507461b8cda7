import type { IncomingMessage } from "node:http";
import { OrgError } from "../orgError.ts";
import { readContent } from "./readContent.ts";

/** A request as it came over the wire, read and checked for its form only. */
export interface Asked {
    readonly method: string;
    /** Without query, leading slashes collapsed to one. */
    readonly path: string;
    readonly query: URLSearchParams;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    readonly baseUrl: string;
    /** Unpacked where the client had packed it. */
    readonly content: Buffer;
}

/** As the platform documents it; a longer query belongs into a composite or a bulk job. */
const longestUrl = 16_384;

/**
 * Reads a request. Throws OrgError for one that is too large or addressed to another host, RequestAborted for
 * one that breaks off.
 */
export async function readAsked(request: IncomingMessage): Promise<Asked> {
    const headers = headersOf(request);
    const host = headers["host"] ?? "";
    checkHost(host);
    const url = request.url ?? "/";
    if (url.length > longestUrl) {
        throw new OrgError("URI_TOO_LONG", `The URI is longer than ${longestUrl} characters.`, { status: 414 });
    }
    const { path, query } = splitUrl(url);
    const content = await readContent(request, path);
    return { method: methodOf(request, query), path, query, headers, baseUrl: `http://${host}`, content };
}

function headersOf(request: IncomingMessage): Record<string, string> {
    const headers: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(request.headers)) {
        headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
    }
    return headers;
}

/** A login by access token makes `sf` ask for `//services/data`, which URL parsing would take for a host. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
    const mark = url.indexOf("?");
    const path = mark === -1 ? url : url.slice(0, mark);
    return { path: path.replace(/^\/+/, "/"), query: new URLSearchParams(mark === -1 ? "" : url.slice(mark + 1)) };
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
