import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import { componentAt, isStandardObject } from "../configure/preflight/metadataPlaces.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { keyOf, type Component } from "./component.ts";

/** What we made, and what its file says: an object's is that of all its fields. */
export interface OurComponent extends Component {
    readonly text: string;
}

/** A folder of metadata, and which of its files are ours: all of them, or those named by their path below it. */
export interface OurFolder {
    readonly path: string;
    readonly files: ReadonlySet<string> | "all";
}

/**
 * What our files make in an org: those in these folders, and those that were not written to any. The first that has a
 * component tells it. Throws `CannotStart` for a folder that isn't there, and for a file of which nobody could tell how
 * it is removed.
 */
export function readOurComponents(folders: readonly OurFolder[], written: readonly WrittenFile[] = []): OurComponent[] {
    const found = new Map<string, OurComponent>();
    const keep = (file: WrittenFile, shown: string): void => {
        const component = componentOf(file, shown);
        if (component !== null && !found.has(keyOf(component))) found.set(keyOf(component), component);
    };
    for (const folder of folders) {
        for (const path of metadataFilesIn(folder)) {
            const file = join(folder.path, path);
            keep({ path, content: readFileSync(file, "utf8") }, file);
        }
    }
    for (const file of written) keep(file, file.path);
    const all = [...found.values()];
    const fieldsOf = (object: string): string =>
        all
            .flatMap(({ type, name, text }) => (type === "CustomField" && name.startsWith(`${object}.`) ? [text] : []))
            .join("\n");
    return all.map((each) =>
        each.type === "CustomObject" ? { ...each, text: `${each.text}\n${fieldsOf(each.name)}` } : each
    );
}

function metadataFilesIn({ path: folder, files: ours }: OurFolder): string[] {
    if (!existsSync(folder)) {
        throw new CannotStart(`There is no folder ${folder}: name the one that was deployed with --overlay-dir.`);
    }
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return files
        .map((path) => path.split(sep).join("/"))
        .filter((path) => path.endsWith("-meta.xml") && (ours === "all" || ours.has(path)))
        .sort();
}

/** Null for Salesforce's own objects, of which only what we added to them is ours. */
function componentOf({ path, content }: WrittenFile, shown: string): OurComponent | null {
    const component = componentAt(path);
    if (component === null) {
        throw new CannotStart(`${shown}: nobody can tell how this is removed, so nothing was changed.`);
    }
    return isStandardObject(component) ? null : { ...component, text: content };
}
