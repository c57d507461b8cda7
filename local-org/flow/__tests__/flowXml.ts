import { createOrg } from "../../createOrg.ts";
import { fixedClock, settableClock } from "../../clock.ts";
import type { OrgWithControls } from "../../createOrg.ts";
import type { RecordValues } from "../../data/value.ts";
import { deploy, fieldOf, file, problemsOf, textField } from "../../metadata/__tests__/deployed.ts";
import type { FlowFailure, FlowRecord } from "../flow.ts";
import { LimitExceeded } from "../../save/transaction.ts";
import type { Transaction } from "../../save/transaction.ts";
import { runBeforeSaveFlow } from "../runRecordTriggeredFlow.ts";

const place = (name: string): string =>
    `<name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>`;

/** One element with its name, label and place. */
export const element = (tag: string, name: string, content: string): string =>
    `<${tag}>${place(name)}${content}</${tag}>`;

export const connector = (target: string, tag = "connector"): string =>
    `<${tag}><targetReference>${target}</targetReference></${tag}>`;

export const start = (first: string, more = "", trigger = "CreateAndUpdate"): string =>
    `<start><locationX>0</locationX><locationY>0</locationY>${connector(first)}${more}<object>Opportunity</object><recordTriggerType>${trigger}</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>`;

/** `value` is the XML inside the value, `<stringValue>x</stringValue>` say. */
export const assignment = (name: string, items: readonly (readonly [string, string, string])[], next = ""): string =>
    element(
        "assignments",
        name,
        items
            .map(
                ([target, operator, value]) =>
                    `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator><value>${value}</value></assignmentItems>`
            )
            .join("") + (next === "" ? "" : connector(next))
    );

export const decision = (name: string, conditions: string, whenMet: string, otherwise: string, logic = "and"): string =>
    element(
        "decisions",
        name,
        `${otherwise === "" ? "" : connector(otherwise, "defaultConnector")}<defaultConnectorLabel>No</defaultConnectorLabel><rules><name>${name}_Met</name><conditionLogic>${logic}</conditionLogic>${conditions}${connector(whenMet)}<label>Yes</label></rules>`
    );

export const condition = (left: string, operator: string, right: string): string =>
    `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator><rightValue>${right}</rightValue></conditions>`;

export const filter = (field: string, operator: string, value: string): string =>
    `<filters><field>${field}</field><operator>${operator}</operator><value>${value}</value></filters>`;

export const text = (value: string): string => `<stringValue>${value}</stringValue>`;
export const number = (value: string): string => `<numberValue>${value}</numberValue>`;
export const flag = (value: boolean): string => `<booleanValue>${value}</booleanValue>`;
export const reference = (name: string): string => `<elementReference>${name}</elementReference>`;

export const flowFile = (content: string, head = "<status>Active</status>"): string =>
    file(
        "Flow",
        `<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType>${head}${content}`
    );

/** An org with the fields, type and records that the flows of these tests use. */
export function orgForFlows(): OrgWithControls {
    const held = createOrg({ clock: settableClock(fixedClock("2026-01-01")), newSecret: () => "secret" });
    const report = deploy(
        held,
        {
            CustomObject: ["PW_Stage__mdt"],
            CustomField: ["*"],
            CustomMetadata: ["PW_Stage.One", "PW_Stage.Two"],
            CustomPermission: ["PW_Bypass"],
            CustomLabels: ["CustomLabels"]
        },
        {
            "objects/Opportunity.object": file(
                "CustomObject",
                textField("Text__c") +
                    fieldOf("Number__c", "Number", "<precision>8</precision><scale>1</scale>") +
                    fieldOf("Flag__c", "Checkbox", "<defaultValue>false</defaultValue>") +
                    fieldOf("When__c", "DateTime") +
                    fieldOf("Percent__c", "Percent", "<precision>5</precision><scale>2</scale>")
            ),
            "objects/PW_Stage__mdt.object": file(
                "CustomObject",
                `<label>Stage</label><pluralLabel>Stages</pluralLabel>${textField("Stage__c")}${fieldOf("Position__c", "Number", "<precision>3</precision><scale>0</scale>")}`
            ),
            "customMetadata/PW_Stage.One.md": stageRecord("Prospecting", 1),
            "customMetadata/PW_Stage.Two.md": stageRecord("Qualification", 2),
            "customPermissions/PW_Bypass.customPermission": file("CustomPermission", "<label>Bypass</label>"),
            "labels/CustomLabels.labels": file(
                "CustomLabels",
                "<labels><fullName>Refusal</fullName><language>en_US</language><protected>false</protected><shortDescription>R</shortDescription><value>Not like this.</value></labels>"
            )
        }
    );
    if (report.status !== "Succeeded") throw new Error(problemsOf(report).join("\n"));
    return held;
}

function stageRecord(stage: string, position: number): string {
    return file(
        "CustomMetadata",
        `<label>${stage}</label><values><field>Stage__c</field><value>${stage}</value></values><values><field>Position__c</field><value>${position}</value></values>`
    );
}

/** Why the flow can't be deployed; empty when it can. */
export function deployFlow(held: OrgWithControls, content: string, head?: string): string {
    const report = deploy(held, { Flow: ["F"] }, { "flows/F.flow": flowFile(content, head) });
    return problemsOf(report).join("\n");
}

export interface RunOf {
    readonly values: RecordValues;
    readonly failures: readonly FlowFailure[];
}

/** Deploys the flow and runs it for one record. Throws where the deploy is refused. */
export function runFlow(
    held: OrgWithControls,
    content: string,
    values: RecordValues,
    prior: RecordValues | null = null
): RunOf {
    const problem = deployFlow(held, content);
    if (problem !== "") throw new Error(problem);
    const [flow] = held.org.deployed.recordTriggeredFlows("Opportunity", "beforeSave");
    if (flow === undefined) throw new Error("The flow is not active.");
    const record: FlowRecord = { values: { ...values }, prior };
    const failures = runBeforeSaveFlow(held.org, flow, [record], held.administrator, countingQueries());
    return { failures, values: record.values };
}

/** Before-save flows save nothing; their queries are counted as the platform does. */
function countingQueries(): Transaction {
    let queries = 0;
    return {
        countQuery: () => {
            queries += 1;
            if (queries > 100) throw new LimitExceeded("Too many SOQL queries: 101");
        },
        countStatement: () => undefined,
        countFlow: () => undefined,
        save: () => [],
        tryOut: (work) => void work(),
        afterCommit: () => undefined
    };
}
