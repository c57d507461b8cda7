import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { columnOf, quoted, storedFields } from "./tables.ts";

/** A statement kept for its SQL text; integers come as bigint. */
export type Prepare = (sql: string) => StatementSync;

/** What the store asks of one table again and again. */
export interface TablePlan {
    readonly object: ObjectSchema;
    readonly fields: readonly FieldSchema[];
    /** What selects them, in order, each by its name; what is computed is so for this selection. */
    readonly columns: string;
    /** The fields that are not computed on reading, and their names. */
    readonly storedFields: readonly FieldSchema[];
    readonly storedColumns: string;
    readonly insert: StatementSync;
    /** One row by its Id as an array, in the order of `fields`. */
    readonly byId: StatementSync;
    /** Likewise, in the order of `storedFields`. */
    readonly storedById: StatementSync;
    /** Every column, still without WHERE. */
    readonly select: string;
}

/** Keeps statements until the schema changes. */
export function keepStatements(database: DatabaseSync, schema: Schema): Prepare {
    const statements = new Map<string, StatementSync>();
    const forget = (): void => statements.clear();
    schema.follow({ objectPut: forget, objectRemoved: forget });

    return (sql) => {
        let statement = statements.get(sql);
        if (statement === undefined) {
            statement = database.prepare(sql);
            statement.setReadBigInts(true);
            statements.set(sql, statement);
        }
        return statement;
    };
}

/** The plan of an object as it is now: callers may hold one from before a field was added. */
export function keepPlans(schema: Schema, prepare: Prepare): (object: ObjectSchema) => TablePlan {
    const plans = new WeakMap<ObjectSchema, TablePlan>();

    return (given) => {
        const object = schema.object(given.name) ?? given;
        let plan = plans.get(object);
        if (plan === undefined) {
            plan = planTable(object, prepare);
            plans.set(object, plan);
        }
        return plan;
    };
}

function planTable(object: ObjectSchema, prepare: Prepare): TablePlan {
    const fields = [...object.fields.values()];
    const stored = storedFields(object);
    const storedColumns = stored.map((field) => quoted(field.name)).join(", ");
    const columns = selected(object, quoted(object.name));
    const places = stored.map(() => "?").join(", ");
    return {
        object,
        fields,
        columns,
        storedFields: stored,
        storedColumns,
        byId: asArrays(prepare(`SELECT ${columns} FROM ${quoted(object.name)} WHERE "Id" = ?`)),
        storedById: asArrays(prepare(`SELECT ${storedColumns} FROM ${quoted(object.name)} WHERE "Id" = ?`)),
        insert: prepare(`INSERT INTO ${quoted(object.name)} (${storedColumns}) VALUES (${places})`),
        select: `SELECT ${columns} FROM ${quoted(object.name)}`
    };
}

/** With eighty columns, an object a row costs more than reading it. */
function asArrays(statement: StatementSync): StatementSync {
    statement.setReturnArrays(true);
    return statement;
}

/** Every field of the rows of a table, by its name. */
export function selected(object: ObjectSchema, table: string): string {
    const columns = [...object.fields.values()].map(
        (field) => `${columnOf(object, field, table)} AS ${quoted(field.name)}`
    );
    return columns.join(", ");
}
