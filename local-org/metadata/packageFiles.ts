import JSZip from "jszip";
import { OrgError } from "../orgError.ts";

/** Files of one package by path relative to its package.xml. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

// The platform's own limits for a deploy: 10,000 files, 400 MB uncompressed.
const mostFiles = 10_000;
const mostBytes = 400 * 1024 * 1024;

/** Unpacks a deploy's zip. Throws OrgError for a broken, oversized or escaping archive, or one without package.xml. */
export async function readPackageFiles(zipped: Uint8Array): Promise<PackageFiles> {
    const zip = await openZip(zipped);
    const entries = Object.values(zip.files).filter((entry) => !entry.dir);
    if (entries.length > mostFiles) throw refused(`the zip holds more than ${mostFiles} files`);
    const files = new Map<string, Uint8Array>();
    let bytes = 0;
    for (const entry of entries) {
        checkPath(entry.unsafeOriginalName ?? entry.name);
        const content = await inflate(entry, mostBytes - bytes);
        bytes += content.byteLength;
        files.set(entry.name.replaceAll("\\", "/"), content);
    }
    return withoutRootFolder(files);
}

async function openZip(zipped: Uint8Array): Promise<JSZip> {
    try {
        return await JSZip.loadAsync(zipped);
    } catch {
        throw refused("the ZipFile is not a zip archive");
    }
}

// Counts while it inflates: the sizes that an archive states about itself can lie.
function inflate(entry: JSZip.JSZipObject, room: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const stream = entry.nodeStream("nodebuffer");
        stream.on("data", (chunk: Buffer) => {
            bytes += chunk.byteLength;
            if (bytes <= room) return void chunks.push(chunk);
            stream.pause();
            reject(refused(`the zip inflates to more than ${mostBytes / 1024 / 1024} MB`));
        });
        stream.on("error", () => reject(refused(`${entry.name} in the zip is damaged`)));
        stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
}

function checkPath(path: string): void {
    const parts = path.split(/[\\/]/);
    if (path.startsWith("/") || /^[a-zA-Z]:/.test(path) || parts.includes("..")) {
        throw refused(`the zip holds a path outside the package: ${path}`);
    }
}

function withoutRootFolder(files: PackageFiles): PackageFiles {
    if (files.has("package.xml")) return files;
    const folders = [...files.keys()].filter((path) => /^[^/]+\/package\.xml$/.test(path));
    const manifest = folders[0];
    if (manifest === undefined || folders.length > 1) throw refused("No package.xml found");
    const prefix = manifest.slice(0, -"package.xml".length);
    return new Map(
        [...files].map(([path, content]) => [path.startsWith(prefix) ? path.slice(prefix.length) : path, content])
    );
}

function refused(reason: string): OrgError {
    return new OrgError("INVALID_ZIP", reason);
}
