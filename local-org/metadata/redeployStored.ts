import type { ComponentRows } from "./componentRows.ts";
import { deployCustomLabel } from "./customLabels.ts";
import { deployCustomPermission } from "./customPermissions.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import type { Component } from "./deployed.ts";
import { runVersion } from "./flowVersions.ts";
import { metadataTypeNamed } from "./metadataTypes.ts";
import { deployObjectTranslation } from "./objectTranslations.ts";
import { deployPermissionSet } from "./permissionSets.ts";
import { deployValidationRule } from "./validationRules.ts";
import { parseXml } from "./xmlElement.ts";

/** What lives in the registry alone, in the order in which one needs the other; the rest is schema and rows. */
const inRegistryOnly: readonly (readonly [string, DeployComponent])[] = [
    ["CustomLabel", deployCustomLabel],
    ["CustomPermission", deployCustomPermission],
    ["ValidationRule", deployValidationRule],
    ["PermissionSet", deployPermissionSet],
    ["CustomObjectTranslation", deployObjectTranslation]
];

/**
 * Makes a reopened org act on what was deployed to it: rules, flows, permissions and labels are compiled anew from
 * the files kept beside the rows. Schema and rows must stand there already. Throws DeployProblem for a file that
 * this org, of another version perhaps, no longer takes.
 */
export function redeployStored(context: DeployContext, rows: ComponentRows): void {
    const files = rows.all();
    context.deployed.restoreComponents(files);
    for (const [type, deploy] of inRegistryOnly) {
        files.filter((file) => file.type === type).forEach((file) => deploy(context, planned(file)));
    }
    let waiting = files.filter(({ type }) => type === "Flow").map(({ fullName }) => fullName);
    while (waiting.length > 0) waiting = runOrWait(context, waiting);
}

/** A flow that calls another waits until that is there. */
function runOrWait(context: DeployContext, flows: readonly string[]): string[] {
    const problems = new Map<string, unknown>();
    for (const flow of flows) {
        try {
            runVersion(context, flow);
        } catch (error) {
            problems.set(flow, error);
        }
    }
    if (problems.size === flows.length) throw [...problems.values()][0];
    return [...problems.keys()];
}

function planned({ type, fullName, path, content }: Component): Parameters<DeployComponent>[1] {
    const element = parseXml(new TextDecoder().decode(content), path);
    return { type: metadataTypeNamed(type), fullName, path, element, files: [{ path, content }] };
}
