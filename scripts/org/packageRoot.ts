import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of sfdx-project.json: two levels up from the source, three from the compiled lib. */
export function packageRoot(): string {
    let folder = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(folder, "sfdx-project.json"))) {
        const parent = dirname(folder);
        if (parent === folder) {
            throw new Error(`No sfdx-project.json above ${import.meta.url}.`);
        }
        folder = parent;
    }
    return folder;
}

/** The version in our own package.json; oclif's is that of `sf` where the plugin is linked to it. */
export function packageVersion(): string {
    const { version }: { version?: unknown } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
    return String(version);
}
