import { Decimal } from "decimal.js";
import { OrgError } from "../orgError.ts";
import type { PicklistValue } from "../schema/objectSchema.ts";
import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import type { LoadedTable } from "./loadTable.ts";
import type { RowsOfOrg } from "./scope.ts";
import { seeded } from "./seedOrg.ts";
import type { StandardValue } from "./standardValue.ts";
import type { TextTable } from "./table.ts";
import type { RecordValues } from "./value.ts";

const isStageTable = (name: string): boolean => name.toLowerCase() === "opportunitystage";

/** A load that brings stages brings all of them: those of a new org make room. */
export function removeSeededStages(org: RowsOfOrg, table: TextTable): void {
    if (isStageTable(table.object)) {
        org.store.run("DELETE FROM OpportunityStage");
    }
}

/** Makes the choices of StageName those of the loaded stages, in their order. */
export function adoptStages(org: RowsOfOrg, loaded: readonly LoadedTable[]): void {
    if (loaded.some((table) => isStageTable(table.object.name))) {
        offerStages(org);
    }
}

/** The stages in their order, with what they say. */
export function stageValues(org: RowsOfOrg): StandardValue[] {
    return stageRows(org).map((row) => ({
        value: String(row["ApiName"]),
        label: String(row["MasterLabel"] ?? row["ApiName"]),
        active: row["IsActive"] === true,
        isDefault: false,
        stage: {
            isClosed: row["IsClosed"] === true,
            isWon: row["IsWon"] === true,
            probability: Number(row["DefaultProbability"] ?? 0),
            forecastCategory: String(row["ForecastCategory"] ?? "Omitted"),
            description: row["Description"] === null ? null : String(row["Description"])
        }
    }));
}

/**
 * Writes the stages in the given order: known ones change and keep their Ids, new ones are added, and those that are
 * left out become inactive. Throws OrgError for a stage that doesn't say what a stage is.
 */
export function putStages(org: RowsOfOrg, values: readonly StandardValue[]): void {
    const object = org.schema.object("OpportunityStage");
    if (object === undefined) return;
    const rows = new Map(stageRows(org).map((row) => [String(row["ApiName"]).toLowerCase(), row]));
    const now = org.clock.now();
    const touched = { LastModifiedDate: now, LastModifiedById: seeded.administrator, SystemModstamp: now };
    values.forEach((value, index) => {
        const said = { ...rowOf(value, index + 1), ...touched };
        const known = rows.get(value.value.toLowerCase());
        rows.delete(value.value.toLowerCase());
        if (known !== undefined) {
            org.store.update(object, String(known["Id"]), said);
        } else {
            const made = { Id: org.store.newId(object), CreatedDate: now, CreatedById: seeded.administrator };
            org.store.insert(object, { ...made, ...said });
        }
    });
    [...rows.values()].forEach((row, index) => {
        const SortOrder = new Decimal(values.length + index + 1);
        org.store.update(object, String(row["Id"]), { IsActive: false, SortOrder, ...touched });
    });
    offerStages(org);
}

function rowOf({ value, label, active, stage }: StandardValue, position: number): RecordValues {
    const category = [...forecastCategoryByName].find(([, spelled]) => spelled === stage?.forecastCategory);
    if (stage === undefined || category === undefined) {
        throw new OrgError("REQUIRED_FIELD_MISSING", `OpportunityStage ${value}: it needs a forecast category.`);
    }
    if (stage.isWon && !stage.isClosed) {
        throw new OrgError("FIELD_INTEGRITY_EXCEPTION", `OpportunityStage ${value}: a won stage is a closed one.`);
    }
    if (!Number.isInteger(stage.probability) || stage.probability < 0 || stage.probability > 100) {
        throw new OrgError("NUMBER_OUTSIDE_VALID_RANGE", `OpportunityStage ${value}: its probability is 0 to 100.`);
    }
    return {
        ApiName: value,
        MasterLabel: label,
        IsActive: active,
        SortOrder: new Decimal(position),
        IsClosed: stage.isClosed,
        IsWon: stage.isWon,
        DefaultProbability: new Decimal(stage.probability),
        ForecastCategory: stage.forecastCategory,
        ForecastCategoryName: category[0],
        Description: stage.description
    };
}

function offerStages(org: RowsOfOrg): void {
    const picklistValues = stageValues(org).map(({ value, label, active, isDefault }): PicklistValue => ({
        value,
        label,
        active,
        isDefault
    }));
    for (const name of ["Opportunity", "OpportunityHistory"]) {
        const field = org.schema.object(name)?.fields.get("StageName");
        if (field !== undefined) {
            org.schema.putField(name, { ...field, picklistValues });
        }
    }
}

function stageRows(org: RowsOfOrg): RecordValues[] {
    const object = org.schema.object("OpportunityStage");
    const rows = object === undefined ? [] : org.store.readMany(object);
    const position = (row: RecordValues): number => Number(row["SortOrder"] ?? Number.MAX_SAFE_INTEGER);
    return rows.sort(
        (one, other) =>
            position(one) - position(other) || (String(one["MasterLabel"]) < String(other["MasterLabel"]) ? -1 : 1)
    );
}
