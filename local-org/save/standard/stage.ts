import type { RecordValues } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import { forecastCategoryByName } from "../../schema/standard/opportunityStages.ts";
import { hasChanged } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";

/**
 * What a new stage brings with it: probability, forecast category, open or closed, and the date of the
 * change. A stage that the org doesn't list is open and in the pipeline, as API clients can write one.
 */
export function applyStage({ org }: SaveBatch, record: PendingRecord): void {
    const { values, prior, given } = record;
    if (prior !== null && !hasChanged(record, "StageName")) {
        if (given.has("ForecastCategoryName")) setForecastCategory(values, values["ForecastCategoryName"]);
        return;
    }
    const stage = stageOf(org, values["StageName"]);
    values["IsClosed"] = stage?.["IsClosed"] ?? false;
    values["IsWon"] = stage?.["IsWon"] ?? false;
    if (!given.has("Probability") && stage !== undefined) values["Probability"] = stage["DefaultProbability"] ?? null;
    setForecastCategory(
        values,
        given.has("ForecastCategoryName")
            ? values["ForecastCategoryName"]
            : (stage?.["ForecastCategoryName"] ?? "Pipeline")
    );
    if (prior !== null) values["LastStageChangeDate"] = org.clock.now();
    closeToday(record, org.clock.today());
}

function stageOf(org: Org, name: RecordValues[string] | undefined): RecordValues | undefined {
    const stages = org.schema.object("OpportunityStage");
    if (stages === undefined || typeof name !== "string") return undefined;
    const [byApiName] = org.store.readMany(stages, { field: "ApiName", isOneOf: [name] });
    return byApiName ?? org.store.readMany(stages, { field: "MasterLabel", isOneOf: [name] })[0];
}

function setForecastCategory(values: RecordValues, name: RecordValues[string] | undefined): void {
    values["ForecastCategoryName"] = name ?? null;
    values["ForecastCategory"] = typeof name === "string" ? (forecastCategoryByName.get(name) ?? null) : null;
}

/** A deal that is closed before its date closes now; a date already past stays. */
function closeToday({ values, prior }: PendingRecord, today: string): void {
    const closesNow = values["IsClosed"] === true && prior?.["IsClosed"] !== true;
    const closeDate = values["CloseDate"];
    if (closesNow && typeof closeDate === "string" && closeDate > today) values["CloseDate"] = today;
}
