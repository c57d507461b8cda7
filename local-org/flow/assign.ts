import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import { fitToField } from "../save/fitToField.ts";
import type { AssignmentElement, FlowResource } from "./compiledFlow.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";
import { readOperandOf, readReference } from "./readReference.ts";

type Item = AssignmentElement["items"][number];

/** Carries out one line of an assignment. Numbers are rounded to the scale of what takes them. */
export function assign(interview: Interview, item: Item): void {
    const current = item.operator === "Assign" ? null : readReference(interview, item.target);
    write(interview, item.target, newDatum(item, current, readOperandOf(interview, item.value)));
}

function newDatum({ operator, target }: Item, current: Datum, value: Datum): Datum {
    if (operator === "Assign") return value;
    if (operator === "AssignCount") return new Decimal(isCollection(value) ? value.length : 0);
    if (isCollection(current) || operator === "AddAtStart" || operator.startsWith("Remove")) {
        return newCollection(operator, isCollection(current) ? current : [], isCollection(value) ? value : [value]);
    }
    if (Decimal.isDecimal(value)) return newNumberOrDate(operator, target, current, value);
    if (typeof value === "string" || value === null)
        return `${typeof current === "string" ? current : ""}${value ?? ""}`;
    throw new FlowFault(`${operator} does not fit ${target}.`);
}

function newCollection(operator: string, current: readonly Datum[], values: readonly Datum[]): readonly Datum[] {
    const isSame = (one: Datum, other: Datum): boolean =>
        one === other || (Decimal.isDecimal(one) && Decimal.isDecimal(other) && one.equals(other));
    switch (operator) {
        case "AddAtStart":
            return [...values, ...current];
        case "RemoveAll":
            return current.filter((item) => !values.some((value) => isSame(item, value)));
        case "RemoveFirst": {
            const at = current.findIndex((item) => values.some((value) => isSame(item, value)));
            return at < 0 ? current : current.toSpliced(at, 1);
        }
        default:
            return [...current, ...values];
    }
}

function newNumberOrDate(operator: string, target: string, current: Datum, value: Decimal): Datum {
    const amount = operator === "Subtract" ? value.negated() : value;
    if (Decimal.isDecimal(current)) return current.plus(amount);
    if (typeof current === "string") return datePlus(current, amount);
    // What adding to a blank gives is not certain on the platform: the flow has to say what it starts from.
    throw new FlowFault(
        `${target} is blank, so nothing can be added to it or subtracted from it; give it a value first.`
    );
}

function datePlus(date: string, days: Decimal): string {
    const moved = new Date(`${date}T00:00:00.000Z`);
    moved.setUTCDate(moved.getUTCDate() + days.trunc().toNumber());
    return moved.toISOString().slice(0, 10);
}

function write(interview: Interview, target: string, datum: Datum): void {
    const [first = "", fieldName] = target.split(".");
    if (first === "$Record")
        return writeField(interview, interview.object.name, interview.record.values, fieldName ?? "", datum);
    if (fieldName === undefined) {
        interview.held.set(first, rounded(interview.flow.resources.get(first), datum));
        return;
    }
    const held = interview.held.get(first) ?? null;
    const row = isRow(held)
        ? held
        : { objectName: interview.flow.resources.get(first)?.type.objectName ?? "", values: {} };
    // A fresh row: others may hold the one that was looked up.
    const values = { ...row.values };
    writeField(interview, row.objectName, values, fieldName, datum);
    interview.held.set(first, { objectName: row.objectName, values });
}

function writeField(
    { org }: Interview,
    objectName: string,
    values: Record<string, Value>,
    fieldName: string,
    datum: Datum
): void {
    const object = org.schema.object(objectName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    if (field === undefined || isRow(datum) || isCollection(datum))
        throw new FlowFault(`${objectName}.${fieldName} can't be assigned to.`);
    values[field.name] = fitToField(field, datum);
}

function rounded(resource: FlowResource | undefined, datum: Datum): Datum {
    if (resource?.kind !== "variable" || !Decimal.isDecimal(datum)) return datum;
    return datum.toDecimalPlaces(resource.scale, Decimal.ROUND_HALF_UP);
}
