import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import { fieldPathValue } from "../save/fieldPath.ts";
import { globalValue } from "../save/globalNames.ts";
import type { FlowOperand } from "./compiledFlow.ts";
import { hasNamedOutputs } from "./flowNames.ts";
import { formulaScopeOf } from "./formulaScopeOf.ts";
import { FlowFault, isCollection, isRow, triggerOf } from "./interview.ts";
import type { Datum, Interview } from "./interview.ts";
import { mergeText } from "./mergeText.ts";

export function readOperandOf(interview: Interview, operand: FlowOperand): Datum {
    if ("literal" in operand) return operand.literal;
    return "template" in operand
        ? mergedText(interview, operand.template)
        : readReference(interview, operand.reference);
}

/** What a reference names at this moment. Throws FlowFault where a record is missing whose field is asked for. */
export function readReference(interview: Interview, reference: string): Datum {
    const [first = "", ...path] = reference.split(".");
    const { org, user } = interview.run;
    switch (first) {
        case "$Record":
        case "$Record__Prior":
            return readRecord(interview, first, path);
        case "$Flow":
            if (path[0] === "FaultMessage") return interview.faultMessage;
            return path[0] === "CurrentDate" ? org.clock.today() : org.clock.now();
        case "$GlobalConstant":
            return path[0] === "EmptyString" ? "" : path[0] === "True";
    }
    if (first.startsWith("$")) {
        const recordTypeId = interview.trigger?.record.values["RecordTypeId"] ?? null;
        return globalValue(org, [first, ...path], user, recordTypeId);
    }
    const isOutput = hasNamedOutputs(interview.flow.elements.get(first));
    const [name, [fieldName]] = isOutput ? [`${first}.${path[0] ?? ""}`, path.slice(1)] : [first, path];
    const datum = readResource(interview, name);
    return fieldName === undefined ? datum : readField(interview, datum, name, fieldName);
}

/** A text with what it names in `{!…}`: blank reads as nothing. */
export function mergedText(interview: Interview, text: string): string {
    return mergeText(text, (reference) => {
        const datum = readReference(interview, reference);
        return datum === null || isRow(datum) || isCollection(datum) ? "" : String(datum);
    });
}

function readRecord(interview: Interview, first: string, path: readonly string[]): Datum {
    const { org } = interview.run;
    const { object, record, assigned } = triggerOf(interview);
    const values = first === "$Record" ? record.values : record.prior;
    if (values === null) return null;
    // A copy: the flow may go on changing the record.
    if (path.length === 0) return { objectName: object.name, values: { ...values }, assigned: new Set(assigned) };
    const [fieldName = ""] = path;
    const own = path.length === 1 ? org.schema.field(object, fieldName) : undefined;
    // Outside formulas a percent field of 30 is 30, so own fields are not read as formulas read them.
    if (own !== undefined) return ownValue(values, own.name, own.type === "boolean");
    return fieldPathValue(org, object, values, path);
}

function ownValue(values: Readonly<RecordValues>, name: string, isFlag: boolean): Value {
    return values[name] ?? (isFlag ? false : null);
}

function readResource(interview: Interview, name: string): Datum {
    const resource = interview.flow.resources.get(name);
    switch (resource?.kind) {
        case "constant":
            return resource.value;
        case "formula": {
            const value = resource.formula.evaluate(
                formulaScopeOf(interview, readReference),
                interview.run.org.nullMode
            );
            return Decimal.isDecimal(value) ? value.toDecimalPlaces(resource.scale, Decimal.ROUND_HALF_UP) : value;
        }
        case "textTemplate":
            return mergedText(interview, resource.text);
        default:
            return interview.held.get(name) ?? null;
    }
}

function readField({ run }: Interview, datum: Datum, holder: string, fieldName: string): Value {
    if (!isRow(datum)) {
        throw new FlowFault(
            `The flow failed to access the value for ${holder}.${fieldName} because it hasn't been set or assigned.`
        );
    }
    const object = run.org.schema.object(datum.objectName);
    const field = object === undefined ? undefined : run.org.schema.field(object, fieldName);
    return field === undefined ? null : ownValue(datum.values, field.name, field.type === "boolean");
}
