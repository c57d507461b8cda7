import type { FieldSchema } from "../schema/objectSchema.ts";
import { place } from "./loadError.ts";
import type { LoadedTable } from "./loadTable.ts";
import type { RowsOfOrg } from "./scope.ts";
import { quoted } from "./tables.ts";

/** A sentence for each reference of a loaded row to a row that isn't there, or of another object. */
export function checkReferences(org: RowsOfOrg, tables: readonly LoadedTable[]): string[] {
    return tables.flatMap((table) =>
        table.fields.filter((field) => field.reference !== null).flatMap((field) => missingParents(org, table, field))
    );
}

function missingParents(org: RowsOfOrg, table: LoadedTable, field: FieldSchema): string[] {
    const targets = (field.reference?.to ?? []).flatMap((name) => org.schema.object(name) ?? []);
    const column = quoted(field.name);
    const exists = targets.map(
        (target) => `EXISTS (SELECT 1 FROM ${quoted(target.name)} WHERE "Id" = child.${column})`
    );
    const sql = `SELECT "Id" AS id, ${column} AS parent FROM ${quoted(table.object.name)} AS child
        WHERE ${column} IS NOT NULL AND NOT (${exists.join(" OR ") || "0"})`;
    return [...org.store.select(sql, [])].flatMap(({ id, parent }) => {
        const row = table.rows.get(String(id));
        const names = (field.reference?.to ?? []).join(" or ");
        return row === undefined
            ? []
            : [`${place(table.source, row, field.name)}: there is no ${names} with the Id ${String(parent)}.`];
    });
}

/** A sentence for each loaded row whose value of a unique field another row has too, ignoring case. */
export function checkUnique(org: RowsOfOrg, tables: readonly LoadedTable[]): string[] {
    return tables.flatMap((table) =>
        table.fields.filter((field) => field.unique).flatMap((field) => repeatedValues(org, table, field))
    );
}

function repeatedValues(org: RowsOfOrg, table: LoadedTable, field: FieldSchema): string[] {
    const [from, column] = [quoted(table.object.name), quoted(field.name)];
    const sql = `SELECT "Id" AS id, ${column} AS value,
            row_number() OVER (PARTITION BY casefold(CAST(${column} AS TEXT)) ORDER BY rowid) AS position
        FROM ${from} WHERE ${column} IS NOT NULL`;
    return [...org.store.select(`SELECT id, value FROM (${sql}) WHERE position > 1`, [])].flatMap(({ id, value }) => {
        const row = table.rows.get(String(id));
        return row === undefined
            ? []
            : [
                  `${place(table.source, row, field.name)}: another ${table.object.label} has "${String(value)}" already.`
              ];
    });
}
