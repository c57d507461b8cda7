import { flowFile, assignment, decision, condition, text, number, start } from "../../flow/__tests__/flowXml.ts";
import { file } from "../../metadata/__tests__/deployed.ts";

/** A flow that says "Large" of amounts over 1,000 in the next step. */
export const sizeFlow = (head?: string): string =>
    flowFile(
        start("Is_Large") +
            decision("Is_Large", condition("$Record.Amount", "GreaterThan", number("1000")), "Say_So", "") +
            assignment("Say_So", [["$Record.NextStep", "Assign", text("Large")]]),
        head
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
