import type { DatabaseSync } from "node:sqlite";
import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { isComputed, isNumeric } from "./storedValue.ts";

/** Who created and changed a row is looked up by nobody: an index would only slow every save. */
const unindexedReferences: ReadonlySet<string> = new Set(["CreatedById", "LastModifiedById"]);

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
    for (const field of storedFields(object)) {
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
        const columns = storedFields(object).map(columnDefinition);
        database.exec(`CREATE TABLE ${quoted(name)} (${columns.join(", ")})`);
    } else {
        changeColumns(database, object, name, present, care);
    }
}

/** What is computed on reading has no column: SQLite would compute a generated one at every write too. */
export function storedFields(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => field.computation === null);
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
        const field = object.fields.get(name);
        if (field !== undefined && isComputed(field) && care === "keepsValues") checkEmpty(database, tableName, field);
        if (field === undefined || isComputed(field)) {
            dropColumn(database, tableName, name);
        }
    }
    for (const field of storedFields(object)) {
        const type = present.get(field.name);
        if (type === undefined) {
            database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        } else if (type !== columnType(field)) {
            convertColumn(database, tableName, field, type, care);
        }
    }
}

/** A change of scale keeps the numbers; any other change of what a column holds needs it empty. */
function convertColumn(database: DatabaseSync, tableName: string, field: FieldSchema, type: string, care: Care): void {
    const [table, column] = [quoted(tableName), quoted(field.name)];
    const scale = /^INTEGER\((\d+)\)$/.exec(type)?.[1];
    const keepsNumbers = scale !== undefined && isNumeric(field);
    if (!keepsNumbers && care === "keepsValues") checkEmpty(database, tableName, field);
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition({ ...field, name: "(new)" })}`);
    if (keepsNumbers) {
        database.exec(`UPDATE ${table} SET "(new)" = ${rescaled(column, field.scale - Number(scale))}`);
    }
    dropColumn(database, tableName, field.name);
    database.exec(`ALTER TABLE ${table} RENAME COLUMN "(new)" TO ${column}`);
}

function checkEmpty(database: DatabaseSync, tableName: string, { computation, name, type }: FieldSchema): void {
    const [table, column] = [quoted(tableName), quoted(name)];
    const filled = database.prepare(`SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`).get();
    if (filled !== undefined) {
        const kind = computation === null ? `of type ${type}` : "that is computed";
        throw new OrgError(
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            `${tableName}.${name} holds values, so it can't become a field ${kind}.`
        );
    }
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

/** Says the scale of a number too, so that a column can be compared with a field. */
function columnType(field: FieldSchema): string {
    if (isNumeric(field)) {
        return `INTEGER(${field.scale})`;
    }
    return field.type === "boolean" ? "BOOLEAN" : "TEXT";
}

/** A field's value in SQL, where the row's table is known by the alias: its column, or the call that computes it. */
export function columnOf(object: ObjectSchema, field: FieldSchema, alias: string): string {
    const { computation } = field;
    if (computation === null) return `${alias}.${quoted(field.name)}`;
    // Within the query it costs a fifth of a call, but names of its own table would mean the wrong row.
    const isOfOtherTables = computation.kind === "query" && !new RegExp(`\\b${object.name}\\b`).test(computation.sql);
    return isOfOtherTables
        ? `(${computation.sql.replaceAll(":id", `${alias}."Id"`).replaceAll(":today", "today_of_org()")})`
        : `computed('${object.name}', '${field.name}', ${alias}."Id")`;
}

function columnDefinition(field: FieldSchema): string {
    const column = `${quoted(field.name)} ${columnType(field)}`;
    if (field.type === "boolean") {
        return `${column} NOT NULL DEFAULT ${field.defaultValue === true ? 1 : 0}`;
    }
    return field.type === "id" ? `${column} PRIMARY KEY NOT NULL` : column;
}

function indexColumn(database: DatabaseSync, object: ObjectSchema, field: FieldSchema): void {
    const isLookedUp = (field.type === "reference" && !unindexedReferences.has(field.name)) || field.externalId;
    if (isLookedUp) {
        const on = `${quoted(object.name)} (${quoted(field.name)})`;
        database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(object.name, field.name)} ON ${on}`);
    }
}

/** An index that is made once costs less than one that grows with every row. */
export function withoutIndexes<T>(database: DatabaseSync, object: ObjectSchema, work: () => T): T {
    const fields = storedFields(object);
    for (const { name } of fields) database.exec(`DROP INDEX IF EXISTS ${indexName(object.name, name)}`);
    const result = work();
    for (const field of fields) indexColumn(database, object, field);
    return result;
}

const indexName = (tableName: string, fieldName: string): string => quoted(`${tableName}.${fieldName}`);

/** Declared types by column name; empty where there is no such table. */
function columnsOf(database: DatabaseSync, table: string): ReadonlyMap<string, string> {
    const rows = database.prepare("SELECT name, type FROM pragma_table_info(?)").all(table);
    return new Map(rows.map((row) => [String(row["name"]), String(row["type"])]));
}
