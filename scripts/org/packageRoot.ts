import { existsSync } from "node:fs";
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
