/** The repository's own metadata as the Metadata API takes it: what the gate is, and nothing that only shows. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { file, manifest } from "../../../local-org/metadata/__tests__/deployed.ts";
import { packageRoot } from "../../../scripts/org/packageRoot.ts";
import { zipOf } from "../hostile/zipOf.ts";

/** The text of each metadata file by its path from its type's folder on: `flows/PW_Note_Move.flow-meta.xml`. */
export type SourceFiles = ReadonlyMap<string, string>;

/** Types by their folder; components, pages, reports and their like refuse no save. */
const wholeFiles: Readonly<Record<string, { readonly type: string; readonly suffix: string }>> = {
    customMetadata: { type: "CustomMetadata", suffix: "md" },
    customPermissions: { type: "CustomPermission", suffix: "customPermission" },
    flows: { type: "Flow", suffix: "flow" },
    notificationtypes: { type: "CustomNotificationType", suffix: "notiftype" },
    permissionsets: { type: "PermissionSet", suffix: "permissionset" },
    standardValueSets: { type: "StandardValueSet", suffix: "standardValueSet" }
};

/** Of an object's parts: folder, and the tag around each in the object's file. */
const partsOfObjects: Readonly<Record<string, string>> = { fields: "fields", validationRules: "validationRules" };

const typesOfParts: Readonly<Record<string, string>> = { fields: "CustomField", validationRules: "ValidationRule" };

/** What stands below force-app/main and force-app/overlay, or below one of them alone. */
export function readSourceFiles(folders: readonly ("main" | "overlay")[] = ["main", "overlay"]): SourceFiles {
    const files = new Map<string, string>();
    for (const folder of folders) {
        const root = join(packageRoot(), "force-app", folder);
        for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
            const [, kept] = /(?:^|\/)(objects\/.+-meta\.xml|\w+\/[^/]+-meta\.xml)$/.exec(path) ?? [];
            if (kept !== undefined) files.set(kept, readFileSync(join(root, path), "utf8"));
        }
    }
    return files;
}

/** A zip for one deploy of these files. */
export function zipOfSource(source: SourceFiles): Buffer {
    const members: Record<string, string[]> = {};
    const files: Record<string, string> = {};
    const objects = new Map<string, string[]>();
    for (const [path, text] of source) {
        const [folder = "", name = "", part] = path.split("/");
        const whole = wholeFiles[folder];
        if (whole !== undefined) {
            const plain = name.replace(/-meta\.xml$/, "");
            (members[whole.type] ??= []).push(plain.slice(0, -whole.suffix.length - 1));
            files[`${folder}/${plain}`] = text;
        } else if (folder === "objects") {
            const tag = part === undefined ? undefined : partsOfObjects[part];
            const inside = contentOf(text);
            if (tag !== undefined || part?.endsWith(".object-meta.xml") === true) {
                objects.set(name, [
                    ...(objects.get(name) ?? []),
                    tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
                ]);
            }
        }
    }
    // As sf does it: an object whose own file is not among them is named by its parts.
    const isWhole = (name: string): boolean => source.has(`objects/${name}/${name}.object-meta.xml`);
    members["CustomObject"] = [...objects.keys()].filter(isWhole);
    for (const path of source.keys()) {
        const [folder, object = "", part = "", name = ""] = path.split("/");
        const type = typesOfParts[part];
        if (folder !== "objects" || type === undefined || isWhole(object)) continue;
        (members[type] ??= []).push(`${object}.${name.replace(/\.\w+-meta\.xml$/, "")}`);
    }
    for (const [name, parts] of objects) files[`objects/${name}.object`] = file("CustomObject", parts.join("\n"));
    return zipOf({ "package.xml": manifest(members), ...files });
}

/** What stands between a file's root tags. */
function contentOf(text: string): string {
    return /<\w+ xmlns[^>]*>([\s\S]*)<\/\w+>\s*$/.exec(text)?.[1] ?? "";
}
