import type { JsonChildren, JsonRecord } from "../../../local-org/soql/json.ts";

/** Records as the tables of answers write them: cells in order of selection, one cell bare, parents laid flat. */
export function cellsOf(records: readonly JsonRecord[]): readonly unknown[] {
    return records.map((record) => {
        const cells = flatCells(record);
        return cells.length === 1 ? cells[0] : cells;
    });
}

function flatCells(record: JsonRecord): readonly unknown[] {
    return Object.entries(record)
        .filter(([name]) => name !== "attributes")
        .flatMap(([, value]) => {
            if (isRecord(value)) return flatCells(value);
            return [isChildren(value) ? cellsOf(value.records) : value];
        });
}

function isRecord(value: unknown): value is JsonRecord {
    return typeof value === "object" && value !== null && "attributes" in value;
}

function isChildren(value: unknown): value is JsonChildren {
    return typeof value === "object" && value !== null && "records" in value;
}

/** The same for the same rows, however they came. */
export function inAnyOrder(rows: readonly unknown[]): readonly unknown[] {
    return [...rows].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
