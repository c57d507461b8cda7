import type { Query } from "@jetstreamapp/soql-parser-js";
import { OrgError } from "../orgError.ts";
import type { QueryMetadata } from "./columnMetadata.ts";
import { functionMetadata, queryMetadata } from "./columnMetadata.ts";
import { readableObject } from "./context.ts";
import type { SoqlContext } from "./context.ts";
import { nameOf } from "./functions.ts";
import { countStatement, groupQuery, isGrouped } from "./groupQuery.ts";
import type { JsonRecord, Row } from "./json.ts";
import { fieldsOf, parseSoql } from "./parse.ts";
import { recordQuery } from "./recordQuery.ts";
import { unsupported } from "./refusals.ts";
import { Scope } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { limited, selectSql } from "./statement.ts";

export interface SoqlOptions {
    /** queryAll: deleted records too. */
    readonly allRows?: boolean;
    /** For the url of each record; "66.0" unless given. */
    readonly apiVersion?: string;
    /** No more records than these are read at once; the others by the result's `page`. All at once where not given. */
    readonly pageSize?: number;
}

/** `records` is empty for COUNT(), whose answer is `totalSize`. */
export interface SoqlResult {
    readonly entityName: string;
    readonly totalSize: number;
    readonly records: readonly JsonRecord[];
    /**
     * There where the query finds more than `pageSize` records, and `records` has the first of them: the records
     * from one place to another, as they are when asked. One that is gone since is left out.
     */
    readonly page?: (start: number, end: number) => readonly JsonRecord[];
    /** The body of `?columns=true`. */
    readonly columnMetadata: QueryMetadata;
}

/**
 * Runs a query as the user, in SQLite. Throws OrgError MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD or
 * INVALID_QUERY_FILTER_OPERATOR with messages like the platform's; what this org leaves out is refused by name.
 */
export function executeSoql(context: SoqlContext, text: string, options: SoqlOptions = {}): SoqlResult {
    const query = parseSoql(text);
    const { allRows = false } = options;
    const scope = new Scope(context, readableObject(context, query.sObject), { alias: query.sObjectAlias, allRows });
    if (isCount(query)) return count(scope, query, options);
    return isGrouped(query) ? groups(scope, query, options) : records(scope, query, options);
}

function records(scope: Scope, query: Query, options: SoqlOptions): SoqlResult {
    const { allRows = false, apiVersion = "66.0", pageSize } = options;
    const translated = recordQuery(scope, query, { allRows, apiVersion, level: 1 });
    const { projection, clauses } = translated;
    const statement = selectSql(scope, projection.sql(), clauses);
    const metadata = queryMetadata(scope.root.object, translated.metadata, false);
    const found = rowsOf(scope, limited(statement, pageSize === undefined ? query : oneMoreThan(pageSize, query)));
    if (pageSize === undefined || found.length <= pageSize) {
        const all = translated.recordsOf(found);
        return resultOf(scope, all, all.length, metadata);
    }
    const ids = idsOf(scope, limited(selectSql(scope, scope.column(scope.root, "Id"), clauses), query));
    return {
        ...resultOf(scope, translated.recordsOf(found.slice(0, pageSize)), ids.length, metadata),
        page: (start, end) => {
            const listed = JSON.stringify(ids.slice(start, end));
            const conditions = [sql`${scope.column(scope.root, "Id")} IN (SELECT value FROM json_each(${listed}))`];
            return translated.recordsOf(rowsOf(scope, selectSql(scope, projection.sql(), { ...clauses, conditions })));
        }
    };
}

/** Shows whether there is a second page, whose records nobody may ever ask for. */
function oneMoreThan(pageSize: number, query: Query): Query {
    return { ...query, limit: Math.min(query.limit ?? Infinity, pageSize + 1) };
}

/** Of a million records their Ids fit into memory; the records themselves do not. */
function idsOf({ context }: Scope, statement: Sql): string[] {
    const ids: string[] = [];
    for (const [id] of context.store.selectCells(statement.text, statement.parameters)) ids.push(String(id));
    return ids;
}

function groups(scope: Scope, query: Query, options: SoqlOptions): SoqlResult {
    const translated = groupQuery(scope, query, options.allRows ?? false);
    const found = rowsOf(scope, translated.statement).map((row) => translated.recordOf(row));
    return resultOf(scope, found, found.length, queryMetadata(scope.root.object, translated.metadata, true));
}

function count(scope: Scope, query: Query, options: SoqlOptions): SoqlResult {
    const [row] = rowsOf(scope, countStatement(scope, query, options.allRows ?? false));
    const metadata = queryMetadata(scope.root.object, [functionMetadata("expr0", "count()")], false);
    return resultOf(scope, [], Number(row?.["total"] ?? 0), metadata);
}

function isCount(query: Query): boolean {
    const [field, ...others] = fieldsOf(query);
    if (field?.type !== "FieldFunctionExpression" || nameOf(field) !== "COUNT" || field.parameters.length > 0)
        return false;
    if (field.alias !== undefined) throw unsupported("An alias of COUNT()");
    if (others.length > 0 || query.groupBy !== undefined) throw unsupported("COUNT() beside other fields or GROUP BY");
    return true;
}

function rowsOf(scope: Scope, statement: Sql): Row[] {
    try {
        return [...scope.context.store.select(statement.text, statement.parameters)];
    } catch (error) {
        if (!(error instanceof Error) || error.message !== "integer overflow") throw error;
        throw new OrgError("NUMBER_OUTSIDE_VALID_RANGE", "A sum of the query has more than 18 digits");
    }
}

function resultOf(
    scope: Scope,
    found: readonly JsonRecord[],
    totalSize: number,
    columnMetadata: QueryMetadata
): SoqlResult {
    return { entityName: scope.root.object.name, totalSize, records: found, columnMetadata };
}
