import { assign } from "./assign.ts";
import { beforeChange, conditionsHold } from "./conditionsHold.ts";
import type {
    CustomErrorElement,
    DataElement,
    DecisionElement,
    DecisionRule,
    FlowElement,
    LoopElement,
    SubflowElement
} from "./flowElements.ts";
import { isCollection } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { filterCollection, sortCollection } from "./processCollection.ts";
import { mergedText, readReference } from "./readReference.ts";

/** Carries out an element that needs nothing but the interview; gives the name of the next one. */
export function runAtOnce(
    interview: Interview,
    element: Exclude<FlowElement, DataElement | SubflowElement>
): string | null {
    switch (element.kind) {
        case "assignments":
            element.items.forEach((item) => assign(interview, item));
            return element.next;
        case "decisions":
            return outcomeOf(interview, element);
        case "loops":
            return nextItem(interview, element);
        case "collectionFilter":
            filterCollection(interview, element);
            return element.next;
        case "collectionSort":
            sortCollection(interview, element);
            return element.next;
        case "customErrors":
            interview.errors.push(...errorsOf(interview, element));
            return element.next;
    }
}

function outcomeOf(interview: Interview, element: DecisionElement): string | null {
    const met = element.rules.find((rule) => isMet(interview, rule));
    return met === undefined ? element.next : met.next;
}

function isMet(interview: Interview, rule: DecisionRule): boolean {
    if (!conditionsHold(interview, rule)) return false;
    const before = rule.onlyWhenNewlyMet ? beforeChange(interview) : null;
    return before === null || !conditionsHold(before, rule);
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

function errorsOf(interview: Interview, element: CustomErrorElement): Interview["errors"] {
    return element.messages.map((message) => ({
        message: mergedText(interview, message.text).slice(0, 255),
        fields: message.field === null ? [] : [message.field],
        statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION"
    }));
}
