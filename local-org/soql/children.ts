import type { Subquery } from "@jetstreamapp/soql-parser-js";
import type { ChildRelationship } from "../schema/schema.ts";
import type { ColumnMetadata } from "./columnMetadata.ts";
import type { SoqlContext } from "./context.ts";
import type { JsonChildren, Row } from "./json.ts";
import { refuseClauses } from "./parse.ts";
import type { RecordOptions, TranslateRecordQuery } from "./recordQueryShape.ts";
import { malformed, unknownChildren } from "./refusals.ts";
import { Scope } from "./scope.ts";
import { join, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { rangeOf, selectSql } from "./statement.ts";

/** A child sub-select, run once for all parents. */
export interface ChildQuery {
    readonly relationshipName: string;
    readonly metadata: readonly ColumnMetadata[];
    /** By parent Id; a parent without children has no entry (the REST API then gives null). */
    load(parentIds: readonly string[]): Map<string, JsonChildren>;
}

export function childQuery(
    parent: Scope,
    subquery: Subquery,
    options: RecordOptions,
    translate: TranslateRecordQuery
): ChildQuery {
    refuseClauses(subquery);
    if (subquery.groupBy !== undefined || subquery.having !== undefined)
        throw malformed("GROUP BY is not allowed in a sub-select");
    const relationship = relationshipOf(parent, subquery.relationshipName);
    const { childObject, field } = relationship;
    const scope = new Scope(parent.context, childObject, {
        alias: subquery.sObjectAlias,
        sqlName: "k",
        allRows: options.allRows
    });
    const query = translate(scope, subquery, options);
    const parentId = scope.column(scope.root, field.name);
    const { limit, offset } = rangeOf(subquery);
    const statement = (ids: readonly string[]): Sql => {
        const rank = sql`row_number() OVER (PARTITION BY ${parentId} ORDER BY ${join(query.clauses.orderBy, ", ")})`;
        const columns = sql`${query.projection.sql()}, ${parentId} AS parent, ${rank} AS place`;
        const ofParents = sql`${parentId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
        const rows = selectSql(scope, columns, { conditions: [...query.clauses.conditions, ofParents] });
        const withinLimit = limit === null ? sql`` : sql` AND place <= ${offset + limit}`;
        return sql`SELECT * FROM (${rows}) WHERE place > ${offset}${withinLimit} ORDER BY parent, place`;
    };
    return {
        relationshipName: relationship.relationshipName ?? subquery.relationshipName,
        metadata: query.metadata,
        load(parentIds) {
            const { text, parameters } = statement(parentIds);
            const rows = [...parent.context.store.select(text, parameters)];
            return byParent(rows, query.recordsOf(rows));
        }
    };
}

function byParent(rows: readonly Row[], records: JsonChildren["records"]): Map<string, JsonChildren> {
    const children = new Map<string, JsonChildren>();
    rows.forEach((row, index) => {
        const record = records[index];
        if (record === undefined) return;
        const id = String(row["parent"]);
        const known = children.get(id) ?? { totalSize: 0, done: true, records: [] };
        known.records.push(record);
        known.totalSize = known.records.length;
        children.set(id, known);
    });
    return children;
}

function relationshipOf(parent: Scope, name: string): ChildRelationship {
    const found = parent.context.schema
        .childRelationships(parent.root.object)
        .find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
    if (found === undefined || !isReadable(parent.context, found)) throw unknownChildren(name);
    return found;
}

function isReadable({ user }: SoqlContext, { childObject, field }: ChildRelationship): boolean {
    return user.canReadObject(childObject.name) && user.canReadField(childObject.name, field.name);
}
