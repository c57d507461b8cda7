import { Decimal } from "decimal.js";
import type { AssignmentElement } from "./flowElements.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";
import { readOperandOf, readReference } from "./readReference.ts";
import { writeTarget } from "./writeTarget.ts";

type Item = AssignmentElement["items"][number];

/** Carries out one line of an assignment. Numbers are rounded to the scale of what takes them. */
export function assign(interview: Interview, item: Item): void {
    const current = item.operator === "Assign" ? null : readReference(interview, item.target);
    writeTarget(interview, item.target, newDatum(item, current, readOperandOf(interview, item.value)));
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

function isSame(one: Datum, other: Datum): boolean {
    if (one === other) return true;
    if (Decimal.isDecimal(one) && Decimal.isDecimal(other)) return one.equals(other);
    const id = isRow(one) ? (one.values["Id"] ?? null) : null;
    return id !== null && isRow(other) && other.values["Id"] === id;
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
