import type { DatabaseSync } from "node:sqlite";
import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { isNumeric } from "./storedValue.ts";

/** Who created and changed a row is looked up by nobody: an index would only slow every save. */
const unindexedReferences: ReadonlySet<string> = new Set(["CreatedById", "LastModifiedById"]);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Keeps one table an object and one column a field, now and at every later change of the schema. */
export function followSchema(database: DatabaseSync, schema: Schema): void {
    schema.objects().forEach((object) => putTable(database, object));
    schema.follow({
        objectPut: (object) => putTable(database, object),
        objectRemoved: (object) => database.exec(`DROP TABLE IF EXISTS ${quoted(object.name)}`)
    });
}

/**
 * Compares with the table as it is, not with the schema as it was: a transaction that was rolled back
 * took its columns with it.
 */
function putTable(database: DatabaseSync, object: ObjectSchema): void {
    const present = columnsOf(database, object.name);
    if (present.size === 0) {
        const columns = [...object.fields.values()].map(columnDefinition);
        database.exec(`CREATE TABLE ${quoted(object.name)} (${columns.join(", ")})`);
    } else {
        changeColumns(database, object, present);
    }
    for (const field of object.fields.values()) {
        indexColumn(database, object, field);
    }
}

function changeColumns(database: DatabaseSync, object: ObjectSchema, present: ReadonlyMap<string, string>): void {
    const table = quoted(object.name);
    for (const name of present.keys()) {
        if (!object.fields.has(name)) {
            dropColumn(database, object, name);
        }
    }
    for (const field of object.fields.values()) {
        const type = present.get(field.name);
        if (type === undefined) {
            database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        } else if (type !== columnType(field)) {
            convertColumn(database, object, field, type);
        }
    }
}

/** A change of scale keeps the numbers; any other change of what a column holds needs it empty. */
function convertColumn(database: DatabaseSync, object: ObjectSchema, field: FieldSchema, type: string): void {
    const [table, column] = [quoted(object.name), quoted(field.name)];
    const scale = /^INTEGER\((\d+)\)$/.exec(type)?.[1];
    const keepsNumbers = scale !== undefined && isNumeric(field);
    const filled = database.prepare(`SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`).get();
    if (!keepsNumbers && filled !== undefined) {
        throw new OrgError(
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            `${object.name}.${field.name} holds values, so it can't become a field of type ${field.type}.`
        );
    }
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition({ ...field, name: "(new)" })}`);
    if (keepsNumbers) {
        database.exec(`UPDATE ${table} SET "(new)" = ${rescaled(column, field.scale - Number(scale))}`);
    }
    dropColumn(database, object, field.name);
    database.exec(`ALTER TABLE ${table} RENAME COLUMN "(new)" TO ${column}`);
}

function dropColumn(database: DatabaseSync, object: ObjectSchema, name: string): void {
    database.exec(`DROP INDEX IF EXISTS ${indexName(object, name)}`);
    database.exec(`ALTER TABLE ${quoted(object.name)} DROP COLUMN ${quoted(name)}`);
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
        database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(object, field.name)} ON ${on}`);
    }
}

const indexName = (object: ObjectSchema, fieldName: string): string => quoted(`${object.name}.${fieldName}`);

/** Declared types by column name; empty where there is no such table. */
function columnsOf(database: DatabaseSync, table: string): ReadonlyMap<string, string> {
    const rows = database.prepare("SELECT name, type FROM pragma_table_info(?)").all(table);
    return new Map(rows.map((row) => [String(row["name"]), String(row["type"])]));
}
