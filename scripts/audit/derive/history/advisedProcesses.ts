import type { HistoryFacts, ProcessFacts, StageHistory } from "c/pwPolicy";
import type { Gathered, RawOpportunity, RawStage, SalesProcess } from "../../gathered.ts";
import { groupBy } from "../../groupBy.ts";
import { kindOf, processOf } from "../stagePlaces.ts";
import type { StagePlaces } from "../stagePlaces.ts";
import { historyFactsIn, processFactsOf } from "./adviceFacts.ts";
import type { GatheredStage } from "./adviceFacts.ts";

/** A sales process that opportunities have, with all that the rules about processes and histories ask of it. */
export interface AdvisedProcess {
    readonly places: StagePlaces;
    readonly facts: ProcessFacts;
    /** By the Id of the opportunity. */
    readonly historyFacts: (id: string, stage: string | null) => HistoryFacts;
}

/** One for each process in use; where there is no opportunity at all, every process. */
export function adviseOn(gathered: Gathered, places: readonly StagePlaces[]): AdvisedProcess[] {
    const byProcess = groupBy(gathered.opportunities, (raw) => processOf(places, raw));
    const inUse = places.filter((each) => byProcess.has(each));
    const asOf = Date.parse(gathered.asOfTime ?? `${gathered.asOf}T23:59:59.999Z`);
    const rows = "value" in gathered.history ? groupBy(gathered.history.value, (row) => row.OpportunityId) : null;
    return (inUse.length === 0 ? places : inUse).map((each) => {
        const histories = new Map(
            (byProcess.get(each) ?? []).flatMap((raw) => {
                const history = rows === null ? null : historyOf(raw, rows.get(raw.Id) ?? []);
                return history === null ? [] : [[raw.Id, history] as const];
            })
        );
        const stages = stagesOf(each.process, gathered.stages);
        const judged = { stages, histories: rows === null ? null : [...histories.values()], asOf };
        const factsOf = historyFactsIn(judged);
        return {
            places: each,
            facts: processFactsOf(judged),
            historyFacts: (id, stage) => factsOf(stage ?? undefined, histories.get(id))
        };
    });
}

/** What the process offers: active stages in the org's order, the closed ones last. Undefined: could not be read. */
function stagesOf(process: SalesProcess, stages: Gathered["stages"]): GatheredStage[] | undefined {
    if ("unreadable" in stages || "unreadable" in process.stages) {
        return undefined;
    }
    const offered = process.stages.value;
    return stages.value
        .filter((stage) => stage.isActive && (offered === null || offered.includes(stage.apiName)))
        .toSorted((one, other) => Number(one.isClosed) - Number(other.isClosed) || one.sortOrder - other.sortOrder)
        .map(stageOf);
}

function stageOf(stage: RawStage): GatheredStage {
    const { apiName, label, probability, forecastCategory } = stage;
    return { stage: apiName, label, kind: kindOf(stage), probability, forecastCategory };
}

/** Null where the stage or the day of creation can't be read: no stay could be placed in time. */
function historyOf(
    raw: RawOpportunity,
    rows: readonly { StageName: string; CreatedDate: string }[]
): StageHistory | null {
    if (typeof raw.StageName !== "string") {
        return null;
    }
    return {
        rows: rows.map(({ StageName, CreatedDate }) => ({ at: Date.parse(CreatedDate), stage: StageName })),
        createdAt: timeOf(raw.CreatedDate),
        currentStage: raw.StageName,
        lastChangeAt: timeOf(raw.LastStageChangeDate)
    };
}

function timeOf(text: string | null | undefined): number | null {
    return typeof text === "string" ? Date.parse(text) : null;
}
