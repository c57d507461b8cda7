import type { DerivedOpportunity } from "./derive/deriveFacts.ts";
import type { AdvisedProcess } from "./derive/history/advisedProcesses.ts";
import type { StagePlace } from "./derive/stagePlaces.ts";
import { groupBy } from "./groupBy.ts";
import type { ProcessAdvice, ProcessResult, Run } from "./result.ts";

/** What is told of each process; `advice` is in the order of the processes. */
export function describeProcesses(
    advised: readonly AdvisedProcess[],
    advice: readonly (readonly ProcessAdvice[])[],
    opportunities: readonly DerivedOpportunity[]
): ProcessResult[] {
    const members = groupBy(opportunities, (each) => each.process);
    return advised.map(({ places: place, facts }, index) => {
        const { process, places } = place;
        const placed = "unreadable" in places ? new Map<string, StagePlace>() : places.value;
        const isOffered = ({ kind, stage }: StagePlace): boolean =>
            kind !== "open" || facts.stages === undefined || facts.stages.some((each) => each.stage === stage);
        return {
            name: process.name,
            recordTypeId: process.recordTypeId,
            opportunities: members.get(place)?.length ?? 0,
            stages: [...placed.values()]
                .filter(isOffered)
                .flatMap(({ position, ...each }) => (position === null ? [] : [{ ...each, position }])),
            offers:
                facts.stages?.map(({ stage, label, kind, probability, use }) => ({
                    stage,
                    label,
                    kind,
                    position: placed.get(stage)?.position ?? null,
                    probability: probability ?? null,
                    entered: use?.entered ?? null
                })) ?? null,
            advice: advice[index] ?? []
        };
    });
}

/** Stages that nothing places, with their opportunities in scope; offered where the process of each has it. */
export function countUnmapped(
    opportunities: readonly DerivedOpportunity[],
    advised: readonly AdvisedProcess[]
): Run["unmappedStages"] {
    const stagesOf = new Map(advised.map(({ places, facts }) => [places, facts.stages ?? []]));
    const unmapped = opportunities.filter((each) => each.isUnmapped);
    return [...groupBy(unmapped, (each) => each.stage)].map(([stage, members]) => ({
        stage,
        count: members.length,
        isOffered: members.every(({ process }) => stagesOf.get(process)?.some((each) => each.stage === stage) === true)
    }));
}
