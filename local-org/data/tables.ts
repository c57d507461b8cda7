import type { DatabaseSync } from "node:sqlite";
import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { isComputed, isNumeric } from "./storedValue.ts";

/** Who created and changed a row is looked up by nobody: an index would only slow every save. */
const unindexedReferences: ReadonlySet<string> = new Set(["CreatedById", "LastModifiedById"]);

/** Begins the declared type of a column that is computed on reading. */
const computedMark = "COMPUTED ";

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Objects without IsDeleted have no bin: their rows go for good. */
export const hasBin = (object: ObjectSchema): boolean => object.fields.has("IsDeleted");

/** The table of an object's deleted rows; no object can have this name. */
export const binName = (object: ObjectSchema): string => `${object.name}(deleted)`;

/**
 * Keeps one table an object and one column a field, now and at every later change of the schema. Deleted
 * rows have a table like it.
 */
export function followSchema(database: DatabaseSync, schema: Schema): void {
    schema.objects().forEach((object) => putTables(database, object));
    schema.follow({
        objectPut: (object) => putTables(database, object),
        objectRemoved: (object) => {
            database.exec(`DROP TABLE IF EXISTS ${quoted(object.name)}`);
            database.exec(`DROP TABLE IF EXISTS ${quoted(binName(object))}`);
        }
    });
}

function putTables(database: DatabaseSync, object: ObjectSchema): void {
    putTable(database, object, object.name, "keepsValues");
    for (const field of object.fields.values()) {
        indexColumn(database, object, field);
    }
    if (hasBin(object)) {
        putTable(database, object, binName(object), "mayLoseValues");
    }
}

/**
 * Compares with the table as it is, not with the schema as it was: a transaction that was rolled back
 * took its columns with it.
 */
function putTable(database: DatabaseSync, object: ObjectSchema, name: string, care: Care): void {
    const present = columnsOf(database, name);
    if (present.size === 0) {
        const columns = [...object.fields.values()].map((field) => columnDefinition(object, field));
        database.exec(`CREATE TABLE ${quoted(name)} (${columns.join(", ")})`);
    } else {
        changeColumns(database, object, name, present, care);
    }
}

/** What becomes of values that a column can't hold any more: they stop the change, or go. */
type Care = "keepsValues" | "mayLoseValues";

function changeColumns(
    database: DatabaseSync,
    object: ObjectSchema,
    tableName: string,
    present: ReadonlyMap<string, string>,
    care: Care
): void {
    const table = quoted(tableName);
    for (const name of present.keys()) {
        if (!object.fields.has(name)) {
            dropColumn(database, tableName, name);
        }
    }
    for (const field of object.fields.values()) {
        const type = present.get(field.name);
        if (type === undefined) {
            database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(object, field)}`);
        } else if (type !== columnType(field)) {
            convertColumn(database, object, tableName, field, type, care);
        }
    }
}

/** A change of scale keeps the numbers; any other change of what a column holds needs it empty. */
function convertColumn(
    database: DatabaseSync,
    object: ObjectSchema,
    tableName: string,
    field: FieldSchema,
    type: string,
    care: Care
): void {
    const [table, column] = [quoted(tableName), quoted(field.name)];
    const scale = /^INTEGER\((\d+)\)$/.exec(type)?.[1];
    const keepsNumbers = scale !== undefined && isNumeric(field) && !isComputed(field);
    if (type.startsWith(computedMark)) {
        dropColumn(database, tableName, field.name);
        database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(object, field)}`);
        return;
    }
    const filled = database.prepare(`SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`).get();
    if (!keepsNumbers && filled !== undefined && care === "keepsValues") {
        throw new OrgError(
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            `${tableName}.${field.name} holds values, so it can't become a field of type ${field.type}.`
        );
    }
    const aside = quoted("(old)");
    database.exec(`DROP INDEX IF EXISTS ${indexName(tableName, field.name)}`);
    database.exec(`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${aside}`);
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(object, field)}`);
    if (keepsNumbers) {
        database.exec(`UPDATE ${table} SET ${column} = ${rescaled(aside, field.scale - Number(scale))}`);
    }
    dropColumn(database, tableName, "(old)");
}

function dropColumn(database: DatabaseSync, tableName: string, name: string): void {
    database.exec(`DROP INDEX IF EXISTS ${indexName(tableName, name)}`);
    database.exec(`ALTER TABLE ${quoted(tableName)} DROP COLUMN ${quoted(name)}`);
}

/** SQL of a scaled integer at another scale; rounds half away from zero. */
export function rescaled(sql: string, difference: number): string {
    if (difference >= 0) {
        return `${sql} * ${10n ** BigInt(difference)}`;
    }
    const divisor = 10n ** BigInt(-difference);
    return `(${sql} + CASE WHEN ${sql} < 0 THEN -1 ELSE 1 END * ${divisor / 2n}) / ${divisor}`;
}

/** Says the scale of a number too, and what is computed, so that a column can be compared with a field. */
function columnType(field: FieldSchema): string {
    return isComputed(field) ? `${computedMark}${storedType(field)}` : storedType(field);
}

function storedType(field: FieldSchema): string {
    if (isNumeric(field)) {
        return `INTEGER(${field.scale})`;
    }
    return field.type === "boolean" ? "BOOLEAN" : "TEXT";
}

/**
 * SQLite computes a generated column whenever it is read, so that queries, sort orders and sums see a value that
 * is never stale, and no writer can set one.
 */
function columnDefinition(object: ObjectSchema, field: FieldSchema): string {
    const column = `${quoted(field.name)} ${columnType(field)}`;
    if (isComputed(field)) {
        return `${column} GENERATED ALWAYS AS (computed('${object.name}', '${field.name}', "Id")) VIRTUAL`;
    }
    if (field.type === "boolean") {
        return `${column} NOT NULL DEFAULT ${field.defaultValue === true ? 1 : 0}`;
    }
    return field.type === "id" ? `${column} PRIMARY KEY NOT NULL` : column;
}

function indexColumn(database: DatabaseSync, object: ObjectSchema, field: FieldSchema): void {
    const isLookedUp = (field.type === "reference" && !unindexedReferences.has(field.name)) || field.externalId;
    if (isLookedUp && !isComputed(field)) {
        const on = `${quoted(object.name)} (${quoted(field.name)})`;
        database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(object.name, field.name)} ON ${on}`);
    }
}

const indexName = (tableName: string, fieldName: string): string => quoted(`${tableName}.${fieldName}`);

/** Declared types by column name; empty where there is no such table. */
function columnsOf(database: DatabaseSync, table: string): ReadonlyMap<string, string> {
    const rows = database.prepare("SELECT name, type FROM pragma_table_xinfo(?)").all(table);
    return new Map(rows.map((row) => [String(row["name"]), String(row["type"])]));
}
