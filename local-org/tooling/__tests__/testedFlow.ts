import {
    assignment,
    condition,
    connector,
    decision,
    element,
    flowFile,
    number,
    reference,
    start,
    text
} from "../../flow/__tests__/flowXml.ts";
import { file } from "../../metadata/__tests__/deployed.ts";

/** A flow that says "Large" of amounts over 1,000 in the next step. */
export const sizeFlow = (head?: string): string =>
    flowFile(
        start("Is_Large") +
            decision("Is_Large", condition("$Record.Amount", "GreaterThan", number("1000")), "Say_So", "") +
            assignment("Say_So", [["$Record.NextStep", "Assign", text("Large")]]),
        head
    );

const input = (field: string, value: string): string =>
    `<inputAssignments><field>${field}</field><value>${value}</value></inputAssignments>`;

/** Runs after the save: writes the next step to the record, and makes a task. */
export const visitFlow = flowFile(
    start("Write").replace("RecordBeforeSave", "RecordAfterSave") +
        element(
            "recordUpdates",
            "Write",
            `${connector("Make")}${input("NextStep", text("Visit"))}<inputReference>$Record</inputReference>`
        ) +
        element(
            "recordCreates",
            "Make",
            `${input("Subject", text("Visit"))}${input("WhatId", reference("$Record.Id"))}<object>Task</object>`
        )
);

export const parameter = (kind: "Initial" | "Updated", json: object): string =>
    `<parameters><leftValueReference>$Record</leftValueReference><type>InputTriggeringRecord${kind}</type>` +
    `<value><sobjectValue>${JSON.stringify(json).replaceAll('"', "&quot;")}</sobjectValue></value></parameters>`;

export const assertion = (left: string, operator: string, right: string, message = "It is not so."): string =>
    `<assertions><conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>` +
    `<rightValue>${right}</rightValue></conditions><errorMessage>${message}</errorMessage></assertions>`;

export const flowTestFile = (atStart: string, atFinish: string, head = "<flowApiName>Size</flowApiName>"): string =>
    file(
        "FlowTest",
        `${head}<label>Sizes</label><testPoints>${atStart}<elementApiName>Start</elementApiName></testPoints>` +
            `<testPoints>${atFinish}<elementApiName>Finish</elementApiName></testPoints><testType>WithAssertion</testType>`
    );
