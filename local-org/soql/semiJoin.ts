import type { Query, WhereClause } from "@jetstreamapp/soql-parser-js";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { visibleRows } from "./access.ts";
import type { Admission } from "./conditions.ts";
import { readableObject } from "./context.ts";
import type { Operand } from "./operand.ts";
import { kindOf } from "./operand.ts";
import { fieldsOf, refuseClauses } from "./parse.ts";
import { invalidField, malformed } from "./refusals.ts";
import { Scope } from "./scope.ts";
import type { Column } from "./scope.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { selectSql } from "./statement.ts";
import { refuseAggregate } from "./uses.ts";

type ConditionSql = (scope: Scope, clause: WhereClause, admit: Admission) => Sql;

/** Not supported in sub-selects (SOQL reference, Comparison Operators, on semi-joins). */
const NOT_WITHIN: ReadonlySet<string> = new Set(["Task"]);

/**
 * `Id IN (SELECT OpportunityId FROM …)`; blanks among the selected values are passed over, also by NOT IN. Refuses
 * what the reference excludes: paths on either side, the queried object itself, fields of different objects.
 */
export function semiJoin(outer: Scope, operand: Operand, isIn: boolean, query: Query, conditionSql: ConditionSql): Sql {
    refuseClauses(query);
    if (operand.kind !== "id" || operand.field === null || leavesObject(outer, operand.name)) {
        throw invalidField(
            "The left operand field in the where expression for outer query should be an id field, " +
                `cannot use: '${operand.name}'`
        );
    }
    if (query.groupBy !== undefined) throw malformed("A semi join sub-select takes no GROUP BY");
    const object = readableObject(outer.context, query.sObject ?? "");
    if (NOT_WITHIN.has(object.name)) {
        throw malformed(`Entity '${object.name}' is not supported for semi join inner selects`);
    }
    if (object.name === outer.root.object.name) {
        throw malformed("The inner and outer selects should not be on the same object type");
    }
    const scope = new Scope(outer.context, object, { alias: query.sObjectAlias, sqlName: "s" });
    const selected = selectedId(scope, query);
    refuseOtherObject({ field: operand.field, object: outer.root.object, name: operand.name }, selected);
    const conditions = [...visibleRows(outer.context, object, scope.root.alias)];
    if (query.where !== undefined) {
        refuseNesting(query.where);
        conditions.push(conditionSql(scope, query.where, refuseAggregate));
    }
    const found = sql`${operand.sql} IN (${selectSql(scope, selected.sql, { conditions })})`;
    return isIn ? found : sql`NOT coalesce(${found}, 0)`;
}

function selectedId(scope: Scope, query: Query): Column {
    const [field, ...others] = fieldsOf(query);
    if (field === undefined || others.length > 0 || (field.type !== "Field" && field.type !== "FieldRelationship")) {
        throw malformed("A semi join sub-select takes one field");
    }
    const path = field.type === "FieldRelationship" ? [...field.relationships, field.field].join(".") : field.field;
    const column = scope.resolve(path);
    if (kindOf(column.field) !== "id" || leavesObject(scope, path)) {
        throw invalidField(`semi join sub-selects can only query id fields, cannot use: '${path}'`);
    }
    return column;
}

/** A field that is reached through a reference; the object's own name or alias before a field leads nowhere. */
function leavesObject(scope: Scope, path: string): boolean {
    return scope.resolve(path).source !== scope.root;
}

interface Side {
    readonly field: Column["field"];
    readonly object: ObjectSchema;
    readonly name: string;
}

function refuseOtherObject(left: Side, { field, source }: Column): void {
    const named = new Set(objectsOf(left.field, left.object));
    if (objectsOf(field, source.object).some((name) => named.has(name))) return;
    throw malformed(
        `The selected field '${field.name}' in the subquery and the left operand field in the where expression in ` +
            `the outer query '${left.name}' should point to the same object type`
    );
}

function objectsOf(field: Column["field"], object: ObjectSchema): readonly string[] {
    return field.reference === null ? [object.name] : field.reference.to;
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
