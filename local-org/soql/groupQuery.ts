import type { FieldType, QueryBase } from "@jetstreamapp/soql-parser-js";
import { visibleRows } from "./access.ts";
import type { ColumnMetadata } from "./columnMetadata.ts";
import { fieldMetadata, functionMetadata } from "./columnMetadata.ts";
import { conditionSql } from "./conditions.ts";
import { functionOperand, isAggregate } from "./functions.ts";
import { averageValue, jsonValue } from "./json.ts";
import type { JsonRecord, Row } from "./json.ts";
import { foldedSql } from "./operand.ts";
import type { Operand } from "./operand.ts";
import { orderSql } from "./order.ts";
import { fieldsOf, groupByOf } from "./parse.ts";
import { malformed, tooComplicated, unsupported } from "./refusals.ts";
import type { Scope } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { limited, Projection, selectSql } from "./statement.ts";
import type { Clauses } from "./statement.ts";
import { fieldForGroup, refuseAggregate } from "./uses.ts";

/** A grouped query, translated: its rows are AggregateResults. */
export interface GroupQuery {
    readonly statement: Sql;
    readonly metadata: readonly ColumnMetadata[];
    recordOf(row: Row): JsonRecord;
}

interface Selected {
    readonly operand: Operand;
    readonly alias: string | undefined;
}

/** More than anyone groups by, and less than SQLite takes. */
const MOST_GROUPED = 100;

export function isGrouped(query: QueryBase): boolean {
    const aggregates = fieldsOf(query).some((field) => field.type === "FieldFunctionExpression" && isAggregate(field));
    return aggregates || query.groupBy !== undefined;
}

export function groupQuery(scope: Scope, query: QueryBase, allRows: boolean): GroupQuery {
    const groups = groupsOf(scope, query);
    const grouped = new Set(groups.map((group) => group.sql.text));
    const admit = (operand: Operand): void => {
        if (!operand.isAggregate && !grouped.has(operand.sql.text)) {
            throw malformed(`Field must be grouped or aggregated: ${operand.name}`);
        }
    };
    const selected = fieldsOf(query).map((field) => selectedBy(scope, field));
    selected.forEach(({ operand }) => admit(operand));
    const keys = keysOf(selected);
    const projection = new Projection();
    const readers = selected.map(({ operand }) => readerOf(projection, operand));
    const clauses: Clauses = {
        conditions: conditionsOf(scope, query, allRows),
        groupBy: groups.map(foldedSql),
        having: query.having === undefined ? [] : [conditionSql(scope, query.having, admit)],
        orderBy: orderSql(scope, query, admit)
    };
    return {
        statement: limited(selectSql(scope, projection.sql(), clauses), query),
        metadata: selected.map(({ operand }, index) => metadataOf(operand, keys[index] ?? "")),
        recordOf(row) {
            const record: JsonRecord = { attributes: { type: "AggregateResult" } };
            readers.forEach((read, index) => (record[keys[index] ?? ""] = read(row)));
            return record;
        }
    };
}

/** COUNT() alone: a number of rows, not a record. */
export function countStatement(scope: Scope, query: QueryBase, allRows: boolean): Sql {
    const rows = limited(selectSql(scope, sql`1`, { conditions: conditionsOf(scope, query, allRows) }), query);
    return sql`SELECT count(*) AS total FROM (${rows})`;
}

function conditionsOf(scope: Scope, query: QueryBase, allRows: boolean): readonly Sql[] {
    const visible = visibleRows(scope.context, scope.root.object, scope.root.alias, allRows);
    return query.where === undefined ? visible : [...visible, conditionSql(scope, query.where, refuseAggregate)];
}

function groupsOf(scope: Scope, query: QueryBase): readonly Operand[] {
    if (groupByOf(query).length > MOST_GROUPED) throw tooComplicated(`GROUP BY takes ${MOST_GROUPED} fields at most`);
    return groupByOf(query).map((clause) => {
        const operand = "fn" in clause ? functionOperand(scope, clause.fn) : fieldForGroup(scope, clause.field);
        if (operand.isAggregate) throw malformed(`Aggregate expressions are not allowed in GROUP BY: ${operand.name}`);
        return operand;
    });
}

function selectedBy(scope: Scope, field: FieldType): Selected {
    switch (field.type) {
        case "Field":
            return { operand: fieldForGroup(scope, field.field), alias: field.alias };
        case "FieldRelationship": {
            const path = [...field.relationships, field.field].join(".");
            return { operand: fieldForGroup(scope, path), alias: "alias" in field ? field.alias : undefined };
        }
        case "FieldFunctionExpression":
            return { operand: functionOperand(scope, field), alias: field.alias };
        case "FieldSubquery":
            throw malformed("A sub-select is not allowed in a grouped query");
        case "FieldTypeof":
            throw unsupported("TYPEOF");
    }
}

/** Alias, else the field's own name, else expr0, expr1, … over the functions without one. */
function keysOf(selected: readonly Selected[]): readonly string[] {
    let unnamed = 0;
    const keys = selected.map(({ operand, alias }) => alias ?? operand.field?.name ?? `expr${unnamed++}`);
    const seen = new Set<string>();
    for (const key of keys) {
        if (seen.has(key.toLowerCase())) throw malformed(`duplicate alias: ${key}`);
        seen.add(key.toLowerCase());
    }
    return keys;
}

/** Text that differs only in case is one group, shown as its first spelling. */
function readerOf(projection: Projection, operand: Operand): (row: Row) => unknown {
    const isGroupedText = operand.kind === "text" && !operand.isAggregate;
    const value = projection.add(isGroupedText ? sql`min(${operand.sql})` : operand.sql);
    const { kind, scale, dividedBy } = operand;
    if (dividedBy === undefined) return (row) => jsonValue(row[value] ?? null, kind, scale);
    const count = projection.add(dividedBy);
    return (row) => averageValue(row[value] ?? null, row[count] ?? null, scale);
}

function metadataOf(operand: Operand, key: string): ColumnMetadata {
    return operand.field === null ? functionMetadata(key, operand.name) : fieldMetadata(operand.field);
}
