import { globSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";

/** A `-meta.xml` of the source tree, named as the org names it. */
export interface MetadataFile {
    /** From the folder read, with "/" whatever the system. */
    readonly path: string;
    /** `field`, `flow`, `js` for a component bundle: what stands between name and `-meta.xml`. */
    readonly suffix: string;
    /** `PW_Kind__c`; for a custom metadata record `PW_Stage.Prospecting`. */
    readonly name: string;
    /** The object folder it lies in, if any. */
    readonly object: string | null;
    readonly xml: string;
}

export function readMetadataFiles(folder: string): MetadataFile[] {
    const paths = globSync("**/*-meta.xml", { cwd: folder }).map((path) => path.split(sep).join("/"));
    return paths.sort().map((path) => {
        const [, name = "", suffix = ""] = /^(.+)[.]([^.]+)-meta[.]xml$/.exec(basename(path)) ?? [];
        const object = /(?:^|[/])objects[/]([^/]+)[/]/.exec(path)?.[1] ?? null;
        return { path, suffix, name, object, xml: readFileSync(join(folder, path), "utf8") };
    });
}

export interface Bundle {
    readonly name: string;
    /** Relative to the bundle, with "/"; tests and type declarations left out. */
    readonly sources: readonly string[];
    readonly folder: string;
}

/** Every LWC bundle below a folder: a folder that has a `.js-meta.xml` of its own name. */
export function readBundles(folder: string): Bundle[] {
    return globSync("**/lwc/*/*.js-meta.xml", { cwd: folder }).map((meta) => {
        const bundle = join(folder, meta, "..");
        const files = globSync("**/*.{ts,js,html,css}", { cwd: bundle }).filter(isShippedSource);
        return { name: basename(bundle), folder: bundle, sources: files.map((file) => toPosix(file)).sort() };
    });
}

function isShippedSource(path: string): boolean {
    return !/(^|[\\/])__tests__[\\/]/.test(path) && !path.endsWith(".d.ts");
}

function toPosix(path: string): string {
    return path.split(sep).join("/");
}
