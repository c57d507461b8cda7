import { OrgError } from "../orgError.ts";
import type { ObjectSchema, ProcessSchema, RecordTypeSchema } from "../schema/objectSchema.ts";
import type { RowsOfOrg } from "./scope.ts";
import { seeded } from "./seedOrg.ts";

/** The picklist that a process of each object chooses from. */
export const processFields: Readonly<Record<string, string>> = { Opportunity: "StageName", Lead: "Status" };

/** A sales or lead process as it is deployed. */
export interface BusinessProcessToPut {
    readonly objectName: string;
    readonly name: string;
    readonly description: string | null;
    readonly isActive: boolean;
    /** API names of the stages or statuses that it offers. */
    readonly values: readonly string[];
}

/**
 * Adds the process or changes the one of that name, and what its record types offer; gives its Id. Throws OrgError
 * for an object without processes and for a value that the picklist doesn't have.
 */
export function putBusinessProcess(org: RowsOfOrg, process: BusinessProcessToPut): string {
    const { objectName, name, description, isActive, values } = process;
    const object = objectWithProcesses(org, objectName);
    const field = object.fields.get(processFields[object.name] ?? "");
    const unknown = values.find((value) => field?.picklistValues.every((each) => each.value !== value) !== false);
    if (unknown !== undefined) {
        throw new OrgError("INVALID_FIELD", `Picklist value: ${unknown} in BusinessProcess ${name} not found`);
    }
    const id = putRow(org, object, name, { Description: description, IsActive: isActive });
    keepProcess(org, object.name, { id, name, values: new Set(values) });
    return id;
}

/** Throws OrgError while a record type uses it. */
export function removeBusinessProcess(org: RowsOfOrg, objectName: string, name: string): void {
    const object = objectWithProcesses(org, objectName);
    const process = object.processes?.find((each) => each.name === name);
    if (process === undefined) return;
    const user = object.recordTypes?.find((each) => each.processId === process.id);
    if (user !== undefined) {
        throw new OrgError("DELETE_FAILED", `BusinessProcess ${name} is used by record type ${user.developerName}.`);
    }
    const table = org.schema.object("BusinessProcess");
    if (table !== undefined) org.store.remove(table, process.id);
    const processes = object.processes?.filter((each) => each !== process) ?? [];
    org.schema.putObject({ ...object, processes });
}

/** Puts the process into the schema, and its values into the record types that use it. */
export function keepProcess(org: RowsOfOrg, objectName: string, process: ProcessSchema): void {
    const object = objectWithProcesses(org, objectName);
    const others = object.processes?.filter((each) => each.id !== process.id) ?? [];
    const processes = [...others, process];
    const recordTypes = object.recordTypes?.map((each) => withProcess(object.name, each, processes));
    org.schema.putObject({ ...object, processes, ...(recordTypes === undefined ? {} : { recordTypes }) });
}

/** The record type with the stages or statuses that its process offers. */
export function withProcess(
    objectName: string,
    recordType: RecordTypeSchema,
    processes: readonly ProcessSchema[]
): RecordTypeSchema {
    const process = processes.find((each) => each.id === recordType.processId);
    const field = processFields[objectName];
    if (process === undefined || field === undefined) return recordType;
    return { ...recordType, picklists: new Map([...recordType.picklists, [field, process.values]]) };
}

function objectWithProcesses(org: RowsOfOrg, name: string): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined || processFields[object.name] === undefined) {
        throw new OrgError("INVALID_TYPE", `${name} has no business processes in this local org.`);
    }
    return object;
}

function putRow(
    org: RowsOfOrg,
    object: ObjectSchema,
    name: string,
    values: { Description: string | null; IsActive: boolean }
): string {
    const table = org.schema.object("BusinessProcess");
    if (table === undefined) throw new Error("The schema has no object BusinessProcess.");
    const now = org.clock.now();
    const touched = { LastModifiedDate: now, LastModifiedById: seeded.administrator, SystemModstamp: now };
    const known = object.processes?.find((each) => each.name === name);
    if (known !== undefined) {
        org.store.update(table, known.id, { ...values, ...touched });
        return known.id;
    }
    const Id = org.store.newId(table);
    const made = { Id, CreatedDate: now, CreatedById: seeded.administrator };
    org.store.insert(table, { ...made, ...touched, ...values, Name: name, TableEnumOrId: object.name });
    return Id;
}
