import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import type { PackageContents } from "./setUp.ts";

/** What the package's own files and those of an overlay hold. Throws `CannotStart` where the overlay has not been written. */
export function readPackageContents(root: string, overlay = join(root, "force-app", "overlay")): PackageContents {
    if (!existsSync(join(overlay, "customMetadata"))) {
        throw new CannotStart(
            `There is no overlay in ${overlay}: write it with opportunity configure, name its folder with --overlay-dir, and repeat.`
        );
    }
    const files = [join(root, "force-app", "main"), overlay].flatMap(filesIn);
    const inFolders = (pattern: RegExp): string[] => files.filter((path) => pattern.test(path));
    const flows = inFolders(/\/flows\/[^/]+[.]flow-meta[.]xml$/).filter((path) =>
        readFileSync(path, "utf8").includes("<status>Active</status>")
    );
    const fields = new Map<string, string[]>();
    for (const path of inFolders(/\/objects\/[^/]+\/fields\/[^/]+[.]field-meta[.]xml$/)) {
        const object = basename(dirname(dirname(path)));
        fields.set(object, [...(fields.get(object) ?? []), nameOf(path)]);
    }
    const validationRules = inFolders(/\/objects\/Opportunity\/validationRules\/[^/]+$/);
    return {
        flows: flows.map(nameOf),
        validationRules: validationRules.map(nameOf),
        formulas: new Map(validationRules.map((path) => [nameOf(path), readFileSync(path, "utf8")])),
        ruleRecords: inFolders(/\/customMetadata\/PW_Rule[.]\w+[.]md-meta[.]xml$/).map((path) =>
            nameOf(path).replace(/^PW_Rule[.]/, "")
        ),
        fields
    };
}

/** Whole paths, with slashes. */
function filesIn(folder: string): string[] {
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    return paths.map((path) => join(folder, path).replaceAll("\\", "/"));
}

function nameOf(path: string): string {
    return basename(path).replace(/[.]\w+-meta[.]xml$/, "");
}
