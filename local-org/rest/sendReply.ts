import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { constants, createGzip, gzip } from "node:zlib";
import type { Reply } from "./call.ts";

const pack = promisify(gzip);

/** Packing less than this costs more than it saves on a loopback. */
const leastPacked = 16 * 1024;

const fastPacking = { level: constants.Z_BEST_SPEED };

export interface Sending {
    readonly acceptEncoding: string | undefined;
    /** "api-usage=12/100000". */
    readonly limitInfo: string;
}

/** Sends a reply, packed where the client asks for it and it is worth it. A client that went away is no error. */
export async function sendReply(
    response: ServerResponse,
    reply: Reply,
    { acceptEncoding, limitInfo }: Sending
): Promise<void> {
    const packs = acceptsGzip(acceptEncoding);
    const headers: Record<string, string | number> = {
        "Cache-Control": "no-cache,must-revalidate,max-age=0,no-store,private",
        "Sforce-Limit-Info": limitInfo,
        ...reply.headers
    };
    if (reply.stream !== undefined) {
        headers["Content-Type"] = reply.stream.contentType;
        if (packs) headers["Content-Encoding"] = "gzip";
        response.writeHead(reply.status, headers);
        return sendStream(response, reply.stream.chunks, packs);
    }
    const text = reply.text?.content ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
    headers["Content-Type"] = reply.text?.contentType ?? "application/json;charset=UTF-8";
    if (text === undefined || !packs || text.length < leastPacked) {
        if (text !== undefined) headers["Content-Length"] = Buffer.byteLength(text);
        response.writeHead(reply.status, headers).end(text);
        return;
    }
    const packed = await pack(text, fastPacking);
    headers["Content-Encoding"] = "gzip";
    response.writeHead(reply.status, { ...headers, "Content-Length": packed.length }).end(packed);
}

async function sendStream(
    response: ServerResponse,
    chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
    packs: boolean
): Promise<void> {
    const source = Readable.from(chunks, { objectMode: false, highWaterMark: 1024 * 1024 });
    try {
        if (packs) await pipeline(source, createGzip(fastPacking), response);
        else await pipeline(source, response);
    } catch (error) {
        if (!isGone(error)) throw error;
    }
}

const isGone = (error: unknown): boolean =>
    error instanceof Error &&
    "code" in error &&
    ["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE", "ERR_STREAM_UNABLE_TO_PIPE"].includes(String(error.code));

function acceptsGzip(acceptEncoding = ""): boolean {
    const found = /(?:^|,)\s*gzip\s*(?:;\s*q=([\d.]+))?/i.exec(acceptEncoding);
    return found !== null && Number(found[1] ?? 1) > 0;
}
