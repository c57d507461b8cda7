import { crc32, inflateRawSync } from "node:zlib";

/** A zip that can't be read as one; the message says why. */
export class ZipProblem extends Error {
    constructor(message: string) {
        super(message);
        this.name = "ZipProblem";
    }
}

/** A file of a zip as its directory states it; nothing is inflated before `read`. */
export interface ZipEntry {
    readonly name: string;
    /** Uncompressed, by the directory's word, which `read` holds it to. */
    readonly size: number;
    /** Throws ZipProblem for content that isn't what the directory states. */
    read(): Uint8Array;
}

// Signatures and offsets as in PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;
const [stored, deflated] = [0, 8];

/** The files in a zip, without its folders. Throws ZipProblem. */
export function zipEntries(zipped: Uint8Array): ZipEntry[] {
    const zip = Buffer.from(zipped.buffer, zipped.byteOffset, zipped.byteLength);
    try {
        return [...directoryOf(zip)].filter(({ name }) => !name.endsWith("/"));
    } catch (error) {
        if (error instanceof RangeError) throw new ZipProblem("the ZipFile is not a zip archive");
        if (error instanceof TypeError) throw new ZipProblem("a file name in the zip is not UTF-8 text");
        throw error;
    }
}

function* directoryOf(zip: Buffer): Generator<ZipEntry> {
    const end = endOf(zip);
    const count = zip.readUInt16LE(end + 10);
    let at = zip.readUInt32LE(end + 16);
    if (count === 0xffff || at === 0xffffffff) throw new ZipProblem("the zip is in zip64 format, for huge archives");
    for (let number = 0; number < count; number += 1) {
        if (zip.readUInt32LE(at) !== entrySignature) throw new ZipProblem("the ZipFile is not a zip archive");
        const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
        yield entryAt(zip, at, nameLength ?? 0);
        at += entryLength + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
}

function endOf(zip: Buffer): number {
    const first = Math.max(0, zip.length - endLength - longestComment);
    for (let at = zip.length - endLength; at >= first; at -= 1) {
        if (zip.readUInt32LE(at) === endSignature) return at;
    }
    throw new ZipProblem("the ZipFile is not a zip archive");
}

function entryAt(zip: Buffer, at: number, nameLength: number): ZipEntry {
    const name = new TextDecoder("utf-8", { fatal: true }).decode(
        zip.subarray(at + entryLength, at + entryLength + nameLength)
    );
    const size = zip.readUInt32LE(at + 24);
    const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
    const method = zip.readUInt16LE(at + 10);
    if (isEncrypted || (method !== stored && method !== deflated)) {
        throw new ZipProblem(`${name} in the zip is encrypted, or compressed by another method than deflate`);
    }
    const checksum = zip.readUInt32LE(at + 16);
    const read = (): Uint8Array => {
        const content = method === stored ? packed(zip, at) : inflated(packed(zip, at), size);
        if (content?.byteLength !== size || crc32(content) !== checksum) {
            throw new ZipProblem(`${name} in the zip is damaged`);
        }
        return content;
    };
    return { name, size, read };
}

/** Undefined where the entry points outside the zip. */
function packed(zip: Buffer, at: number): Buffer | undefined {
    const local = zip.readUInt32LE(at + 42);
    if (local + localLength > zip.length || zip.readUInt32LE(local) !== localSignature) return undefined;
    const start = local + localLength + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return zip.subarray(start, start + zip.readUInt32LE(at + 20));
}

/** Stops at the size that the directory states; undefined for what is more, or broken. */
function inflated(content: Buffer | undefined, size: number): Buffer | undefined {
    if (content === undefined) return undefined;
    try {
        return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
        if (error instanceof Error && "code" in error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))) {
            return undefined;
        }
        throw error;
    }
}
