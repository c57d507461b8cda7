import { calledFirst } from "../flow/calledFirst.ts";
import type { ComponentMessage } from "./deployReport.ts";
import { metadataType, metadataTypes, refusal } from "./metadataTypes.ts";
import type { MetadataType } from "./metadataTypes.ts";
import type { PackageFiles } from "./packageFiles.ts";
import { isManifest, lists } from "./packageManifest.ts";
import type { Members } from "./packageManifest.ts";
import { childrenOfFile } from "./childComponents.ts";
import type { PlannedComponent } from "./plannedComponent.ts";
import { OrgError } from "../orgError.ts";
import { parseXml } from "./xmlElement.ts";

export interface PackagePlan {
    readonly components: readonly PlannedComponent[];
    /** What is wrong before anything is tried: unsupported types, members without a file, broken files. */
    readonly messages: readonly ComponentMessage[];
}

interface FoundFile {
    readonly type: MetadataType;
    readonly fullName: string;
    readonly paths: string[];
}

/** Finds every component that package.xml lists, in the order in which they are to be deployed. */
export function planPackage(files: PackageFiles, members: Members): PackagePlan {
    const messages: ComponentMessage[] = [...refusedTypes(members)];
    const components: PlannedComponent[] = [];
    for (const found of findFiles(files, messages)) {
        try {
            components.push(...componentsOf(found, files, members, messages));
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            messages.push(failure(found.type.name, found.fullName, found.paths[0] ?? "", `${error.message}`));
        }
    }
    messages.push(...missingFiles(components, messages, members));
    return { components: calledFirst(components.sort((one, other) => placeOf(one) - placeOf(other))), messages };
}

/** Types in the order of their table; a field that is computed waits for the records its formula may read. */
function placeOf({ type, element }: PlannedComponent): number {
    const isComputed =
        element?.children.some(({ name }) => name === "formula" || name === "summaryForeignKey") === true;
    return type.name === "CustomField" && isComputed ? afterRecords : metadataTypes.indexOf(type);
}

const afterRecords = metadataTypes.findIndex(({ name }) => name === "CustomMetadata") + 0.5;

export function failure(
    componentType: string,
    fullName: string,
    fileName: string,
    problem: string,
    line: number | null = null
): ComponentMessage {
    return { componentType, fullName, fileName, outcome: "failed", problem, problemType: "Error", line };
}

function refusedTypes(members: Members): ComponentMessage[] {
    return [...members].flatMap(([type, names]) =>
        metadataType(type) === undefined
            ? [...names].map((name) => failure(type, name, "package.xml", refusal(type)))
            : []
    );
}

function findFiles(files: PackageFiles, messages: ComponentMessage[]): FoundFile[] {
    const found = new Map<string, FoundFile>();
    for (const path of files.keys()) {
        if (isManifest(path)) continue;
        const [directory = "", ...rest] = path.split("/");
        const type = metadataTypes.find((each) => each.directory === directory);
        if (type === undefined || rest.length === 0) {
            messages.push(failure("", path, path, `${path}: this local org knows no metadata type kept there`));
            continue;
        }
        const fullName = fullNameOf(type, rest);
        const key = JSON.stringify([type.name, fullName]);
        const same = found.get(key);
        if (same === undefined) found.set(key, { type, fullName, paths: [path] });
        else same.paths.push(path);
    }
    return [...found.values()];
}

function fullNameOf(type: MetadataType, rest: readonly string[]): string {
    if (type.suffix === null) return rest[0] ?? "";
    const name = unescaped(rest.join("/").replace(/-meta\.xml$/, ""));
    return name.endsWith(`.${type.suffix}`) ? name.slice(0, -type.suffix.length - 1) : name;
}

// File names escape what a file system may not like: "Sales%20Board.dashboard".
function unescaped(name: string): string {
    return name.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function componentsOf(
    found: FoundFile,
    files: PackageFiles,
    members: Members,
    messages: ComponentMessage[]
): PlannedComponent[] {
    const path = found.paths[0] ?? "";
    const contents = found.paths.map((each) => ({ path: each, content: files.get(each) ?? new Uint8Array() }));
    const listed = lists(members, found.type.name, found.fullName);
    const isXml = found.type.suffix !== null;
    const element = isXml ? parseXml(new TextDecoder().decode(contents[0]?.content), path) : null;
    const whole = { type: found.type, fullName: found.fullName, path, element, files: contents };
    const children = element === null ? [] : childrenOfFile(whole, element, members, listed);
    if (!listed && children.length === 0) {
        const problem = `${path} is in the zip but package.xml does not list it; it was left out`;
        messages.push({
            ...failure(found.type.name, found.fullName, path, problem),
            outcome: "unchanged",
            problemType: "Warning"
        });
    }
    return listed ? [whole, ...children] : children;
}

function missingFiles(
    components: readonly PlannedComponent[],
    messages: readonly ComponentMessage[],
    members: Members
): ComponentMessage[] {
    const present = new Set([
        ...components.map((component) => JSON.stringify([component.type.name, component.fullName])),
        ...messages.map((message) => JSON.stringify([message.componentType, message.fullName]))
    ]);
    return [...members].flatMap(([type, names]) =>
        [...names]
            .filter((name) => name !== "*" && !present.has(JSON.stringify([type, name])))
            .map((name) =>
                failure(
                    type,
                    name,
                    "package.xml",
                    `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`
                )
            )
    );
}
