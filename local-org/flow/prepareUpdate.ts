import type { RecordValues } from "../data/value.ts";
import type { DataRequest } from "./dataStep.ts";
import { recordMeets } from "./conditionsHold.ts";
import { fieldValues } from "./fieldValues.ts";
import type { UpdateElement } from "./flowElements.ts";
import { asked, idOf, rowsIn } from "./heldRecords.ts";
import { triggerOf } from "./interview.ts";
import type { FlowRow, Interview } from "./interview.ts";

/** What an update saves: before save nothing, for the record is saved anyway with what it is given here. */
export function prepareUpdate(interview: Interview, element: UpdateElement): DataRequest | null {
    const { target, where, values } = element;
    if (!("records" in target))
        return {
            kind: "saveFound",
            asked: asked(interview, where),
            values: fieldValues(interview, target.objectName, values)
        };
    if (target.records === "$Record") {
        if (!recordMeets(interview, where)) return null;
        giveRecord(interview, element);
        if (interview.flow.when === "beforeSave") return null;
    }
    const rows = rowsIn(interview, target.records);
    const [first] = rows;
    if (first === undefined) return null;
    return { kind: "save", objectName: first.objectName, records: rows.map(changesOf) };
}

function giveRecord(interview: Interview, { values }: UpdateElement): void {
    const { object, record, assigned } = triggerOf(interview);
    const given = fieldValues(interview, object.name, values);
    Object.assign(record.values, given);
    Object.keys(given).forEach((name) => assigned.add(name));
}

function changesOf(row: FlowRow): RecordValues {
    const changes: RecordValues = { Id: idOf(row, "recordUpdates") };
    for (const name of row.assigned) changes[name] = row.values[name] ?? null;
    return changes;
}
