import type { PicklistValue } from "../schema/objectSchema.ts";
import type { LoadedTable } from "./loadTable.ts";
import type { RowsOfOrg } from "./scope.ts";
import type { TextTable } from "./table.ts";

const isStageTable = (name: string): boolean => name.toLowerCase() === "opportunitystage";

/** A load that brings stages brings all of them: those of a new org make room. */
export function removeSeededStages(org: RowsOfOrg, table: TextTable): void {
    if (isStageTable(table.object)) {
        org.store.run("DELETE FROM OpportunityStage");
    }
}

/** Makes the choices of StageName those of the loaded stages, in their order. */
export function adoptStages(org: RowsOfOrg, loaded: readonly LoadedTable[]): void {
    const stage = org.schema.object("OpportunityStage");
    if (stage === undefined || !loaded.some((table) => isStageTable(table.object.name))) {
        return;
    }
    const rows = org.store.select(
        "SELECT ApiName, MasterLabel, IsActive FROM OpportunityStage ORDER BY SortOrder, MasterLabel",
        []
    );
    const picklistValues = [...rows].map((row): PicklistValue => ({
        value: String(row["ApiName"]),
        label: String(row["MasterLabel"] ?? row["ApiName"]),
        active: row["IsActive"] === 1n,
        isDefault: false
    }));
    for (const name of ["Opportunity", "OpportunityHistory"]) {
        const object = org.schema.object(name);
        const field = object?.fields.get("StageName");
        if (field !== undefined) {
            org.schema.putField(name, { ...field, picklistValues });
        }
    }
}
