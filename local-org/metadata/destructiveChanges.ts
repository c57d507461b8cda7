import { OrgError } from "../orgError.ts";
import { findType, recordNamed } from "./customMetadataRecords.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import type { ComponentMessage } from "./deployReport.ts";
import { metadataType, refusal } from "./metadataTypes.ts";
import type { Members } from "./packageManifest.ts";
import { removePermissionSetRow } from "./permissionSetRows.ts";
import { failure } from "./planPackage.ts";

type Delete = (context: DeployContext, fullName: string) => void;

const deleters: Readonly<Record<string, Delete>> = {
    CustomField: deleteField,
    CustomObject: deleteObject,
    CustomMetadata: deleteRecord,
    Flow: deleteFlow,
    PermissionSet: (context, fullName) => removePermissionSetRow(context, fullName)
};

/** Deletes what a destructive manifest lists. What is not there gives a warning, as on the platform. */
export function deleteMembers(context: DeployContext, members: Members, manifest: string): ComponentMessage[] {
    return [...members].flatMap(([type, names]) => [...names].map((name) => deleteOne(context, type, name, manifest)));
}

function deleteOne(context: DeployContext, type: string, fullName: string, manifest: string): ComponentMessage {
    if (metadataType(type) === undefined) return failure(type, fullName, manifest, refusal(type));
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

function exists({ org, deployed }: DeployContext, type: string, fullName: string): boolean {
    const [objectName = "", fieldName = ""] = fullName.split(".");
    const object = org.schema.object(objectName);
    if (type === "CustomField") return object !== undefined && org.schema.field(object, fieldName) !== undefined;
    if (type === "CustomObject") return object !== undefined;
    return deployed.files(type, fullName).length > 0;
}

function deleteField({ org }: DeployContext, fullName: string): void {
    const [objectName = "", fieldName = ""] = fullName.split(".");
    const object = org.schema.object(objectName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    if (object === undefined || field?.custom !== true)
        throw new DeployProblem(`${fullName} is a standard field and can't be deleted`);
    const user = rollUpOver(org.schema, object.name, field.name);
    if (user !== undefined)
        throw new DeployProblem(`${fullName} can't be deleted: the roll-up ${user} reads it; delete that first`);
    org.schema.removeField(object.name, field.name);
}

function rollUpOver(
    schema: DeployContext["org"]["schema"],
    childObject: string,
    fieldName: string
): string | undefined {
    for (const object of schema.objects()) {
        for (const { name, rollUp } of object.fields.values()) {
            const reads =
                rollUp === null
                    ? []
                    : [rollUp.childReference, rollUp.summarizedField, ...rollUp.filters.map((each) => each.field)];
            if (rollUp?.childObject === childObject && reads.includes(fieldName)) return `${object.name}.${name}`;
        }
    }
    return undefined;
}

function deleteObject({ org, deployed }: DeployContext, fullName: string): void {
    const object = org.schema.object(fullName);
    if (object === undefined || object.kind === "standard")
        throw new DeployProblem(`${fullName} is a standard object and can't be deleted`);
    const child = org.schema.childRelationships(object).find((each) => each.childObject.name !== object.name);
    if (child !== undefined) {
        throw new DeployProblem(
            `${fullName} can't be deleted: ${child.childObject.name}.${child.field.name} refers to it; delete that first`
        );
    }
    const prefix = object.kind === "customMetadata" ? `${object.name.replace(/__mdt$/, "")}.` : `${object.name}.`;
    for (const { type, fullName: inside } of deployed.components()) {
        if (inside.startsWith(prefix) && (metadataType(type)?.parent === "CustomObject" || type === "CustomMetadata")) {
            deployed.remove(type, inside);
        }
    }
    org.schema.removeObject(object.name);
}

function deleteRecord(context: DeployContext, fullName: string): void {
    const { object, developerName } = findType(context, fullName);
    const row = recordNamed(context, object, developerName);
    if (row !== undefined) context.org.store.remove(object, String(row["Id"]));
}

// On the platform, too, only inactive versions can go.
function deleteFlow({ deployed }: DeployContext, fullName: string): void {
    const flow = deployed.allFlows().find((each) => each.name === fullName);
    if (flow?.active === true) {
        throw new DeployProblem(
            `Flow ${fullName} is active and can't be deleted; deploy it with status Obsolete first`
        );
    }
}
