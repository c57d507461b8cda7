import { OrgError } from "../orgError.ts";
import type { PackageFiles } from "./packageFiles.ts";
import { parseXml } from "./xmlElement.ts";

/** Members by metadata type name, as package.xml and the destructive manifests list them. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>;

export interface PackageManifest {
    readonly members: Members;
    readonly deletedBefore: Members;
    readonly deletedAfter: Members;
}

/** Reads what a package deploys and deletes. Throws OrgError for a manifest that isn't one. */
export function readManifest(files: PackageFiles): PackageManifest {
    return {
        members: membersOf(files, "package.xml"),
        deletedBefore: membersOf(files, "destructiveChangesPre.xml"),
        deletedAfter: merge(membersOf(files, "destructiveChanges.xml"), membersOf(files, "destructiveChangesPost.xml"))
    };
}

export function isManifest(path: string): boolean {
    return /^(package|destructiveChanges(Pre|Post)?)\.xml$/.test(path);
}

/** True when the manifest names the member, or all of its type. */
export function lists(members: Members, type: string, fullName: string): boolean {
    const listed = members.get(type);
    return listed !== undefined && (listed.has(fullName) || listed.has("*"));
}

function membersOf(files: PackageFiles, path: string): Members {
    const content = files.get(path);
    const members = new Map<string, ReadonlySet<string>>();
    if (content === undefined) return members;
    const root = parseXml(new TextDecoder().decode(content), path);
    if (root.name !== "Package")
        throw new OrgError("INVALID_PACKAGE", `${path} must hold a Package, not ${root.name}.`);
    for (const types of root.children.filter((child) => child.name === "types")) {
        const name = types.children.find((child) => child.name === "name")?.text;
        if (name === undefined || name === "") {
            throw new OrgError("INVALID_PACKAGE", `${path} line ${types.line}: types without a name.`);
        }
        const listed = types.children.filter((child) => child.name === "members").map(({ text }) => memberNamed(text));
        members.set(name, new Set([...(members.get(name) ?? []), ...listed]));
    }
    return members;
}

/** As a component is named; sf lists a folder of reports or dashboards with a slash at its end. */
export function memberNamed(text: string): string {
    return text.replace(/\/$/, "");
}

function merge(one: Members, other: Members): Members {
    const merged = new Map(one);
    for (const [name, members] of other) merged.set(name, new Set([...(merged.get(name) ?? []), ...members]));
    return merged;
}
