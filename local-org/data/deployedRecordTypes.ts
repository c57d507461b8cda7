import { OrgError } from "../orgError.ts";
import type { ObjectSchema, RecordTypeSchema } from "../schema/objectSchema.ts";
import { processFields, withProcess } from "./businessProcesses.ts";
import { recordTypeId } from "./recordTypes.ts";
import type { RowsOfOrg } from "./scope.ts";
import { seeded } from "./seedOrg.ts";

/** A record type as it is deployed. */
export interface RecordTypeToPut {
    readonly objectName: string;
    readonly developerName: string;
    readonly label: string;
    readonly description: string | null;
    readonly isActive: boolean;
    /** The name of its sales or lead process; null where the object has none. */
    readonly businessProcess: string | null;
    /** The values it offers by picklist field; a field that isn't named offers all its active ones. */
    readonly picklists: ReadonlyMap<string, readonly string[]>;
}

/**
 * Adds the record type or changes the one of that name; gives its Id. The first one of an object brings the field
 * RecordTypeId. Throws OrgError for a process, field or value that isn't there.
 */
export function putRecordType(org: RowsOfOrg, given: RecordTypeToPut): string {
    const object = objectOf(org, given.objectName);
    const processId = processOf(object, given);
    checkPicklists(object, given);
    const known = object.recordTypes?.find((each) => each.developerName === given.developerName);
    const id = putRow(org, object, given, processId, known?.id);
    if (!object.fields.has(recordTypeId.name)) org.schema.putField(object.name, recordTypeId);
    const recordType: RecordTypeSchema = {
        id,
        name: given.label,
        developerName: given.developerName,
        active: given.isActive,
        processId,
        picklists: new Map([...given.picklists].map(([field, values]) => [field, new Set(values)]))
    };
    const now = objectOf(org, object.name);
    const others = now.recordTypes?.filter((each) => each.id !== id) ?? [];
    const recordTypes = [...others, withProcess(object.name, recordType, now.processes ?? [])];
    org.schema.putObject({ ...now, recordTypes });
    return id;
}

/** With the last one goes the field. Throws OrgError while a record has the record type. */
export function removeRecordType(org: RowsOfOrg, objectName: string, developerName: string): void {
    const object = objectOf(org, objectName);
    const recordType = object.recordTypes?.find((each) => each.developerName === developerName);
    const table = org.schema.object("RecordType");
    if (recordType === undefined || table === undefined) return;
    if (org.store.readMany(object, { field: recordTypeId.name, isOneOf: [recordType.id] }).length > 0) {
        throw new OrgError("DELETE_FAILED", `RecordType ${objectName}.${developerName} is used by records.`);
    }
    org.store.remove(table, recordType.id);
    const { recordTypes = [], ...rest } = object;
    const others = recordTypes.filter((each) => each !== recordType);
    org.schema.putObject(others.length > 0 ? { ...rest, recordTypes: others } : rest);
    if (others.length === 0) org.schema.removeField(object.name, recordTypeId.name);
}

function objectOf(org: RowsOfOrg, name: string): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined || !object.fields.has("OwnerId")) {
        throw new OrgError("INVALID_TYPE", `${name} has no record types in this local org.`);
    }
    return object;
}

function processOf(object: ObjectSchema, { businessProcess, developerName }: RecordTypeToPut): string | null {
    if (businessProcess === null) {
        if (processFields[object.name] === undefined) return null;
        const name = `${object.name}.${developerName}`;
        throw new OrgError("REQUIRED_FIELD_MISSING", `RecordType ${name}: a business process must be specified.`);
    }
    const process = object.processes?.find((each) => each.name === businessProcess);
    if (process === undefined) {
        throw new OrgError("INVALID_FIELD", `${object.name} has no business process named ${businessProcess}.`);
    }
    return process.id;
}

function checkPicklists(object: ObjectSchema, { developerName, picklists }: RecordTypeToPut): void {
    for (const [name, values] of picklists) {
        const field = object.fields.get(name);
        if (field?.type !== "picklist" && field?.type !== "multipicklist") {
            throw new OrgError("INVALID_FIELD", `RecordType ${developerName}: ${object.name} has no picklist ${name}.`);
        }
        const unknown = values.find((value) => field.picklistValues.every((each) => each.value !== value));
        if (unknown !== undefined) {
            throw new OrgError("INVALID_FIELD", `Picklist value: ${unknown} in picklist: ${name} not found`);
        }
    }
}

function putRow(
    org: RowsOfOrg,
    object: ObjectSchema,
    given: RecordTypeToPut,
    processId: string | null,
    knownId: string | undefined
): string {
    const table = org.schema.object("RecordType");
    if (table === undefined) throw new Error("The schema has no object RecordType.");
    const now = org.clock.now();
    const said = {
        Name: given.label,
        Description: given.description,
        IsActive: given.isActive,
        BusinessProcessId: processId,
        LastModifiedDate: now,
        LastModifiedById: seeded.administrator,
        SystemModstamp: now
    };
    if (knownId !== undefined) {
        org.store.update(table, knownId, said);
        return knownId;
    }
    const Id = org.store.newId(table);
    const made = { Id, CreatedDate: now, CreatedById: seeded.administrator };
    org.store.insert(table, {
        ...made,
        ...said,
        DeveloperName: given.developerName,
        SobjectType: object.name
    });
    return Id;
}
