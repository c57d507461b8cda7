import type { WrittenFile } from "../../written/writtenFolder.ts";
import { metadataXml } from "../xml.ts";

type FieldValue = string | number | boolean;

/** A test of one flow: the record that starts it, and what stands in the record when the flow has run. */
export interface FlowTest {
    /** "PW_Stamp_New_Deal", labelled "PW Stamp New Deal". */
    readonly name: string;
    readonly flow: string;
    readonly description: string;
    /** The record as it is created or, where `updated` is given, as it was before. */
    readonly initial: Readonly<Record<string, FieldValue>>;
    /** The fields that the update changes. */
    readonly updated?: Readonly<Record<string, FieldValue>>;
    readonly expects: readonly Expectation[];
}

/** What must stand in a field then; null: nothing. */
export interface Expectation {
    readonly field: string;
    readonly is: FieldValue | null | "anything";
    /** What somebody reads in Setup where it doesn't. */
    readonly message: string;
}

export function flowTestFile({ name, flow, description, initial, updated, expects }: FlowTest): WrittenFile {
    const given = [
        parameter("InputTriggeringRecordInitial", initial),
        ...(updated === undefined ? [] : [parameter("InputTriggeringRecordUpdated", { ...initial, ...updated })])
    ];
    return {
        path: `flowtests/${name}.flowtest-meta.xml`,
        content: metadataXml("FlowTest", {
            description,
            flowApiName: flow,
            label: name.replaceAll("_", " "),
            testPoints: [
                { elementApiName: "Start", parameters: given },
                { assertions: expects.map(assertion), elementApiName: "Finish" }
            ]
        })
    };
}

function parameter(type: string, record: Readonly<Record<string, FieldValue>>) {
    return { leftValueReference: "$Record", type, value: { sobjectValue: JSON.stringify(record) } };
}

function assertion({ field, is, message }: Expectation) {
    const asksWhetherBlank = is === null || is === "anything";
    const right = asksWhetherBlank ? { booleanValue: String(is === null) } : valueOf(is);
    return {
        conditions: {
            leftValueReference: `$Record.${field}`,
            operator: asksWhetherBlank ? "IsNull" : "EqualTo",
            rightValue: right
        },
        errorMessage: message
    };
}

function valueOf(value: FieldValue) {
    switch (typeof value) {
        case "boolean":
            return { booleanValue: String(value) };
        case "number":
            return { numberValue: value.toFixed(1) };
        default:
            return { stringValue: value };
    }
}
