import { assign } from "./assign.ts";
import { holds } from "./compareData.ts";
import type {
    CustomErrorElement,
    DecisionElement,
    FlowCondition,
    FlowElement,
    LookupElement,
    LoopElement
} from "./compiledFlow.ts";
import type { FlowFailure } from "./flow.ts";
import { getRecords } from "./getRecords.ts";
import type { LookupCache } from "./getRecords.ts";
import { FlowFault, isCollection } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { mergedText, readOperandOf, readReference } from "./readReference.ts";

/** What the interviews of one batch share. */
export interface Run {
    readonly cache: LookupCache;
    /** Elements that may still be visited, over all records. */
    visitsLeft: number;
}

// The platform batches the same element of all interviews into one query, so the longest interview counts.
const mostQueries = 100;

/** Goes through the flow for one record. Gives the custom errors it met; throws FlowFault where the flow fails. */
export function runInterview(interview: Interview, run: Run): Omit<FlowFailure, "index">[] {
    const failures: Omit<FlowFailure, "index">[] = [];
    let queries = 0;
    let next = interview.flow.first;
    while (next !== null) {
        run.visitsLeft -= 1;
        if (run.visitsLeft < 0)
            throw new FlowFault("The flow visited more than 2,000,000 elements; is there a loop without an end?");
        const element: FlowElement | undefined = interview.flow.elements.get(next);
        if (element === undefined) throw new FlowFault(`The element ${next} is missing.`);
        if (element.kind === "recordLookups") queries += 1;
        if (queries > mostQueries) throw new FlowFault("Too many SOQL queries: 101");
        if (element.kind === "customErrors") failures.push(...errorsOf(interview, element));
        next = runElement(interview, element, run);
    }
    return failures;
}

function runElement(interview: Interview, element: FlowElement, run: Run): string | null {
    switch (element.kind) {
        case "assignments":
            element.items.forEach((item) => assign(interview, item));
            return element.next;
        case "decisions":
            return outcomeOf(interview, element);
        case "recordLookups":
            lookUp(interview, element, run.cache);
            return element.next;
        case "loops":
            return nextItem(interview, element);
        case "customErrors":
            return element.next;
    }
}

function outcomeOf(interview: Interview, element: DecisionElement): string | null {
    const met = element.rules.find((rule) => rule.logic((index) => conditionHolds(interview, rule.conditions[index])));
    return met === undefined ? element.next : met.next;
}

function conditionHolds(interview: Interview, condition: FlowCondition | undefined): boolean {
    if (condition === undefined) return true;
    const right = readOperandOf(interview, condition.right);
    if (condition.operator === "IsChanged")
        return hasChanged(interview, condition.left.slice("$Record.".length)) === (right === true);
    return holds(readReference(interview, condition.left), condition.operator, right, "exact");
}

/** True when the record is new or the field differs from what is stored. */
export function hasChanged(interview: Interview, fieldName: string): boolean {
    if (interview.record.prior === null) return true;
    const path = `.${fieldName}`;
    return !holds(
        readReference(interview, `$Record${path}`),
        "EqualTo",
        readReference(interview, `$Record__Prior${path}`),
        "exact"
    );
}

function lookUp(interview: Interview, element: LookupElement, cache: LookupCache): void {
    const rows = getRecords(interview, element, cache);
    const target = element.into ?? element.name;
    if (!element.firstOnly) interview.held.set(target, rows);
    else if (rows.length > 0 || element.blankWhenNoneFound) interview.held.set(target, rows[0] ?? null);
}

function nextItem(interview: Interview, element: LoopElement): string | null {
    let loop = interview.loops.get(element.name);
    if (loop === undefined) {
        const collection = readReference(interview, element.collection);
        const items = isCollection(collection) ? collection : [];
        loop = { items: element.descending ? items.toReversed() : items, next: 0 };
        interview.loops.set(element.name, loop);
    }
    const item = loop.items[loop.next];
    loop.next += 1;
    if (item !== undefined) {
        interview.held.set(element.into ?? element.name, item);
        return element.body;
    }
    interview.loops.delete(element.name);
    interview.held.set(element.into ?? element.name, null);
    return element.next;
}

function errorsOf(interview: Interview, element: CustomErrorElement): Omit<FlowFailure, "index">[] {
    return element.messages.map((message) => ({
        message: mergedText(interview, message.text).slice(0, 255),
        fields: message.field === null ? [] : [message.field],
        statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION"
    }));
}
