import { schemaCheckpoint } from "../metadata/schemaCheckpoint.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { checkReferences, checkUnique } from "./checkLoaded.ts";
import { fillDerivedFields } from "./derivedFields.ts";
import { LoadError } from "./loadError.ts";
import { completeOrganization, removeSeededOrganization } from "./loadedOrganization.ts";
import { loadTable } from "./loadTable.ts";
import type { LoadedTable } from "./loadTable.ts";
import { completeLines, recomputeOpportunities } from "./opportunityFigures.ts";
import { isProcessStageTable, readProcessStages } from "./processStages.ts";
import type { ProcessStages } from "./processStages.ts";
import { addRecordTypeFields, adoptRecordTypes, checkRecordTypes } from "./recordTypes.ts";
import { objectsWithRollUps, recomputeRollUps } from "./rollUps.ts";
import type { RowsOfOrg } from "./scope.ts";
import { adoptStages, removeSeededStages } from "./stages.ts";
import type { TextTable } from "./table.ts";

/** How many rows of each object a load restored. */
export type LoadedCounts = ReadonlyMap<string, number>;

/**
 * Restores rows as they are given: Ids and given columns are kept, no rules or flows run. What is not given
 * is filled as the platform would (Ids, dates from the clock, the administrator as owner), and figures that
 * depend on other rows are computed once at the end. All or nothing: throws LoadError with every problem.
 */
export function loadTables(org: RowsOfOrg, tables: Iterable<TextTable>): LoadedCounts {
    const restoreSchema = schemaCheckpoint(org.schema);
    const processStages: ProcessStages = new Map();
    try {
        const loaded = org.store.transaction(() => restoreRows(org, tables, processStages));
        adoptStages(org, loaded);
        adoptRecordTypes(org, loaded, processStages);
        return countsOf(loaded);
    } catch (error) {
        restoreSchema();
        throw error;
    }
}

function restoreRows(org: RowsOfOrg, tables: Iterable<TextTable>, processStages: ProcessStages): LoadedTable[] {
    const problems: string[] = [];
    const done: LoadedTable[] = [];
    const ids = new Map<string, Map<string, number>>();
    for (const table of tables) {
        if (isProcessStageTable(table)) {
            readProcessStages(table, processStages, problems);
            continue;
        }
        removeSeededStages(org, table);
        removeSeededOrganization(org, table);
        const result = loadTable(org, table, ids, problems);
        completeOrganization(org, table, problems);
        if (result !== null) {
            addRecordTypeFields(org, result);
            done.push(result);
        }
    }
    // Rows that could not be read are missing: what refers to them would be blamed for nothing.
    if (problems.length === 0) {
        problems.push(
            ...checkReferences(org, done),
            ...checkUnique(org, done),
            ...checkRecordTypes(org, done, processStages)
        );
    }
    if (problems.length > 0) {
        throw new LoadError(problems);
    }
    computeFigures(org);
    return done;
}

function computeFigures(org: RowsOfOrg): void {
    fillDerivedFields(org);
    completeLines(org, "all");
    recomputeOpportunities(org, "all");
    objectsWithRollUps(org.schema)
        .filter((object: ObjectSchema) => object.name !== "Opportunity")
        .forEach((object) => recomputeRollUps(org, object, "all"));
}

function countsOf(loaded: readonly LoadedTable[]): LoadedCounts {
    const counts = new Map<string, number>();
    for (const { object, rows } of loaded) {
        counts.set(object.name, (counts.get(object.name) ?? 0) + rows.size);
    }
    return counts;
}
