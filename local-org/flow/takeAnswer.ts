import type { DataAnswer } from "./dataStep.ts";
import type { DataElement, LookupElement } from "./flowElements.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { FlowRow, Interview } from "./interview.ts";
import { writeTarget } from "./writeTarget.ts";

/** Keeps what an element gave where the flow will look for it. Throws FlowFault where the element failed. */
export function takeAnswer(interview: Interview, element: DataElement, answer: DataAnswer): void {
    if ("fault" in answer) throw new FlowFault(answer.fault);
    if ("rows" in answer) {
        if (element.kind === "recordLookups") keepRows(interview, element, answer.rows);
        return;
    }
    if (element.kind === "recordCreates" && "records" in element.source) {
        keepIds(interview, element.source.records, answer.ids);
        return;
    }
    const [id = null] = answer.ids;
    if (element.kind === "recordCreates") {
        if (element.keepsId) interview.held.set(element.name, id);
        if (element.into !== null) writeTarget(interview, element.into, id);
    }
    if (element.kind === "actionCalls") {
        if (element.keepsOutputs) interview.held.set(`${element.name}.feedItemId`, id);
        if (element.into !== null) writeTarget(interview, element.into, id);
    }
}

function keepRows(interview: Interview, element: LookupElement, rows: readonly FlowRow[]): void {
    const [first] = rows;
    if (element.outputs.length > 0) {
        if (first === undefined && !element.blankWhenNoneFound) return;
        for (const { field, target } of element.outputs) {
            writeTarget(interview, target, first === undefined ? null : valueIn(interview, first, field));
        }
        return;
    }
    const target = element.into ?? element.name;
    if (!element.firstOnly) interview.held.set(target, rows);
    else if (first !== undefined || element.blankWhenNoneFound) interview.held.set(target, first ?? null);
}

function valueIn({ run }: Interview, row: FlowRow, fieldName: string): FlowRow["values"][string] {
    const object = run.org.schema.object(row.objectName);
    const field = object === undefined ? undefined : run.org.schema.field(object, fieldName);
    return field === undefined ? null : (row.values[field.name] ?? null);
}

/** Records that were created from variables carry their Ids from now on. */
function keepIds(interview: Interview, source: string, ids: readonly string[]): void {
    const held = interview.held.get(source) ?? null;
    const withId = (row: FlowRow, id: string | undefined): FlowRow => ({
        ...row,
        values: { ...row.values, Id: id ?? null }
    });
    if (isRow(held)) interview.held.set(source, withId(held, ids[0]));
    if (!isCollection(held)) return;
    let next = 0;
    interview.held.set(
        source,
        held.map((item) => (isRow(item) ? withId(item, ids[next++]) : item))
    );
}
