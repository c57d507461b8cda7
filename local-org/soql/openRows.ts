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
import { join } from "./sql.ts";
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

/**
 * The rows of an ungrouped query without child sub-selects, as the user sees them. Throws the OrgErrors of
 * executeSoql before the first row. The rows are those of the moment each is read: no save may run in between.
 */
export function openRows(
    context: SoqlContext,
    text: string,
    { includeDeleted = false }: { includeDeleted?: boolean } = {}
): OpenRows {
    const query = parseSoql(text);
    const scope = new Scope(context, readableObject(context, query.sObject), query.sObjectAlias);
    if (isGrouped(query)) throw unsupported("A grouped query as an export of rows");
    const fields = selectedFields(scope, query).map(fieldOnly);
    const cells = fields.map(({ column }) => textCell(column));
    const conditions = conditionsOf(scope, query, { allRows: includeDeleted });
    const statement = limited(
        selectSql(scope, join(cells, ", "), { conditions, orderBy: orderOf(scope, query) }),
        query
    );
    return {
        objectName: scope.root.object.name,
        columns: fields.map(({ column, key }) => ({
            name: pathOf(column.source.references, key),
            type: column.field.type
        })),
        rows: context.store.selectCells(statement.text, statement.parameters) as OpenRows["rows"]
    };
}

function fieldOnly(selected: Selected): Selected & { kind: "field" } {
    if (selected.kind !== "field") throw unsupported("A child sub-select within an export of rows");
    return selected;
}

function pathOf(references: readonly FieldSchema[], key: string): string {
    return [...references.map((each) => each.reference?.relationshipName ?? each.name), key].join(".");
}
