import type { DatabaseSync } from "node:sqlite";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { isNumeric } from "./storedValue.ts";

/** Who created and changed a row is looked up by nobody: an index would only slow every save. */
const unindexedReferences: ReadonlySet<string> = new Set(["CreatedById", "LastModifiedById"]);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Keeps one table an object and one column a field, now and at every later change of the schema. */
export function followSchema(database: DatabaseSync, schema: Schema): void {
    schema.objects().forEach((object) => putTable(database, object, undefined));
    schema.follow({
        objectPut: (object, previous) => putTable(database, object, previous),
        objectRemoved: (object) => database.exec(`DROP TABLE IF EXISTS ${quoted(object.name)}`)
    });
}

function putTable(database: DatabaseSync, object: ObjectSchema, previous: ObjectSchema | undefined): void {
    const present = columnsOf(database, object.name);
    if (present.size === 0) {
        const columns = [...object.fields.values()].map(columnDefinition);
        database.exec(`CREATE TABLE ${quoted(object.name)} (${columns.join(", ")})`);
    } else {
        changeColumns(database, object, previous, present);
    }
    for (const field of object.fields.values()) {
        indexColumn(database, object, field);
    }
}

function changeColumns(
    database: DatabaseSync,
    object: ObjectSchema,
    previous: ObjectSchema | undefined,
    present: ReadonlySet<string>
): void {
    const table = quoted(object.name);
    for (const name of present) {
        if (!object.fields.has(name)) {
            database.exec(`DROP INDEX IF EXISTS ${indexName(object, name)}`);
            database.exec(`ALTER TABLE ${table} DROP COLUMN ${quoted(name)}`);
        }
    }
    for (const field of object.fields.values()) {
        if (!present.has(field.name)) {
            database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        } else {
            convertColumn(database, object, previous?.fields.get(field.name), field);
        }
    }
}

/** A change of scale keeps the numbers; any other change of what a column holds needs it empty. */
function convertColumn(
    database: DatabaseSync,
    object: ObjectSchema,
    before: FieldSchema | undefined,
    field: FieldSchema
): void {
    if (before === undefined || storedAs(before) === storedAs(field)) {
        return;
    }
    const [table, column] = [quoted(object.name), quoted(field.name)];
    if (!isNumeric(before) || !isNumeric(field)) {
        const filled = database.prepare(`SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`).get();
        if (filled !== undefined) {
            throw new Error(
                `${object.name}.${field.name} holds values: its type can't change from ${before.type} to ${field.type}.`
            );
        }
        database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
        database.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        return;
    }
    database.exec(`UPDATE ${table} SET ${column} = ${rescaled(column, field.scale - before.scale)}`);
}

/** SQL of a scaled integer at another scale; rounds half away from zero. */
export function rescaled(sql: string, difference: number): string {
    if (difference >= 0) {
        return `${sql} * ${10n ** BigInt(difference)}`;
    }
    const divisor = 10n ** BigInt(-difference);
    return `(${sql} + CASE WHEN ${sql} < 0 THEN -1 ELSE 1 END * ${divisor / 2n}) / ${divisor}`;
}

const storedAs = (field: FieldSchema): string =>
    isNumeric(field) ? `number ${field.scale}` : field.type === "boolean" ? "flag" : "text";

function columnDefinition(field: FieldSchema): string {
    if (field.type === "id") {
        return `${quoted(field.name)} TEXT PRIMARY KEY NOT NULL`;
    }
    if (field.type === "boolean") {
        return `${quoted(field.name)} INTEGER NOT NULL DEFAULT ${field.defaultValue === true ? 1 : 0}`;
    }
    return `${quoted(field.name)} ${isNumeric(field) ? "INTEGER" : "TEXT"}`;
}

function indexColumn(database: DatabaseSync, object: ObjectSchema, field: FieldSchema): void {
    const isLookedUp = (field.type === "reference" && !unindexedReferences.has(field.name)) || field.externalId;
    if (isLookedUp) {
        const on = `${quoted(object.name)} (${quoted(field.name)})`;
        database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(object, field.name)} ON ${on}`);
    }
}

const indexName = (object: ObjectSchema, fieldName: string): string => quoted(`${object.name}.${fieldName}`);

function columnsOf(database: DatabaseSync, table: string): ReadonlySet<string> {
    const rows = database.prepare("SELECT name FROM pragma_table_info(?)").all(table);
    return new Set(rows.map((row) => String(row["name"])));
}
