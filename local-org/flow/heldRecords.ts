import { faultMessage } from "./dataStep.ts";
import type { Asked } from "./dataStep.ts";
import type { Filters } from "./compiledFlow.ts";
import type { DataElement } from "./flowElements.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { FlowRow, Interview } from "./interview.ts";
import { readOperandOf, readReference } from "./readReference.ts";

/** The filters' values as they are at this moment. */
export function asked(interview: Interview, where: Filters, most: number | null = null): Asked {
    return { wanted: where.filters.map((filter) => readOperandOf(interview, filter.value)), most };
}

/** The records that a reference names. A blank record can't be saved; a collection may be empty. */
export function rowsIn(interview: Interview, reference: string): readonly FlowRow[] {
    const datum = readReference(interview, reference);
    if (isCollection(datum)) return datum.filter(isRow);
    if (isRow(datum)) return [datum];
    throw new FlowFault(`The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
}

/** The Id of a record that is to be changed. */
export function idOf(row: FlowRow, kind: DataElement["kind"]): string {
    const id = row.values["Id"] ?? null;
    if (typeof id !== "string")
        throw new FlowFault(faultMessage(kind, "MISSING_ARGUMENT", "Id not specified in an update call"));
    return id;
}
