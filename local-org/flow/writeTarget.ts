import { Decimal } from "decimal.js";
import type { RecordValues } from "../data/value.ts";
import { fitToField } from "../save/fitToField.ts";
import type { FlowResource } from "./compiledFlow.ts";
import { FlowFault, isCollection, isRow, triggerOf } from "./interview.ts";
import type { Datum, FlowRow, Interview } from "./interview.ts";

/** Gives a variable, or a field of a record that the flow holds, its value. */
export function writeTarget(interview: Interview, target: string, datum: Datum): void {
    const [first = "", fieldName] = target.split(".");
    if (first === "$Record") {
        const { object, record, assigned } = triggerOf(interview);
        assigned.add(writeField(interview, object.name, record.values, fieldName ?? "", datum));
        return;
    }
    if (fieldName === undefined) {
        interview.held.set(first, rounded(interview.flow.resources.get(first), datum));
        return;
    }
    const row = rowIn(interview, first, fieldName);
    // A fresh row: others may hold the one that was looked up.
    const values = { ...row.values };
    const written = writeField(interview, row.objectName, values, fieldName, datum);
    const assigned = new Set([...row.assigned, written]);
    interview.held.set(first, { objectName: row.objectName, values, assigned });
}

/** A record variable that holds nothing yet starts an empty record; an element that found nothing does not. */
function rowIn(interview: Interview, name: string, fieldName: string): FlowRow {
    const held = interview.held.get(name) ?? null;
    if (isRow(held)) return held;
    const objectName = interview.flow.resources.get(name)?.type.objectName ?? null;
    if (objectName !== null) return { objectName, values: {}, assigned: new Set() };
    throw new FlowFault(
        `The flow failed to access the value for ${name}.${fieldName} because it hasn't been set or assigned.`
    );
}

/** Gives the field's exact name. */
function writeField(
    { run }: Interview,
    objectName: string,
    values: RecordValues,
    fieldName: string,
    datum: Datum
): string {
    const object = run.org.schema.object(objectName);
    const field = object === undefined ? undefined : run.org.schema.field(object, fieldName);
    if (field === undefined || isRow(datum) || isCollection(datum))
        throw new FlowFault(`${objectName}.${fieldName} can't be assigned to.`);
    values[field.name] = fitToField(field, datum);
    return field.name;
}

function rounded(resource: FlowResource | undefined, datum: Datum): Datum {
    if (resource?.kind !== "variable" || !Decimal.isDecimal(datum)) return datum;
    return datum.toDecimalPlaces(resource.scale, Decimal.ROUND_HALF_UP);
}
