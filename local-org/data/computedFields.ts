import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Clock } from "../clock.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { storedRowReader } from "./readRows.ts";
import { fromStored, toStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import type { RecordValues, Value } from "./value.ts";

/** The value of a formula field for a record as it stands; blank where the formula has no result. */
export type EvaluateFormula = (object: ObjectSchema, field: FieldSchema, values: Readonly<RecordValues>) => Value;

/** Computes the fields that are not stored. */
export interface ComputedFields {
    /** For a record as it stands in memory, saved or not. */
    compute(object: ObjectSchema, field: FieldSchema, values: Readonly<RecordValues>): Value;
    evaluateFormulasWith(evaluate: EvaluateFormula): void;
}

interface RowsToCompute {
    readonly database: DatabaseSync;
    readonly schema: Schema;
    readonly clock: Clock;
    readonly readRow: ReturnType<typeof storedRowReader>;
}

/** Makes `computed(object, field, id)` known to SQL, which `columnOf` writes in place of a column. */
export function computedFields({ database, schema, clock, readRow }: RowsToCompute): ComputedFields {
    const queries = new Map<string, StatementSync>();
    let evaluateFormula: EvaluateFormula = (object, field) => {
        throw new Error(`Nothing evaluates the formula of ${object.name}.${field.name} yet.`);
    };

    function resultOf(sql: string, id: string): StoredValue {
        const query = queries.get(sql) ?? prepared(database, sql);
        queries.set(sql, query);
        const row = query.get({ id, today: clock.today() });
        return row === undefined ? null : ((Object.values(row)[0] ?? null) as StoredValue);
    }

    function compute(object: ObjectSchema, field: FieldSchema, values: Readonly<RecordValues>): Value {
        const { computation } = field;
        if (computation?.kind === "query") {
            const id = values["Id"];
            return fromStored(field, typeof id === "string" ? resultOf(computation.sql, id) : toStored(field, null));
        }
        return computation === null ? (values[field.name] ?? null) : evaluateFormula(object, field, values);
    }

    database.function("today_of_org", () => clock.today());
    database.function("computed", { useBigIntArguments: true }, (objectName, fieldName, id) => {
        const object = schema.object(String(objectName));
        const field = object?.fields.get(String(fieldName));
        if (object === undefined || field === undefined || typeof id !== "string") return null;
        if (field.computation?.kind === "query") return resultOf(field.computation.sql, id);
        const values = readRow(object, id, "deletedToo");
        return values === undefined ? null : toStored(field, compute(object, field, values));
    });

    return { compute, evaluateFormulasWith: (evaluate) => void (evaluateFormula = evaluate) };
}

function prepared(database: DatabaseSync, sql: string): StatementSync {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    statement.setAllowUnknownNamedParameters(true);
    return statement;
}
