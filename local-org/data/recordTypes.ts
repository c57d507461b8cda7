import { reference } from "../schema/fields.ts";
import type { ObjectSchema, ProcessSchema, RecordTypeSchema } from "../schema/objectSchema.ts";
import { withProcess } from "./businessProcesses.ts";
import type { LoadedTable } from "./loadTable.ts";
import type { ProcessStages } from "./processStages.ts";
import type { RowsOfOrg } from "./scope.ts";
import type { RecordValues } from "./value.ts";

/** There only where an object has record types. */
export const recordTypeId = reference("RecordTypeId", "RecordType", { label: "Record Type ID" });

const isRecordTypeTable = ({ object }: LoadedTable): boolean => object.name === "RecordType";

/** An object has RecordTypeId only where it has record types, as on the platform. */
export function addRecordTypeFields(org: RowsOfOrg, table: LoadedTable): void {
    if (!isRecordTypeTable(table)) return;
    for (const object of new Set(recordTypeRows(org).flatMap((row) => objectOf(org, row) ?? []))) {
        if (!object.fields.has(recordTypeId.name)) org.schema.putField(object.name, recordTypeId);
    }
}

/** A sentence for each thing wrong with record types of opportunities, or with the stages of their sales processes. */
export function checkRecordTypes(
    org: RowsOfOrg,
    loaded: readonly LoadedTable[],
    processStages: ProcessStages
): string[] {
    const processes = idsOf(org, "BusinessProcess");
    const stages = new Set(stageRows(org).map((row) => String(row["ApiName"])));
    const named = [...processStages].flatMap(([process, names]) =>
        [...names].flatMap(([stage, where]) => [
            ...(processes.has(process) ? [] : [`${where}: there is no BusinessProcess with the Id ${process}.`]),
            ...(stages.has(stage) ? [] : [`${where}: there is no OpportunityStage "${stage}".`])
        ])
    );
    const unsaid = recordTypeRows(org).flatMap((row) => {
        const isLoaded = loaded.some((table) => isRecordTypeTable(table) && table.rows.has(String(row["Id"])));
        const isSaid = processStages.has(String(row["BusinessProcessId"]));
        return !isLoaded || isSaid || row["SobjectType"] !== "Opportunity"
            ? []
            : [
                  `RecordType "${String(row["Name"])}": give it a BusinessProcessId, and each stage of that process a row in BusinessProcessStage.`
              ];
    });
    return [...named, ...unsaid];
}

/** Puts the record types that were loaded into the schema, with the stages that those of opportunities offer. */
export function adoptRecordTypes(org: RowsOfOrg, loaded: readonly LoadedTable[], processStages: ProcessStages): void {
    if (!loaded.some(isRecordTypeTable)) return;
    const rows = recordTypeRows(org);
    for (const object of new Set(rows.flatMap((row) => objectOf(org, row) ?? []))) {
        const processes = rowsOf(org, "BusinessProcess").flatMap((row) => processOf(object, row, processStages));
        const recordTypes = rows
            .filter((row) => objectOf(org, row) === object)
            .map((row) => withProcess(object.name, recordTypeOf(row), processes));
        org.schema.putObject({ ...object, recordTypes, processes });
    }
}

function processOf(object: ObjectSchema, row: RecordValues, processStages: ProcessStages): ProcessSchema[] {
    const id = String(row["Id"]);
    const stages = processStages.get(id);
    const isOfObject = (row["TableEnumOrId"] ?? "Opportunity") === object.name;
    return stages === undefined || !isOfObject
        ? []
        : [{ id, name: String(row["Name"]), values: new Set(stages.keys()) }];
}

function recordTypeOf(row: RecordValues): RecordTypeSchema {
    const process = row["BusinessProcessId"];
    return {
        id: String(row["Id"]),
        name: String(row["Name"]),
        developerName: String(row["DeveloperName"]),
        active: row["IsActive"] === true,
        processId: typeof process === "string" ? process : null,
        picklists: new Map()
    };
}

function objectOf(org: RowsOfOrg, row: RecordValues): ObjectSchema | undefined {
    return org.schema.object(String(row["SobjectType"]));
}

const recordTypeRows = (org: RowsOfOrg): RecordValues[] => rowsOf(org, "RecordType");
const stageRows = (org: RowsOfOrg): RecordValues[] => rowsOf(org, "OpportunityStage");

function idsOf(org: RowsOfOrg, object: string): ReadonlySet<string> {
    return new Set(rowsOf(org, object).map((row) => String(row["Id"])));
}

function rowsOf(org: RowsOfOrg, name: string): RecordValues[] {
    const object = org.schema.object(name);
    return object === undefined ? [] : org.store.readMany(object);
}
