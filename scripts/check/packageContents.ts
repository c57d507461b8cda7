import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import type { PackageContents } from "./setUp.ts";

/** What the package's own files hold. Throws `CannotStart` where the overlay has not been written. */
export function readPackageContents(root: string): PackageContents {
    const folder = join(root, "force-app");
    if (!existsSync(join(folder, "overlay", "flows"))) {
        throw new CannotStart(
            "The overlay of the package is not there (force-app/overlay): write it with npm run gate, and repeat."
        );
    }
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    const inFolders = (pattern: RegExp): string[] => files.filter((path) => pattern.test(path.replaceAll("\\", "/")));
    const flows = inFolders(/\/flows\/[^/]+[.]flow-meta[.]xml$/).filter((path) =>
        readFileSync(join(folder, path), "utf8").includes("<status>Active</status>")
    );
    const fields = new Map<string, string[]>();
    for (const path of inFolders(/\/objects\/[^/]+\/fields\/[^/]+[.]field-meta[.]xml$/)) {
        const object = basename(dirname(dirname(path)));
        fields.set(object, [...(fields.get(object) ?? []), nameOf(path)]);
    }
    return {
        flows: flows.map(nameOf),
        validationRules: inFolders(/\/objects\/Opportunity\/validationRules\/[^/]+$/).map(nameOf),
        fields
    };
}

function nameOf(path: string): string {
    return basename(path).replace(/[.]\w+-meta[.]xml$/, "");
}
