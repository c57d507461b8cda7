import { FormulaError } from "../formula/formula.ts";
import { OrgError } from "../orgError.ts";
import { checkName } from "./checkName.ts";
import { checkDependents } from "./checkDependents.ts";
import type { DeployContext } from "./deployContext.ts";
import { deployerOf } from "./deployers.ts";
import { DeployProblem } from "./deployProblem.ts";
import { hasFailed } from "./deployReport.ts";
import type { ComponentMessage, DeployOptions, DeployReport } from "./deployReport.ts";
import { deleteMembers } from "./destructiveChanges.ts";
import { forgetDeleted } from "./forgetDeleted.ts";
import type { PackageFiles } from "./packageFiles.ts";
import { mergedFiles } from "./mergeTranslations.ts";
import { readManifest } from "./packageManifest.ts";
import { failure, planPackage } from "./planPackage.ts";
import type { PackagePlan } from "./planPackage.ts";
import type { PlannedComponent } from "./plannedComponent.ts";
import { refreshRollUps } from "./refreshRollUps.ts";
import { schemaCheckpoint } from "./schemaCheckpoint.ts";
import { storedWarning } from "./storedComponents.ts";

/**
 * Deploys a package in one transaction. With `rollbackOnError` one failure leaves the org as it was;
 * without it only what failed is left out. `checkOnly` tries everything and keeps nothing.
 * Throws OrgError for a package that can't be read at all.
 */
export function deployPackage(context: DeployContext, files: PackageFiles, options: DeployOptions): DeployReport {
    const manifest = readManifest(files);
    const plan = planPackage(files, manifest.members);
    const restoreSchema = schemaCheckpoint(context.org.schema);
    const restoreDeployed = context.deployed.checkpoint();
    let messages: ComponentMessage[] = [];
    try {
        return context.org.store.transaction(() => {
            messages = [...deleteMembers(context, manifest.deletedBefore, "destructiveChangesPre.xml")];
            messages.push(...deployAll(context, plan));
            messages.push(...deleteMembers(context, manifest.deletedAfter, "destructiveChanges.xml"));
            if (messages.some(({ outcome }) => outcome === "deleted")) forgetDeleted(context);
            if (!messages.some(hasFailed)) messages.push(...checkDependents(context));
            const failed = messages.some(hasFailed);
            if (options.checkOnly || (failed && options.rollbackOnError)) throw new NotKept();
            refreshRollUps(context, messages);
            return { status: failed ? "SucceededPartial" : "Succeeded", messages };
        });
    } catch (error) {
        restoreDeployed();
        restoreSchema();
        if (!(error instanceof NotKept)) throw error;
        return { status: messages.some(hasFailed) ? "Failed" : "Succeeded", messages };
    }
}

class NotKept extends Error {}

function deployAll(context: DeployContext, plan: PackagePlan): ComponentMessage[] {
    const messages = new Map<PlannedComponent, ComponentMessage>();
    let waiting = plan.components;
    let before = Infinity;
    // What refers to another of its own type, a formula to a formula, may come before it: it has its turn again.
    while (waiting.length > 0 && waiting.length < before) {
        before = waiting.length;
        for (const component of waiting) messages.set(component, deployOne(context, component));
        waiting = waiting.filter((component) => {
            const message = messages.get(component);
            return message !== undefined && hasFailed(message);
        });
    }
    return [...plan.messages, ...plan.components.flatMap((component) => messages.get(component) ?? [])];
}

function deployOne(context: DeployContext, component: PlannedComponent): ComponentMessage {
    const { type, fullName, path } = component;
    try {
        checkName(context, component);
        const outcome = context.org.store.transaction(() => deployerOf(type.name)(context, component));
        keepFiles(context, component);
        const done = { componentType: type.name, fullName, fileName: path, outcome, line: null };
        if (type.support === "enforced") return { ...done, problem: null, problemType: null };
        return { ...done, problem: storedWarning(type.name, fullName), problemType: "Warning" };
    } catch (error) {
        return failureOf(error, component);
    }
}

function keepFiles({ deployed, org }: DeployContext, component: PlannedComponent): void {
    const { type, fullName } = component;
    const files = type.name === "CustomObjectTranslation" ? mergedFiles(deployed, component) : component.files;
    for (const file of files) {
        deployed.putComponent({ type: type.name, fullName, ...file, lastModifiedDate: org.clock.now() });
    }
}

/** Known problems become a failed component; anything else is a fault of this org and keeps its stack. */
function failureOf(error: unknown, { type, fullName, path }: PlannedComponent): ComponentMessage {
    if (error instanceof DeployProblem) return failure(type.name, fullName, path, error.message, error.line);
    if (error instanceof FormulaError || error instanceof OrgError)
        return failure(type.name, fullName, path, error.message);
    throw error;
}
