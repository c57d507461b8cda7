import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { wasDeleted } from "./deletedRecords.ts";
import { fitToField } from "./fitToField.ts";
import type { PendingRecord } from "./pendingRecord.ts";
import { refuse } from "./pendingRecord.ts";

/** Step 1 of the save order: the stored record, or the defaults of a new one, with the given values over it. */
export function loadRecords(
    org: Org,
    operation: "insert" | "update",
    object: ObjectSchema,
    records: readonly RecordValues[]
): PendingRecord[] {
    const seen = new Set<Value>();
    return records.map((given, index) => {
        const record =
            operation === "insert" ? newRecord(object, given, index) : storedRecord(org, object, given, index);
        if (operation === "update" && seen.has(record.id)) {
            refuse(record, "DUPLICATE_VALUE", `duplicate id in list: ${record.id}`);
        }
        seen.add(record.id);
        return record;
    });
}

/** A stored record for the steps that only have its Id; refused when there is none. */
export function storedRecord(org: Org, object: ObjectSchema, given: RecordValues, index: number): PendingRecord {
    const id = typeof given["Id"] === "string" ? given["Id"] : "";
    const prior = org.store.read(object, id) ?? null;
    const { Id: _, ...changes } = given;
    const values = { ...prior, ...fitted(object, changes) };
    const record = { index, id, values, prior, given: new Set(Object.keys(changes)), errors: [] };
    if (id === "") {
        refuse(record, "MISSING_ARGUMENT", "Id not specified in an update call", ["Id"]);
    } else if (prior === null && wasDeleted(org, id)) {
        refuse(record, "ENTITY_IS_DELETED", "entity is deleted");
    } else if (prior === null) {
        refuse(record, "NOT_FOUND", "The requested resource does not exist");
    }
    return record;
}

function newRecord(object: ObjectSchema, given: RecordValues, index: number): PendingRecord {
    const values = { ...defaultsOf(object), ...fitted(object, given) };
    return { index, id: "", values, prior: null, given: new Set(Object.keys(given)), errors: [] };
}

function fitted(object: ObjectSchema, given: RecordValues): RecordValues {
    return Object.fromEntries(
        Object.entries(given).map(([name, value]) => {
            const field = object.fields.get(name);
            return [name, field === undefined ? value : fitToField(field, value)];
        })
    );
}

function defaultsOf(object: ObjectSchema): RecordValues {
    return Object.fromEntries([...object.fields.values()].map((field) => [field.name, defaultOf(field)]));
}

/** A new record has no children yet: its counts and sums are 0, its least and greatest blank. */
function defaultOf(field: FieldSchema): Value {
    const { defaultValue, rollUp } = field;
    if (rollUp !== null) return rollUp.operation === "count" || rollUp.operation === "sum" ? new Decimal(0) : null;
    const isNumber = field.precision > 0;
    if (isNumber && typeof defaultValue === "string") return new Decimal(defaultValue);
    return fitToField(field, defaultValue);
}
