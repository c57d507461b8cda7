import { OrgError } from "../orgError.ts";
import { deleters } from "./deleters.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import type { ComponentMessage } from "./deployReport.ts";
import { flowVersions } from "./flowVersions.ts";
import { metadataType, refusal } from "./metadataTypes.ts";
import type { Members } from "./packageManifest.ts";
import { failure } from "./planPackage.ts";
import { undeployedComponent } from "./undeployedComponents.ts";

/**
 * Deletes what a destructive manifest lists, whatever its order: roll-ups first, for they hold fields and objects
 * fast. What is not there gives a warning, as on the platform.
 */
export function deleteMembers(context: DeployContext, members: Members, manifest: string): ComponentMessage[] {
    const listed = [...members].flatMap(([type, names]) => [...names].map((name) => ({ type, name })));
    const isRollUp = ({ type, name }: { type: string; name: string }): boolean =>
        type === "CustomField" && fieldNamed(context, name)?.rollUp != null;
    const [first, then] = [listed.filter(isRollUp), listed.filter((each) => !isRollUp(each))];
    return [...first, ...then].map(({ type, name }) => deleteOne(context, type, name, manifest));
}

function deleteOne(context: DeployContext, type: string, fullName: string, manifest: string): ComponentMessage {
    if (metadataType(type) === undefined) return failure(type, fullName, manifest, refusal(type));
    if (fullName === "*") {
        return failure(type, fullName, manifest, `A destructive manifest names each ${type}: * is not allowed in it`);
    }
    if (!exists(context, type, fullName)) {
        const problem = `No ${type} named: ${fullName} found`;
        return { ...failure(type, fullName, manifest, problem), outcome: "unchanged", problemType: "Warning" };
    }
    try {
        deleters[type]?.(context, fullName);
        context.deployed.remove(type, fullName);
        return {
            componentType: type,
            fullName,
            fileName: manifest,
            outcome: "deleted",
            problem: null,
            problemType: null,
            line: null
        };
    } catch (error) {
        if (!(error instanceof DeployProblem) && !(error instanceof OrgError)) throw error;
        return failure(type, fullName, manifest, error.message);
    }
}

function exists(context: DeployContext, type: string, fullName: string): boolean {
    const { org, deployed } = context;
    if (type === "CustomField") return fieldNamed(context, fullName) !== undefined;
    if (type === "CustomObject") return org.schema.object(fullName) !== undefined;
    if (deployed.files(type, fullName).length > 0) return true;
    if (undeployedComponent(context, type, fullName) !== undefined) return true;
    return type === "Flow" && flowVersions(context, fullName.replace(/-\d+$/, "")).some(isNamed(fullName));
}

function fieldNamed({ org }: DeployContext, fullName: string) {
    const [objectName = "", fieldName = ""] = fullName.split(".");
    const object = org.schema.object(objectName);
    return object === undefined ? undefined : org.schema.field(object, fieldName);
}

function isNamed(fullName: string): (version: { readonly file: { readonly fullName: string } }) => boolean {
    return ({ file }) => file.fullName.toLowerCase() === fullName.toLowerCase();
}
