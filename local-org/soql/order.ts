import type { OrderByClause, QueryBase } from "@jetstreamapp/soql-parser-js";
import { functionOperand } from "./functions.ts";
import { foldedSql } from "./operand.ts";
import type { Operand } from "./operand.ts";
import { orderByOf } from "./parse.ts";
import { malformed } from "./refusals.ts";
import type { Scope } from "./scope.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { fieldForSort } from "./uses.ts";

/** As the platform has it (SOQL reference, ORDER BY). */
const MOST_FIELDS = 32;

/** Blanks are the lowest values unless NULLS FIRST or LAST says otherwise. */
export function orderSql(scope: Scope, query: QueryBase, admit: (operand: Operand) => void): readonly Sql[] {
    const clauses = orderByOf(query);
    if (clauses.length > MOST_FIELDS) throw malformed(`ORDER BY takes ${MOST_FIELDS} fields at most`);
    return clauses.flatMap((clause) => {
        const operand = "fn" in clause ? functionOperand(scope, clause.fn) : fieldForSort(scope, clause.field);
        admit(operand);
        return sortKeys(operand).map((key) => sql`${key} ${raw(directionOf(clause))}`);
    });
}

function directionOf(clause: OrderByClause): string {
    const order = clause.order === "DESC" ? "DESC" : "ASC";
    const nulls = clause.nulls ?? (order === "DESC" ? "LAST" : "FIRST");
    return `${order} NULLS ${nulls}`;
}

/** A picklist sorts in the order of its values, what is not among them last; other text ignores case. */
function sortKeys(operand: Operand): readonly Sql[] {
    if (operand.dividedBy !== undefined) return [sql`CAST(${operand.sql} AS REAL) / ${operand.dividedBy}`];
    const values = operand.field?.type === "picklist" ? operand.field.picklistValues : [];
    if (values.length === 0) return [foldedSql(operand)];
    const cases = values.map((each, index) => sql`WHEN ${each.value} THEN ${BigInt(index)}`);
    const blank = sql`WHEN ${operand.sql} IS NULL THEN NULL`;
    const rank = sql`CASE ${operand.sql} ${join(cases, " ")} ELSE ${BigInt(values.length)} END`;
    return [sql`CASE ${blank} ELSE ${rank} END`, foldedSql(operand)];
}
