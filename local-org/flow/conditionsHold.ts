import type { RecordValues } from "../data/value.ts";
import { holds } from "./compareData.ts";
import type { Conditions, FieldFilter, Filters, FlowCondition } from "./compiledFlow.ts";
import { triggerOf } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { readOperandOf, readReference } from "./readReference.ts";

/** Whether the conditions of an outcome or of a collection filter are met now. */
export function conditionsHold(interview: Interview, { logic, conditions }: Conditions): boolean {
    return logic((index) => conditionHolds(interview, conditions[index]));
}

/** Whether `$Record` meets filters; without filters it does. */
export function recordMeets(interview: Interview, { logic, filters }: Filters): boolean {
    return filters.length === 0 || logic((index) => filterHolds(interview, filters[index]));
}

/** The interview as if the record had not been changed. On a new record, which was nothing before: null. */
export function beforeChange(interview: Interview): Interview | null {
    const trigger = triggerOf(interview);
    const { prior } = trigger.record;
    if (prior === null) return null;
    const values: RecordValues = { ...prior };
    return { ...interview, trigger: { ...trigger, record: { values, prior } } };
}

function conditionHolds(interview: Interview, condition: FlowCondition | undefined): boolean {
    if (condition === undefined) return true;
    const right = readOperandOf(interview, condition.right);
    if (condition.operator === "IsChanged")
        return hasChanged(interview, condition.left.slice("$Record.".length)) === (right === true);
    return holds(readReference(interview, condition.left), condition.operator, right, "exact");
}

function filterHolds(interview: Interview, filter: FieldFilter | undefined): boolean {
    if (filter === undefined) return true;
    const right = readOperandOf(interview, filter.value);
    if (filter.operator === "IsChanged") return hasChanged(interview, filter.field) === (right === true);
    const left = readReference(interview, `$Record.${filter.field}`);
    return holds(left, filter.operator, right === "" ? null : right, "exact");
}

/** True when the record is new or the field differs from what is stored. */
function hasChanged(interview: Interview, fieldName: string): boolean {
    if (triggerOf(interview).record.prior === null) return true;
    const [now, before] = ["$Record", "$Record__Prior"].map((name) => readReference(interview, `${name}.${fieldName}`));
    return !holds(now ?? null, "EqualTo", before ?? null, "exact");
}
