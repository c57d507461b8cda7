import { Decimal } from "decimal.js";
import type { PlacedProcess } from "../gate/placeProcesses.ts";
import type { Choices } from "./choices.ts";
import { positionOfStart } from "./proposePlan.ts";

/** A process where a rule starts after the stage that was chosen, for that stage stands further on in another. */
export interface LaterStart {
    readonly ruleId: string;
    readonly stage: string;
    /** "*" or a record type's developer name. */
    readonly recordType: string;
}

export function laterStarts({ rules }: Choices, processes: readonly PlacedProcess[]): LaterStart[] {
    const all = processes.flatMap(({ stages }) => stages);
    return Object.entries(rules).flatMap(([ruleId, { from, larger }]) =>
        [from, larger?.from].flatMap((start) => {
            if (start === undefined || "probability" in start) return [];
            const position = positionOfStart(start, all);
            const isBefore = (at: string): boolean => position !== null && new Decimal(at).lessThan(position);
            return processes
                .filter(({ stages }) => stages.some((each) => each.name === start.stage && isBefore(each.position)))
                .map(({ recordType }) => ({ ruleId, stage: start.stage, recordType }));
        })
    );
}
