import { crc32, deflateRawSync } from "node:zlib";

/** A file as it should be, or as an attacker states it: other sizes, other bytes. */
type Entry = string | { readonly content?: string; readonly packed?: Buffer; readonly size: number };

/** A zip made by hand, so that its directory can lie (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zipOf(entries: Readonly<Record<string, Entry>>): Buffer {
    const files: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [name, entry] of Object.entries(entries)) {
        const content = Buffer.from(typeof entry === "string" ? entry : (entry.content ?? ""));
        const packed = typeof entry !== "string" && entry.packed ? entry.packed : deflateRawSync(content);
        const shared = Buffer.alloc(26);
        shared.writeUInt16LE(20, 0);
        shared.writeUInt16LE(8, 4);
        shared.writeUInt32LE(crc32(content), 10);
        shared.writeUInt32LE(packed.length, 14);
        shared.writeUInt32LE(typeof entry === "string" ? content.length : entry.size, 18);
        shared.writeUInt16LE(Buffer.byteLength(name), 22);
        const file = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed]);
        const rest = Buffer.alloc(14);
        rest.writeUInt32LE(offset, 10);
        directory.push(
            Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), shared, rest, Buffer.from(name)])
        );
        files.push(file);
        offset += file.length;
    }
    const listed = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(files.length, 4);
    end.writeUInt16LE(files.length, 6);
    end.writeUInt32LE(listed.length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...files, listed, Buffer.from("PK\x05\x06"), end]);
}
