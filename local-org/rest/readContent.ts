import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { OrgError } from "../orgError.ts";

/** The client went away before it had sent the whole request: nobody is left to answer. */
export class RequestAborted extends Error {
    constructor() {
        super("The client closed the connection within its request.");
        this.name = "RequestAborted";
    }
}

const megabyte = 1024 * 1024;
const largestBody = 50 * megabyte;

/** Of the data of one ingest job, as the platform documents it. */
const largestUpload = 150 * megabyte;

/** Who sends a body too large is let finish up to this, for a client reads no answer while it still writes. */
const largestDiscarded = 200 * megabyte;

const unpack = promisify(gunzip);
const nothing = Buffer.alloc(0);

/** The body of a request, unpacked. Throws OrgError for one that is too large or wrongly packed, RequestAborted. */
export async function readContent(request: IncomingMessage, path: string): Promise<Buffer> {
    const { "content-length": length, "transfer-encoding": transfer, "content-encoding": encoding } = request.headers;
    if (transfer === undefined && (length === undefined || length === "0")) return nothing;
    const limit = /\/jobs\/ingest\/[^/]+\/batches\/?$/.test(path) ? largestUpload : largestBody;
    const content = await readBytes(request, limit);
    return encoding === undefined || encoding === "identity" ? content : unpacked(content, encoding, limit);
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
        // Without this option leaving the loop would end the connection before the answer is on it.
        for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
            size += chunk.length;
            if (size <= limit) chunks.push(chunk);
            else chunks.length = 0;
            if (size > largestDiscarded) break;
        }
    } catch (error) {
        throw isReset(error) ? new RequestAborted() : error;
    }
    if (size > limit) throw tooLarge(limit);
    return Buffer.concat(chunks);
}

const isReset = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ECONNRESET";

function tooLarge(limit: number): OrgError {
    const message = `The request body is larger than ${limit / megabyte} MB.`;
    return new OrgError("REQUEST_LIMIT_EXCEEDED", message, { status: 413 });
}

/** The limit holds for what comes out, too: a small body could unpack to any size. */
async function unpacked(content: Buffer, encoding: string, limit: number): Promise<Buffer> {
    if (encoding.toLowerCase() !== "gzip") {
        const message = `The content encoding ${encoding} is not supported by this local org; send gzip or none.`;
        throw new OrgError("UNSUPPORTED_MEDIA_TYPE", message, { status: 415 });
    }
    try {
        return await unpack(content, { maxOutputLength: limit });
    } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit);
        if (code.startsWith("Z_")) throw new OrgError("INVALID_REQUEST", "The request body is not gzip.");
        throw error;
    }
}
