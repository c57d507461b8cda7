import type { Query, WhereClause } from "@jetstreamapp/soql-parser-js";
import { visibleRows } from "./access.ts";
import type { Admission } from "./conditions.ts";
import { readableObject } from "./context.ts";
import type { Operand } from "./operand.ts";
import { kindOf } from "./operand.ts";
import { fieldsOf, refuseClauses } from "./parse.ts";
import { invalidField, malformed } from "./refusals.ts";
import { Scope } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { selectSql } from "./statement.ts";
import { refuseAggregate } from "./uses.ts";

type ConditionSql = (scope: Scope, clause: WhereClause, admit: Admission) => Sql;

/** `Id IN (SELECT OpportunityId FROM …)`; blanks among the selected values are passed over, also by NOT IN. */
export function semiJoin(outer: Scope, operand: Operand, isIn: boolean, query: Query, conditionSql: ConditionSql): Sql {
    refuseClauses(query);
    if (operand.kind !== "id") {
        throw invalidField(`The left operand field in the where expression should be of type 'id': '${operand.name}'`);
    }
    if (
        query.limit !== undefined ||
        query.offset !== undefined ||
        query.orderBy !== undefined ||
        query.groupBy !== undefined
    ) {
        throw malformed("A semi join sub-select takes no GROUP BY, ORDER BY, LIMIT or OFFSET");
    }
    const object = readableObject(outer.context, query.sObject ?? "");
    const scope = new Scope(outer.context, object, query.sObjectAlias, "s");
    const selected = selectedId(scope, query);
    const conditions = [...visibleRows(outer.context, object, scope.root.alias)];
    if (query.where !== undefined) {
        refuseNesting(query.where);
        conditions.push(conditionSql(scope, query.where, refuseAggregate));
    }
    const found = sql`${operand.sql} IN (${selectSql(scope, selected, { conditions })})`;
    return isIn ? found : sql`NOT coalesce(${found}, 0)`;
}

function selectedId(scope: Scope, query: Query): Sql {
    const [field, ...others] = fieldsOf(query);
    if (field === undefined || others.length > 0 || (field.type !== "Field" && field.type !== "FieldRelationship")) {
        throw malformed("A semi join sub-select takes one field");
    }
    const path = field.type === "FieldRelationship" ? [...field.relationships, field.field].join(".") : field.field;
    const column = scope.resolve(path);
    if (kindOf(column.field) !== "id") {
        throw invalidField(`The selected field '${path}' in the subquery should be of type 'id'`);
    }
    return column.sql;
}

function refuseNesting(where: WhereClause): void {
    for (
        let link: WhereClause | undefined = where;
        link !== undefined;
        link = "right" in link ? link.right : undefined
    ) {
        if (link.left !== null && "valueQuery" in link.left)
            throw malformed("Nesting of semi join sub-selects is not supported");
    }
}
