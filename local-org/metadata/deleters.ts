import { removeBusinessProcess } from "../data/businessProcesses.ts";
import { findType, recordNamed } from "./customMetadataRecords.ts";
import { removeCustomPermissionRow } from "./customPermissionRows.ts";
import { removeCustomNotificationType } from "./customNotificationTypes.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { flowVersions, runVersion, versionType } from "./flowVersions.ts";
import { metadataType } from "./metadataTypes.ts";
import { removePermissionSetRow } from "./permissionSetRows.ts";

type Delete = (context: DeployContext, fullName: string) => void;

/** What a deletion does beyond forgetting the component. Each throws DeployProblem where it can't be deleted. */
export const deleters: Readonly<Record<string, Delete>> = {
    CustomField: deleteField,
    CustomObject: deleteObject,
    CustomMetadata: deleteRecord,
    CustomPermission: (context, fullName) => removeCustomPermissionRow(context, fullName),
    CustomNotificationType: removeCustomNotificationType,
    CustomLabels: deleteLabels,
    Flow: deleteFlowVersion,
    FlowDefinition: refuseDefinition,
    StandardValueSet: (_context, fullName) => {
        throw new DeployProblem(`StandardValueSet ${fullName} is a standard value set and can't be deleted`);
    },
    BusinessProcess: ({ org }, fullName) => removeBusinessProcess(org, ...partsOf(fullName)),
    RecordType: (_context, fullName) => {
        throw new DeployProblem(`RecordType ${fullName}: Cannot delete record type through API`);
    },
    CustomObjectTranslation: refuseTranslation,
    StandardValueSetTranslation: refuseTranslation,
    Translations: refuseTranslation,
    PermissionSet: (context, fullName) => removePermissionSetRow(context, fullName)
};

function partsOf(fullName: string): [objectName: string, name: string] {
    const at = fullName.indexOf(".");
    return [fullName.slice(0, at), fullName.slice(at + 1)];
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

/** The first roll-up that reads the field, or any of the object where none is named. */
function rollUpOver(
    schema: DeployContext["org"]["schema"],
    childObject: string,
    fieldName?: string
): string | undefined {
    for (const object of schema.objects()) {
        for (const { name, rollUp } of object.fields.values()) {
            const reads =
                rollUp === null
                    ? []
                    : [rollUp.childReference, rollUp.summarizedField, ...rollUp.filters.map((each) => each.field)];
            const isRead = fieldName === undefined || reads.includes(fieldName);
            if (rollUp?.childObject === childObject && isRead) return `${object.name}.${name}`;
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
    const user = rollUpOver(org.schema, object.name);
    if (user !== undefined)
        throw new DeployProblem(`${fullName} can't be deleted: the roll-up ${user} reads it; delete that first`);
    const prefix = object.kind === "customMetadata" ? `${object.name.replace(/__mdt$/, "")}.` : `${object.name}.`;
    for (const { type, fullName: inside } of deployed.components()) {
        const isInside = inside.startsWith(prefix) || inside.startsWith(`${object.name}.`);
        if (isInside && (metadataType(type)?.parent === "CustomObject" || type === "CustomMetadata")) {
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

function deleteLabels({ deployed }: DeployContext): void {
    for (const { type, fullName } of deployed.components()) {
        if (type === "CustomLabel") deployed.remove(type, fullName);
    }
}

/** With the last version goes the flow. */
function deleteFlowVersion(context: DeployContext, fullName: string): void {
    const { deployed } = context;
    const [, flow = "", number = ""] = /^(.*)-(\d+)$/.exec(fullName) ?? [];
    const version = flowVersions(context, flow).find((each) => each.number === Number(number));
    if (version === undefined) {
        throw new DeployProblem(
            `Flow ${fullName}: insufficient access rights on cross-reference id: a flow is deleted version by version, named like ${fullName}-1`
        );
    }
    if (version.active) {
        throw new DeployProblem(
            `Flow ${fullName} is the active version and can't be deleted; deploy FlowDefinition ${flow} with activeVersionNumber 0 first`
        );
    }
    deployed.remove(versionType, fullName);
    if (flowVersions(context, flow).length > 0) return runVersion(context, flow);
    deployed.remove("Flow", flow);
    deployed.remove("FlowDefinition", flow);
}

function refuseTranslation(_context: DeployContext, fullName: string): void {
    throw new DeployProblem(
        `${fullName}: a translation can't be deleted through the API; it goes with what it translates`
    );
}

function refuseDefinition(_context: DeployContext, fullName: string): void {
    throw new DeployProblem(`FlowDefinition ${fullName} can't be deleted; it goes with the last version of its flow`);
}
