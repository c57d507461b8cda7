import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import { recordKey } from "../rest/recordKey.ts";
import { idOfObject, visibleRecord } from "../rest/visibleRecord.ts";
import { saveRecords } from "../save/saveRecords.ts";
import type { SaveOutcome } from "../save/saveRecords.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { IngestRecord } from "./ingestRecord.ts";
import type { IngestJob } from "./job.ts";

export interface ChunkOutcome extends SaveOutcome {
    readonly created: boolean;
}

/** One transaction's worth of a job. */
export interface Chunk {
    readonly object: ObjectSchema;
    readonly user: RunningUser;
    readonly operation: IngestJob["operation"];
    readonly externalIdFieldName: string | null;
    readonly records: readonly IngestRecord[];
}

type Planned = { readonly operation: "insert" | "update" | "delete"; readonly values: RecordValues } | OrgError;

/** Saves the records through the whole save order, each for itself; one outcome a record, in their order. */
export function saveChunk(org: Org, chunk: Chunk): ChunkOutcome[] {
    const planned = plan(org, chunk);
    const outcomes: ChunkOutcome[] = planned.map((each) => ({ ...refusalOf(each), created: false }));
    for (const operation of ["delete", "update", "insert"] as const) {
        const places = planned.flatMap((each, place) => (isOperation(each, operation) ? [place] : []));
        const records = places.map((place) => valuesOf(planned[place]));
        if (records.length === 0) continue;
        const { object, user } = chunk;
        const saved = saveRecords(org, { operation, object, records, allOrNone: false, user });
        places.forEach((place, index) => {
            const outcome = saved[index];
            if (outcome !== undefined) {
                outcomes[place] = { ...outcome, created: operation === "insert" && outcome.success };
            }
        });
    }
    return outcomes;
}

const isOperation = (planned: Planned, operation: string): boolean =>
    !(planned instanceof OrgError) && planned.operation === operation;

const valuesOf = (planned: Planned | undefined): RecordValues =>
    planned === undefined || planned instanceof OrgError ? {} : planned.values;

/** What stands for a record until it is saved. */
function refusalOf(planned: Planned): SaveOutcome {
    if (!(planned instanceof OrgError)) return { id: null, success: false, errors: [] };
    const { errorCode, message, fields } = planned;
    return { id: null, success: false, errors: [{ statusCode: errorCode, message, fields }] };
}

function plan(org: Org, chunk: Chunk): Planned[] {
    const existing = chunk.operation === "upsert" ? existingRecords(org, chunk) : undefined;
    return chunk.records.map((record) => {
        if (record instanceof OrgError) return record;
        try {
            return existing === undefined ? planGiven(org, chunk, record) : planUpsert(org, chunk, record, existing);
        } catch (error) {
            if (error instanceof OrgError) return error;
            throw error;
        }
    });
}

function planGiven(org: Org, { operation, object, user }: Chunk, record: RecordValues): Planned {
    const { Id: id, ...values } = record;
    if (operation === "insert") {
        if (id === undefined) return { operation, values };
        throw new OrgError("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", {
            fields: ["Id"]
        });
    }
    const isDelete = operation === "delete";
    if (typeof id !== "string") {
        const message = `Id not specified in ${isDelete ? "a delete" : "an update"} call`;
        throw new OrgError("MISSING_ARGUMENT", message, { fields: ["Id"] });
    }
    return {
        operation: isDelete ? "delete" : "update",
        values: { ...values, Id: visibleId(org, user, object, id) }
    };
}

/** Ids by the value of the external id that the job names records by. */
interface Existing {
    readonly ids: ReadonlyMap<string, readonly string[]>;
    readonly repeated: ReadonlySet<string>;
}

function existingRecords(org: Org, { object, records, externalIdFieldName }: Chunk): Existing {
    const field = externalIdFieldName ?? "Id";
    const keys = records.flatMap((record) => (record instanceof OrgError ? [] : [keyOf(object, record, field)]));
    const given = keys.filter((key) => key !== "");
    const ids = new Map<string, string[]>();
    for (const row of org.store.readMany(object, { field, isOneOf: [...new Set(given)] })) {
        const key = keyOf(object, row, field);
        ids.set(key, [...(ids.get(key) ?? []), String(row["Id"])]);
    }
    return { ids, repeated: new Set(given.filter((key, place) => given.indexOf(key) !== place)) };
}

function planUpsert(org: Org, chunk: Chunk, record: RecordValues, { ids, repeated }: Existing): Planned {
    const { object, user, externalIdFieldName } = chunk;
    const field = externalIdFieldName ?? "Id";
    const key = keyOf(object, record, field);
    if (key === "" && field !== "Id") {
        throw new OrgError("MISSING_ARGUMENT", `${field} not specified`, { fields: [field] });
    }
    if (repeated.has(key)) {
        throw new OrgError("DUPLICATE_VALUE", `Duplicate external id specified: ${key}`, { fields: [field] });
    }
    const { Id: givenId, ...values } = record;
    const [id, ...others] = ids.get(key) ?? [];
    if (others.length > 0) {
        const message = `${field}: more than one record found for external id field: [${[id, ...others].join(", ")}]`;
        throw new OrgError("DUPLICATE_EXTERNAL_ID", message, { fields: [field] });
    }
    if (field !== "Id" && givenId !== undefined) {
        const message = "The Id field should not be specified in the sobject data.";
        throw new OrgError("INVALID_FIELD", message, { fields: ["Id"] });
    }
    if (id !== undefined) {
        const changes = Object.fromEntries(Object.entries(values).filter(([name]) => name !== field));
        return { operation: "update", values: { ...changes, Id: visibleId(org, user, object, id) } };
    }
    if (key !== "" && field === "Id") throw noRecord();
    return { operation: "insert", values };
}

/** "" where the record has none. */
function keyOf(object: ObjectSchema, record: RecordValues, name: string): string {
    const field = object.fields.get(name);
    return field === undefined ? "" : (recordKey(field, record[name] ?? null) ?? "");
}

const noRecord = (): OrgError => new OrgError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");

/** Throws INVALID_CROSS_REFERENCE_KEY, as the platform does, for a record that is not there for the user. */
function visibleId(org: Org, user: RunningUser, object: ObjectSchema, given: string): string {
    const id = idOfObject(object, given);
    try {
        visibleRecord({ org, user }, object, id);
    } catch (error) {
        if (error instanceof OrgError && error.errorCode === "NOT_FOUND") throw noRecord();
        throw error;
    }
    return id;
}
