import type { TriggeredFlow } from "./compiledFlow.ts";
import { beforeChange, recordMeets } from "./conditionsHold.ts";
import { formulaScopeOf } from "./formulaScopeOf.ts";
import { triggerOf } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { readReference } from "./readReference.ts";

/** Whether the record starts the flow: by what happens to it, and by the entry conditions. */
export function entersFlow(interview: Interview, flow: TriggeredFlow): boolean {
    const isNew = triggerOf(interview).record.prior === null;
    if (flow.when !== "beforeDelete" && !(isNew ? flow.onCreate : flow.onUpdate)) return false;
    if (!meetsEntry(interview, flow)) return false;
    const before = flow.onlyWhenNewlyMet ? beforeChange(interview) : null;
    return before === null || !meetsEntry(before, flow);
}

function meetsEntry(interview: Interview, { entry, entryFormula }: TriggeredFlow): boolean {
    if (entryFormula === null) return recordMeets(interview, entry);
    return entryFormula.evaluate(formulaScopeOf(interview, readReference), interview.run.org.nullMode) === true;
}
