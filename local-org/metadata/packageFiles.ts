import { OrgError } from "../orgError.ts";
import { zipEntries, ZipProblem } from "./zipEntries.ts";
import type { ZipEntry } from "./zipEntries.ts";

/** Files of one package by path relative to its package.xml. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

// The platform takes 10,000 files and 600 MB inflated (Metadata API Developer Guide, "deploy()"). This org reads
// a package in one go, in which it answers nobody: its sizes are its own, and far above any package it knows.
const mostFiles = 10_000;
const megabyte = 1024 * 1024;
const mostBytes = 100 * megabyte;
const mostBytesOfFile = 10 * megabyte;

/** Unpacks a deploy's zip. Throws OrgError for a broken, oversized or escaping archive, or one without package.xml. */
export function readPackageFiles(zipped: Uint8Array): PackageFiles {
    try {
        const entries = zipEntries(zipped);
        checkSizes(entries);
        return withoutRootFolder(filesOf(entries));
    } catch (error) {
        if (error instanceof ZipProblem) throw refused(error.message);
        throw error;
    }
}

/** Before anything is inflated: a zip of a few kilobytes can state, and hold, gigabytes. */
function checkSizes(entries: readonly ZipEntry[]): void {
    if (entries.length > mostFiles) throw refused(`the zip holds more than ${mostFiles} files`);
    const large = entries.find(({ size }) => size > mostBytesOfFile);
    if (large !== undefined) throw refused(`${large.name} is larger than ${mostBytesOfFile / megabyte} MB`);
    if (entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) {
        throw refused(`the zip inflates to more than ${mostBytes / megabyte} MB`);
    }
}

function filesOf(entries: readonly ZipEntry[]): PackageFiles {
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
        checkPath(entry.name);
        const path = entry.name.replaceAll("\\", "/");
        if (files.has(path)) throw refused(`the zip holds ${path} twice`);
        files.set(path, entry.read());
    }
    return files;
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
