import type { RowsOfOrg } from "./scope.ts";
import type { TextTable } from "./table.ts";

const isOrganizationTable = (table: TextTable): boolean => table.object.toLowerCase() === "organization";

/** An org has one row about itself: where a load brings it, that of a new org makes room. */
export function removeSeededOrganization(org: RowsOfOrg, table: TextTable): void {
    if (isOrganizationTable(table)) org.store.run("DELETE FROM Organization");
}

/** A row that doesn't say whether it is a sandbox is taken for one: production would switch flows off at deploys. */
export function completeOrganization(org: RowsOfOrg, table: TextTable, problems: string[]): void {
    if (!isOrganizationTable(table)) return;
    const object = org.schema.object("Organization");
    const rows = object === undefined ? [] : org.store.readMany(object);
    if (rows.length !== 1) {
        problems.push(`${table.source ?? table.object} has ${rows.length} rows; an org has one about itself.`);
    }
    if (!table.columns.some((column) => column.toLowerCase() === "issandbox")) {
        org.store.run("UPDATE Organization SET IsSandbox = 1");
    }
}
