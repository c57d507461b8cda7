import type { FieldSchema } from "../schema/objectSchema.ts";
import { conditionsOf, orderOf } from "./recordQuery.ts";
import { readableObject } from "./context.ts";
import type { SoqlContext } from "./context.ts";
import { isGrouped } from "./groupQuery.ts";
import { parseSoql } from "./parse.ts";
import { unsupported } from "./refusals.ts";
import { Scope } from "./scope.ts";
import { selectedFields } from "./selectedFields.ts";
import type { Selected } from "./selectedFields.ts";
import { join, sql } from "./sql.ts";
import { limited, selectSql } from "./statement.ts";
import { textCell } from "./textCells.ts";

/** A column of the export: its path in the platform's own spelling, `Account.Owner.Name`, and the field's type. */
export interface OpenColumn {
    readonly name: string;
    readonly type: FieldSchema["type"];
}

/** Rows read one by one as the iterator is asked: nothing of a large table is kept. */
export interface OpenRows {
    readonly objectName: string;
    readonly columns: readonly OpenColumn[];
    /** Cells as text (see textCell), in the order of the columns; null is a blank. Blanks for a missing parent. */
    readonly rows: IterableIterator<readonly (string | null)[]>;
}

/** Rows read page by page, so that saves may run in between. */
export interface OpenPages {
    readonly objectName: string;
    readonly columns: readonly OpenColumn[];
    /**
     * At most `size` rows in Id order after the given Id ("" for the first), as they are now. The last cell of
     * each is its Id, one more than the columns. Undefined where the query has an ORDER BY, LIMIT or OFFSET.
     */
    readonly page: ((after: string, size: number) => OpenRows["rows"]) | undefined;
}

interface OpenOptions {
    readonly includeDeleted?: boolean;
}

/**
 * The rows of an ungrouped query without child sub-selects, as the user sees them. Throws the OrgErrors of
 * executeSoql before the first row. The rows are those of the moment each is read: no save may run in between.
 */
export function openRows(context: SoqlContext, text: string, options: OpenOptions = {}): OpenRows {
    const { query, scope, fields, cells, conditions } = translated(context, text, options);
    const orderBy = orderOf(scope, query);
    const statement = limited(selectSql(scope, join(cells, ", "), { conditions, orderBy }), query);
    return {
        ...headOf(scope, fields),
        rows: context.store.selectCells(statement.text, statement.parameters) as OpenRows["rows"]
    };
}

/** The same rows in pages. Throws what openRows throws. */
export function openPages(context: SoqlContext, text: string, options: OpenOptions = {}): OpenPages {
    const { query, scope, fields, cells, conditions } = translated(context, text, options);
    const isRanged = query.orderBy !== undefined || query.limit !== undefined || query.offset !== undefined;
    const id = scope.column(scope.root, "Id");
    const page: OpenPages["page"] = (after, size) => {
        const clauses = { conditions: [...conditions, sql`${id} > ${after}`], orderBy: [id] };
        const statement = sql`${selectSql(scope, join([...cells, id], ", "), clauses)} LIMIT ${BigInt(size)}`;
        return context.store.selectCells(statement.text, statement.parameters) as OpenRows["rows"];
    };
    return { ...headOf(scope, fields), page: isRanged ? undefined : page };
}

function translated(context: SoqlContext, text: string, { includeDeleted = false }: OpenOptions) {
    const query = parseSoql(text);
    const scope = new Scope(context, readableObject(context, query.sObject), {
        alias: query.sObjectAlias,
        allRows: includeDeleted
    });
    if (isGrouped(query)) throw unsupported("A grouped query as an export of rows");
    const fields = selectedFields(scope, query).map(fieldOnly);
    const cells = fields.map(({ column }) => textCell(column));
    const conditions = conditionsOf(scope, query, { allRows: includeDeleted });
    return { query, scope, fields, cells, conditions };
}

function headOf(scope: Scope, fields: readonly (Selected & { kind: "field" })[]): Omit<OpenRows, "rows"> {
    return {
        objectName: scope.root.object.name,
        columns: fields.map(({ column, key }) => ({
            name: pathOf(column.source.references, key),
            type: column.field.type
        }))
    };
}

function fieldOnly(selected: Selected): Selected & { kind: "field" } {
    if (selected.kind !== "field") throw unsupported("A child sub-select within an export of rows");
    return selected;
}

function pathOf(references: readonly FieldSchema[], key: string): string {
    return [...references.map((each) => each.reference?.relationshipName ?? each.name), key].join(".");
}
