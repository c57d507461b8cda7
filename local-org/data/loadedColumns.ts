import { Decimal } from "decimal.js";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { readCell } from "./cell.ts";
import type { RowsOfOrg } from "./scope.ts";
import { seeded } from "./seedOrg.ts";
import { isNumeric, toStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import { storedFields } from "./tables.ts";
import type { Value } from "./value.ts";

/** The fields a load writes for each row: those that were given, and those that get a value all the same. */
export interface LoadedColumns {
    readonly fields: readonly FieldSchema[];
    /** What the cell of the column at this place is stored as; null is blank. Throws CellProblem. */
    readonly readers: readonly ((cell: string) => StoredValue)[];
    /** Fills what is blank: who and when, owner, default values, numbers, and last the Id. */
    fillBlanks(cells: StoredValue[], given: ReadonlyMap<string, number>): void;
}

export function loadedColumns(org: RowsOfOrg, object: ObjectSchema, given: readonly FieldSchema[]): LoadedColumns {
    const fallbacks = fallbacksOf(org, object);
    const ofUser = object.name === "User" ? userDefaults("") : {};
    const isFilled = (field: FieldSchema): boolean =>
        fallbacks.has(field.name) || field.name in ofUser || field.type === "id" || field.autoNumber !== null;
    const others = storedFields(object).filter((field) => !given.includes(field) && isFilled(field));
    const fields = [...given, ...others];
    const values = fields.map((field) => fallbacks.get(field.name) ?? null);
    const idPlace = fields.findIndex((field) => field.type === "id");
    const numbered = fields.flatMap((field, place) => (field.autoNumber === null ? [] : [{ field, place }]));
    const fillUser = object.name === "User" ? userFiller(fields) : null;

    return {
        fields,
        readers: given.map(readerOf),
        fillBlanks(cells, ids) {
            fillUser?.(cells);
            for (let place = 0; place < fields.length; place += 1) {
                cells[place] ??= values[place] ?? null;
            }
            for (const { field, place } of numbered) {
                cells[place] ??= org.store.nextAutoNumber(object, field);
            }
            cells[idPlace] ??= freeId(org, object, ids);
        }
    };
}

/** What the platform fills where nothing is given, by field. */
function fallbacksOf(org: RowsOfOrg, object: ObjectSchema): Map<string, StoredValue> {
    const now = org.clock.now();
    const filled = new Map<string, Value>([
        ["CreatedDate", now],
        ["CreatedById", seeded.administrator],
        ["LastModifiedDate", now],
        ["LastModifiedById", seeded.administrator],
        ["SystemModstamp", now],
        ["OwnerId", seeded.administrator]
    ]);
    const fallbacks = new Map<string, StoredValue>();
    for (const field of storedFields(object)) {
        const value = filled.get(field.name) ?? defaultOf(field);
        if (value !== null) fallbacks.set(field.name, toStored(field, value));
    }
    return fallbacks;
}

/** A number's default value stands there as text. */
function defaultOf(field: FieldSchema): Value {
    const { defaultValue } = field;
    return isNumeric(field) && typeof defaultValue === "string" ? new Decimal(defaultValue) : defaultValue;
}

const mostRemembered = 10_000;

const plainNumber = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/** Most cells are text, or numbers that need no rounding: those take a shorter way to the same value. */
function readerOf(field: FieldSchema): (cell: string) => StoredValue {
    const read = (cell: string): StoredValue => (cell === "" ? null : toStored(field, readCell(field, cell)));
    if (field.type === "date") return remembering(read);
    if (!isNumeric(field)) return read;
    const digits = field.precision - field.scale;
    return (cell) => {
        const [, sign = "", whole = "", fraction = ""] = plainNumber.exec(cell) ?? [];
        if (whole === "" || whole.length > digits || fraction.length > field.scale) return read(cell);
        return BigInt(`${sign}${whole}${fraction.padEnd(field.scale, "0")}`);
    };
}

/** Dates repeat: a year has few. */
function remembering(read: (cell: string) => StoredValue): (cell: string) => StoredValue {
    const known = new Map<string, StoredValue>();
    return (cell) => {
        const before = known.get(cell);
        if (before !== undefined) return before;
        const stored = read(cell);
        if (known.size < mostRemembered) known.set(cell, stored);
        return stored;
    };
}

function userFiller(fields: readonly FieldSchema[]): (cells: StoredValue[]) => void {
    const place = new Map(fields.map((field, index) => [field.name, index]));
    return (cells) => {
        const username = String(cells[place.get("Username") ?? -1] ?? "");
        for (const [name, value] of Object.entries(userDefaults(username))) {
            const index = place.get(name);
            if (index !== undefined) cells[index] ??= value;
        }
    };
}

function userDefaults(username: string): Readonly<Record<string, StoredValue>> {
    const nickname = username.split("@")[0] ?? "";
    return {
        Email: username,
        Alias: nickname.slice(0, 8),
        CommunityNickname: nickname.slice(0, 40),
        IsActive: 1n,
        UserType: "Standard",
        ProfileId: seeded.standardUserProfile,
        TimeZoneSidKey: "UTC",
        LocaleSidKey: "en_US",
        LanguageLocaleKey: "en_US",
        EmailEncodingKey: "UTF-8"
    };
}

function freeId(org: RowsOfOrg, object: ObjectSchema, given: ReadonlyMap<string, number>): string {
    let id = org.store.newId(object);
    while (given.has(id)) {
        id = org.store.newId(object);
    }
    return id;
}
