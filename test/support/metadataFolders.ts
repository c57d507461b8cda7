/** Folders of metadata for journeys: a project to retrieve into, a package that removes, and what stands in either. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Full names by metadata type. */
export type Members = Readonly<Record<string, readonly string[]>>;

const namespace = "http://soap.sforce.com/2006/04/metadata";

export function manifestOf(members: Members): string {
    const types = Object.entries(members).map(([type, names]) => {
        const listed = names.map((name) => `<members>${name}</members>`).join("");
        return `<types>${listed}<name>${type}</name></types>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${namespace}">${types.join("")}<version>66.0</version></Package>\n`;
}

/** A project of its own: what `sf` retrieves must not land among the files that were deployed. */
export async function writeProject(folder: string, members: Members): Promise<void> {
    const project = {
        packageDirectories: [{ path: "force-app", default: true }],
        sfdcLoginUrl: "https://login.salesforce.com",
        sourceApiVersion: "66.0"
    };
    await mkdir(join(folder, "force-app"), { recursive: true });
    await write(folder, { "sfdx-project.json": JSON.stringify(project), "package.xml": manifestOf(members) });
}

/**
 * A package that stops every flow and removes all members. A flow goes version by version, and not while one is
 * active; the number of the versions is that of the deploys that changed it.
 */
export async function writeRemoval(folder: string, members: Members): Promise<void> {
    const { Flow: flows = [], ...others } = members;
    const definition = `<FlowDefinition xmlns="${namespace}"><activeVersionNumber>0</activeVersionNumber></FlowDefinition>`;
    await write(folder, {
        "package.xml": manifestOf({ FlowDefinition: flows }),
        "destructiveChangesPost.xml": manifestOf({ ...others, Flow: flows.map((flow) => `${flow}-1`) }),
        ...Object.fromEntries(flows.map((flow) => [`flowDefinitions/${flow}.flowDefinition`, definition]))
    });
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
    }
}

/**
 * Without white space between tags, with quotation marks as they are, and without the fields that a record says are
 * blank: the org lists every one.
 */
function meaningOf(text: string): string {
    const dense = text.replace(/>\s+</g, "><").replaceAll("&apos;", "'").replaceAll("&quot;", '"').trim();
    return dense.replace(/<values><field>\w+<\/field><value xsi:nil="true" ?\/><\/values>/g, "");
}

/**
 * The text of each metadata file below the folders, by type folder and name (`flows/X.flow-meta.xml`), as
 * far as it means something; an object's file that holds nothing of the object's own does not.
 */
export async function metadataIn(...folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for (const folder of folders) {
        for (const path of await readdir(folder, { recursive: true })) {
            const [, name] = /((?:objects|lwc)\/.+|\w+\/[^/]+-meta\.xml)$/.exec(path.replaceAll("\\", "/")) ?? [];
            if (name === undefined || !/\.(xml|js|html|css)$/.test(path) || path.includes("__tests__")) continue;
            const text = meaningOf(await readFile(join(folder, path), "utf8"));
            if (!/<CustomObject [^>]*(\/>|><\/CustomObject>)$/.test(text)) files.set(name, text);
        }
    }
    return files;
}
