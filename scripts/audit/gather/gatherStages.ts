import { z } from "zod";
import type { Artifact, RawOpportunity, RawStage, SalesProcess } from "../gathered.ts";
import type { RecordType } from "./gatherObjects.ts";
import type { OrgReader } from "./orgReader.ts";
import { attempt } from "./refusal.ts";

const stageRowSchema = z.object({
    ApiName: z.string(),
    MasterLabel: z.string(),
    IsActive: z.boolean(),
    SortOrder: z.string(),
    IsClosed: z.boolean(),
    IsWon: z.boolean(),
    DefaultProbability: z.string().nullable(),
    ForecastCategoryName: z.string().nullable()
});

const picklistSchema = z.object({ values: z.array(z.object({ value: z.string() })) });

/** All stages of the org, active or not, in the org's order. */
export function gatherStages(reader: OrgReader): Promise<Artifact<RawStage[]>> {
    const soql =
        "SELECT ApiName, MasterLabel, IsActive, SortOrder, IsClosed, IsWon, DefaultProbability," +
        " ForecastCategoryName" +
        " FROM OpportunityStage ORDER BY SortOrder";
    return attempt(async () =>
        z
            .array(stageRowSchema)
            .parse(await reader.query(soql))
            .map((row) => ({
                apiName: row.ApiName,
                label: row.MasterLabel,
                isActive: row.IsActive,
                sortOrder: Number(row.SortOrder),
                isClosed: row.IsClosed,
                isWon: row.IsWon,
                probability: row.DefaultProbability,
                forecastCategory: row.ForecastCategoryName
            }))
    );
}

/**
 * The sales process of each record type that an opportunity in scope has, as the stages it offers. Records
 * without a record type are offered every active stage.
 */
export async function gatherSalesProcesses(
    reader: OrgReader,
    recordTypes: readonly RecordType[],
    opportunities: readonly RawOpportunity[]
): Promise<SalesProcess[]> {
    const inUse = new Set(opportunities.map((opportunity) => opportunity.RecordTypeId));
    const processes: SalesProcess[] = [
        { recordTypeId: null, developerName: null, name: "Master", stages: { value: null } }
    ];
    for (const id of [...inUse].filter((each) => typeof each === "string")) {
        const type = recordTypes.find((each) => each.id === id);
        const stages = await gatherOfferedStages(reader, id);
        processes.push({
            recordTypeId: id,
            developerName: type?.developerName ?? null,
            name: type?.name ?? id,
            stages
        });
    }
    return processes;
}

/** API names of the active stages that the record type of that Id offers. */
export function gatherOfferedStages(reader: OrgReader, recordTypeId: string): Promise<Artifact<string[]>> {
    const path = `/ui-api/object-info/Opportunity/picklist-values/${recordTypeId}/StageName`;
    return attempt(async () => picklistSchema.parse(await reader.get(path)).values.map((each) => each.value));
}
