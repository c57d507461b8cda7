import type { QueryBase } from "@jetstreamapp/soql-parser-js";
import type { ColumnMetadata } from "./columnMetadata.ts";
import type { JsonRecord, Row } from "./json.ts";
import type { Scope } from "./scope.ts";
import type { Clauses, Projection } from "./statement.ts";

export interface RecordOptions {
    readonly allRows: boolean;
    /** "66.0", for the url of each record. */
    readonly apiVersion: string;
    /** 1 for the query itself, one more for each sub-select around. */
    readonly level: number;
}

/** An ungrouped query, translated: the caller runs the SELECT and hands its rows back. */
export interface RecordQuery {
    readonly projection: Projection;
    readonly clauses: Required<Pick<Clauses, "conditions" | "orderBy">>;
    readonly metadata: readonly ColumnMetadata[];
    recordsOf(rows: readonly Row[]): JsonRecord[];
}

/** A sub-select is a record query within a record query. */
export type TranslateRecordQuery = (scope: Scope, query: QueryBase, options: RecordOptions) => RecordQuery;
