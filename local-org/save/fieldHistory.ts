import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import { historyName } from "../schema/historyName.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import type { RecordChange } from "./history.ts";
import { hasChanged } from "./pendingRecord.ts";

/** As many characters as a row keeps of a value. */
const longest = 255;

/** One row for each tracked field that a save changed, and one that says a record was created. */
export function fieldHistoryRows(
    { schema, store }: Pick<Org, "schema" | "store">,
    change: RecordChange
): RecordValues[] {
    if (!tracksHistory([...change.object.fields.values()])) return [];
    if (change.prior === null) return [{ Field: "created", DataType: "Text", OldValue: null, NewValue: null }];
    const changed = [...change.object.fields.values()].filter(
        (field) => field.trackHistory && hasChanged(change, field.name)
    );
    return changed.flatMap((field) => rowsOf({ schema, store }, field, change));
}

function tracksHistory(fields: readonly FieldSchema[]): boolean {
    return fields.some((field) => field.trackHistory);
}

/** A reference has two rows, one with the names and one with the Ids. Of long text only the fact is kept. */
function rowsOf(
    org: Pick<Org, "schema" | "store">,
    field: FieldSchema,
    { values, prior }: RecordChange
): RecordValues[] {
    const [before, after] = [prior?.[field.name] ?? null, values[field.name] ?? null];
    const row = (dataType: string, oldValue: Value, newValue: Value): RecordValues => ({
        Field: historyName(field),
        DataType: dataType,
        OldValue: asText(oldValue),
        NewValue: asText(newValue)
    });
    if (field.reference !== null) {
        return [row("Text", nameOf(org, before), nameOf(org, after)), row("EntityId", before, after)];
    }
    const isLong = field.type === "textarea" && field.length > longest;
    return [isLong ? row("Text", null, null) : row(dataTypes[field.type] ?? "Text", before, after)];
}

const dataTypes: Partial<Record<FieldSchema["type"], string>> = {
    boolean: "Boolean",
    currency: "Currency",
    date: "DateOnly",
    datetime: "DateTime",
    double: "Double",
    int: "Integer",
    percent: "Percent",
    picklist: "DynamicEnum",
    multipicklist: "MultiEnum"
};

function nameOf({ schema, store }: Pick<Org, "schema" | "store">, id: Value): Value {
    if (typeof id !== "string") return null;
    const object = schema.objectOfId(id);
    const nameField = object === undefined ? undefined : [...object.fields.values()].find((field) => field.nameField);
    const row = object === undefined ? undefined : store.read(object, id);
    return nameField === undefined ? id : (row?.[nameField.name] ?? id);
}

function asText(value: Value): string | null {
    if (value === null) return null;
    const text = Decimal.isDecimal(value) ? value.toFixed() : String(value);
    return text.slice(0, longest);
}
