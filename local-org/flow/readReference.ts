import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import type { FormulaScope } from "../formula/formula.ts";
import { asFormulaReads, fieldPathValue } from "../save/fieldPath.ts";
import { globalValue } from "../save/globalNames.ts";
import type { FlowOperand } from "./compiledFlow.ts";
import { flowFormulaNames } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { Datum, FlowRow, Interview } from "./interview.ts";
import { mergeText } from "./mergeText.ts";

export function readOperandOf(interview: Interview, operand: FlowOperand): Datum {
    return "literal" in operand ? operand.literal : readReference(interview, operand.reference);
}

/** What a reference names at this moment. Throws FlowFault where a record is missing whose field is asked for. */
export function readReference(interview: Interview, reference: string): Datum {
    const [first = "", ...path] = reference.split(".");
    switch (first) {
        case "$Record":
        case "$Record__Prior":
            return readRecord(interview, first, path);
        case "$Flow":
            return path[0] === "CurrentDate" ? interview.org.clock.today() : interview.org.clock.now();
        case "$GlobalConstant":
            return path[0] === "EmptyString" ? "" : path[0] === "True";
    }
    if (first.startsWith("$")) {
        return globalValue(
            interview.org,
            [first, ...path],
            interview.user,
            interview.record.values["RecordTypeId"] ?? null
        );
    }
    const datum = readResource(interview, first);
    const [fieldName] = path;
    return fieldName === undefined ? datum : readField(interview, datum, first, fieldName);
}

/** What a text names: blank reads as nothing. */
export function mergedText(interview: Interview, text: string): string {
    return mergeText(text, (reference) => {
        const datum = readReference(interview, reference);
        return datum === null || isRow(datum) || isCollection(datum) ? "" : String(datum);
    });
}

function readRecord({ org, object, record }: Interview, first: string, path: readonly string[]): Datum {
    const values = first === "$Record" ? record.values : record.prior;
    if (values === null) return null;
    if (path.length === 0) return { objectName: object.name, values };
    const [fieldName = ""] = path;
    const own = path.length === 1 ? org.schema.field(object, fieldName) : undefined;
    // Outside formulas a percent field of 30 is 30, so own fields are not read as formulas read them.
    if (own !== undefined) return values[own.name] ?? (own.type === "boolean" ? false : null);
    return fieldPathValue(org, object, values, path);
}

function readResource(interview: Interview, name: string): Datum {
    const resource = interview.flow.resources.get(name);
    switch (resource?.kind) {
        case "constant":
            return resource.value;
        case "formula": {
            const value = resource.formula.evaluate(formulaScopeOf(interview), interview.org.nullMode);
            return Decimal.isDecimal(value) ? value.toDecimalPlaces(resource.scale, Decimal.ROUND_HALF_UP) : value;
        }
        case "textTemplate":
            return mergedText(interview, resource.text);
        default:
            return interview.held.get(name) ?? null;
    }
}

function readField({ org }: Interview, datum: Datum, holder: string, fieldName: string): Value {
    if (!isRow(datum)) {
        throw new FlowFault(
            `The flow failed to access the value for ${holder}.${fieldName} because it hasn't been set or assigned.`
        );
    }
    const object = org.schema.object(datum.objectName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    return field === undefined ? null : (datum.values[field.name] ?? null);
}

/** The names of the flow with their values, for a formula. */
export function formulaScopeOf(interview: Interview): FormulaScope {
    const { org, object, record, flow } = interview;
    const names: FlowNames = {
        org,
        object,
        elements: flow.elements,
        resources: new Map([...flow.resources].map(([name, { type }]) => [name, type]))
    };
    return {
        ...flowFormulaNames(names),
        valueOf: (path) => formulaValue(interview, path, record.values),
        priorValueOf: (path) => formulaValue(interview, path, record.prior ?? record.values),
        isNew: record.prior === null,
        today: org.clock.today(),
        now: org.clock.now()
    };
}

function formulaValue(interview: Interview, path: readonly string[], values: Interview["record"]["values"]): Value {
    const { org, object, record } = interview;
    const [first = "", ...rest] = path;
    if (first === "$Record") return fieldPathValue(org, object, values, rest);
    if (first === "$Record__Prior")
        return record.prior === null ? null : fieldPathValue(org, object, record.prior, rest);
    const datum = readReference(interview, path.join("."));
    if (isRow(datum) || isCollection(datum)) return null;
    return asFieldOf(interview, first, rest, datum);
}

function asFieldOf(interview: Interview, holder: string, [fieldName]: readonly string[], value: Value): Value {
    const row: Datum = fieldName === undefined || holder.startsWith("$") ? null : readReference(interview, holder);
    const object = isRow(row) ? interview.org.schema.object((row as FlowRow).objectName) : undefined;
    const field =
        object === undefined || fieldName === undefined ? undefined : interview.org.schema.field(object, fieldName);
    return field === undefined ? value : asFormulaReads(field, value);
}
