import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bytes of a job on the disk, for they may be more than memory should hold. */
export interface Spool {
    readonly size: number;
    append(bytes: Buffer): void;
    /** The bytes from `start` on, up to but without `end`, piece by piece. */
    read(start: number, end: number): Generator<Buffer>;
    /** Forgets them. */
    close(): void;
}

/** Files of one org's jobs, in a folder of their own that only this user may read. */
export interface Spools {
    open(): Spool;
    close(): void;
}

const pieceSize = 256 * 1024;

export function createSpools(): Spools {
    let folder: string | undefined;
    let opened = 0;
    const open = new Set<Spool>();
    return {
        open: () => {
            folder ??= mkdtempSync(join(tmpdir(), "local-org-bulk-"));
            opened += 1;
            const spool = openSpool(join(folder, `${opened}.csv`), () => open.delete(spool));
            open.add(spool);
            return spool;
        },
        close: () => {
            for (const spool of open) spool.close();
            if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
            folder = undefined;
        }
    };
}

function openSpool(path: string, forget: () => void): Spool {
    const file = openSync(path, "wx+", 0o600);
    let size = 0;
    let isOpen = true;
    return {
        get size() {
            return size;
        },
        append: (bytes) => {
            if (!isOpen) return;
            for (let written = 0; written < bytes.length;) {
                written += writeSync(file, bytes, written, bytes.length - written, size + written);
            }
            size += bytes.length;
        },
        *read(start, end) {
            // A job may be deleted while a client still reads it: its answer then ends early.
            for (let place = start; place < Math.min(end, size) && isOpen;) {
                const piece = Buffer.allocUnsafe(Math.min(pieceSize, end - place));
                const length = readSync(file, piece, 0, piece.length, place);
                if (length === 0) return;
                place += length;
                yield piece.subarray(0, length);
            }
        },
        close: () => {
            if (!isOpen) return;
            isOpen = false;
            closeSync(file);
            rmSync(path, { force: true });
            forget();
        }
    };
}
