import type { QueryBase } from "@jetstreamapp/soql-parser-js";
import { visibleRows } from "./access.ts";
import { childQuery } from "./children.ts";
import type { ColumnMetadata } from "./columnMetadata.ts";
import { childrenMetadata, pathMetadata } from "./columnMetadata.ts";
import { conditionSql } from "./conditions.ts";
import type { JsonChildren } from "./json.ts";
import { orderSql } from "./order.ts";
import type { RecordOptions, RecordQuery } from "./recordQueryShape.ts";
import { malformed } from "./refusals.ts";
import { RecordShape } from "./recordShape.ts";
import type { Scope } from "./scope.ts";
import { selectedFields } from "./selectedFields.ts";
import { sql } from "./sql.ts";
import { Projection } from "./statement.ts";
import type { Clauses } from "./statement.ts";
import { refuseAggregate } from "./uses.ts";

/** The queried object and four levels of children, as the platform has it from API version 58. */
const MOST_LEVELS = 5;

/** As the platform has it ("Understanding Relationship Query Limitations"). */
const MOST_CHILDREN = 20;

export function recordQuery(scope: Scope, query: QueryBase, options: RecordOptions): RecordQuery {
    const projection = new Projection();
    const shape = new RecordShape(scope, scope.root, projection, options.apiVersion);
    const metadata: ColumnMetadata[] = [];
    const loads: ((ids: readonly string[]) => void)[] = [];
    for (const selected of selectedFields(scope, query)) {
        if (selected.kind === "field") {
            shape.addField(selected.column, selected.key, selected.asLabel);
            metadata.push(pathMetadata(selected.column));
        } else {
            if (loads.length === MOST_CHILDREN) throw malformed(`A query takes ${MOST_CHILDREN} sub-selects at most`);
            if (options.level === MOST_LEVELS) throw malformed("Sub-selects may nest four levels deep at most");
            const inner = { ...options, level: options.level + 1 };
            const children = childQuery(scope, selected.subquery, inner, recordQuery);
            let found = new Map<string, JsonChildren>();
            loads.push((ids) => void (found = children.load(ids)));
            shape.addChildren(children.relationshipName, (id) => found.get(id) ?? null);
            metadata.push(childrenMetadata(children.relationshipName, children.metadata));
        }
    }
    return {
        projection,
        clauses: { conditions: conditionsOf(scope, query, options), orderBy: orderOf(scope, query) },
        metadata,
        recordsOf(rows) {
            const ids = rows.map((row) => String(row[shape.idAlias]));
            loads.forEach((load) => load(ids));
            return rows.map((row) => shape.read(row)).filter((record) => record !== null);
        }
    };
}

export function conditionsOf(
    scope: Scope,
    query: QueryBase,
    { allRows }: Pick<RecordOptions, "allRows">
): Clauses["conditions"] {
    const visible = visibleRows(scope.context, scope.root.object, scope.root.alias, allRows);
    return query.where === undefined ? visible : [...visible, conditionSql(scope, query.where, refuseAggregate)];
}

/** The Id last, so that the same query gives the same order and its pages fit together. */
export function orderOf(scope: Scope, query: QueryBase): readonly ReturnType<typeof sql>[] {
    const order = orderSql(scope, query, refuseAggregate);
    return [...order, sql`${scope.column(scope.root, "Id")}`];
}
