import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { EvaluateFormula } from "./computedFields.ts";
import type { RecycleBin } from "./recycleBin.ts";
import type { StoredValue } from "./storedValue.ts";
import type { StoreSnapshot } from "./storeSnapshot.ts";
import type { RecordValues, Value } from "./value.ts";

/** Rows of every object in SQLite, without rules: what `save` writes and what a load restores. */
export interface Store {
    /** Fills auto numbers that have no value into the given values too. */
    insert(object: ObjectSchema, values: RecordValues): void;
    /** For many rows of the same fields, as they are stored; fields that are not named stay blank. */
    inserter(object: ObjectSchema, fields: readonly FieldSchema[]): (cells: readonly StoredValue[]) => void;
    nextAutoNumber(object: ObjectSchema, field: FieldSchema): string;
    /** Does the work with the object's indexes taken away, and makes them anew from what it left. */
    withoutIndexes<T>(object: ObjectSchema, work: () => T): T;
    /** Writes the given fields only. */
    update(object: ObjectSchema, id: string, values: RecordValues): void;
    /** For good, past the recycle bin. */
    remove(object: ObjectSchema, id: string): void;
    /** Rows that were deleted; no other reader meets them. */
    readonly bin: RecycleBin;
    read(object: ObjectSchema, id: string): RecordValues | undefined;
    /** The row without the fields that are computed on reading. */
    readStored(object: ObjectSchema, id: string): RecordValues | undefined;
    /** Rows whose field equals one of the values, in Id order; all rows where no filter is given. */
    readMany(object: ObjectSchema, filter?: { field: string; isOneOf: readonly (string | null)[] }): RecordValues[];
    /** A record of a custom metadata type. Not to be written into: it is kept between writes. */
    readMetadata(object: ObjectSchema, developerName: string): Readonly<RecordValues> | undefined;
    /** A fresh Id of the object: key prefix, counter, 18 characters with the case checksum. */
    newId(object: ObjectSchema): string;
    /** The value of a field that is not stored, for a record as it stands in memory. */
    compute(object: ObjectSchema, field: FieldSchema, values: Readonly<RecordValues>): Value;
    /** Says how formula fields are evaluated, which the rows alone don't know. */
    evaluateFormulasWith(evaluate: EvaluateFormula): void;
    /** Nests (savepoints). Rolls back and rethrows what the work throws. */
    transaction<T>(work: () => T): T;
    /** Runs work after the outermost commit; never where a transaction around it is rolled back. */
    afterCommit(work: () => void): void;
    /** For the SOQL executor: rows of a SQL text, integers as bigint. */
    select(
        sql: string,
        parameters: readonly (string | bigint | null)[]
    ): Iterable<Record<string, string | bigint | null>>;
    /** The same rows as their cells in order of selection, twice as fast: for what reads whole tables. */
    selectCells(
        sql: string,
        parameters: readonly (string | bigint | null)[]
    ): IterableIterator<readonly (string | bigint | null)[]>;
    /** A writing SQL statement over many rows at once, for what is computed by the set. Says how many rows changed. */
    run(sql: string, parameters?: readonly (string | bigint | null)[]): number;
    /** Rows written since the store was opened: another number means that rows may be others now. */
    changes(): number;
    /** Quoted names of an object's table and a field's column. */
    table(object: ObjectSchema): string;
    /** What stands after FROM for queryAll: the rows of the table and the deleted ones, IsDeleted telling them apart. */
    tableWithDeleted(object: ObjectSchema): string;
    column(fieldName: string): string;
    /** A field of the rows that an alias stands for, in SQL: its column, or what computes it. */
    columnOf(object: ObjectSchema, fieldName: string, alias: string): string;
    /** Keeps the rows as they are now, outside any transaction. Schema and metadata are kept by `snapshotOrg`. */
    snapshot(): StoreSnapshot;
    close(): void;
}
