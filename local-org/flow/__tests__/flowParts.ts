import { deploy, fieldOf, file, problemsOf, textField } from "../../metadata/__tests__/deployed.ts";
import { savingOrg } from "../../save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../save/__tests__/savingOrg.ts";
import { connector, element, flowFile } from "./flowXml.ts";

/** A start on Opportunity: `trigger` is RecordAfterSave CreateAndUpdate unless said. */
export function recordStart(
    first: string,
    { more = "", type = "RecordAfterSave", on = "CreateAndUpdate", object = "Opportunity" } = {}
): string {
    const next = first === "" ? "" : connector(first);
    return `<start><locationX>0</locationX><locationY>0</locationY>${next}${more}<object>${object}</object><recordTriggerType>${on}</recordTriggerType><triggerType>${type}</triggerType></start>`;
}

export const beforeDeleteStart = (first: string): string =>
    recordStart(first, { type: "RecordBeforeDelete", on: "Delete" });

/** A start by the clock, every day from 2026-06-01 on; without an object of no record. */
export const scheduledStart = (first: string, more = ""): string =>
    `<start><locationX>0</locationX><locationY>0</locationY>${next(first)}${more}<schedule><frequency>Daily</frequency><startDate>2026-06-01</startDate><startTime>06:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType></start>`;

export const calledStart = (first: string): string =>
    `<start><locationX>0</locationX><locationY>0</locationY>${connector(first)}</start>`;

export const asyncPath = (first: string): string =>
    `<scheduledPaths><name>Later</name>${connector(first)}<pathType>AsyncAfterCommit</pathType></scheduledPaths>`;

export const fault = (target: string): string => connector(target, "faultConnector");

const next = (target: string): string => (target === "" ? "" : connector(target));

export const lookup = (name: string, object: string, filters: string, target = "", more = ""): string =>
    element(
        "recordLookups",
        name,
        `${next(target)}<filterLogic>and</filterLogic>${filters}<getFirstRecordOnly>true</getFirstRecordOnly><object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically>${more}`
    );

export const lookupAll = (name: string, object: string, filters: string, target = "", more = ""): string =>
    lookup(name, object, filters, target, more).replace("<getFirstRecordOnly>true", "<getFirstRecordOnly>false");

/** `values` are pairs of a field and the XML inside its value. */
export type Values = readonly (readonly [field: string, value: string])[];

const assignments = (values: Values): string =>
    values
        .map(([field, value]) => `<inputAssignments><field>${field}</field><value>${value}</value></inputAssignments>`)
        .join("");

export const create = (name: string, object: string, values: Values, target = "", more = ""): string =>
    element("recordCreates", name, `${next(target)}${assignments(values)}<object>${object}</object>${more}`);

export const createHeld = (name: string, held: string, target = "", more = ""): string =>
    element("recordCreates", name, `${next(target)}<inputReference>${held}</inputReference>${more}`);

export const update = (name: string, values: Values, where: string, target = "", more = ""): string =>
    element("recordUpdates", name, `${next(target)}${where}${assignments(values)}${more}`);

export const updateHeld = (name: string, held: string, target = "", more = ""): string =>
    element("recordUpdates", name, `${next(target)}<inputReference>${held}</inputReference>${more}`);

export const where = (object: string, filters: string): string =>
    `<filterLogic>and</filterLogic>${filters}<object>${object}</object>`;

export const remove = (name: string, target: string, what: string, more = ""): string =>
    element("recordDeletes", name, `${next(target)}${what}${more}`);

const inputs = (tag: string, values: Values): string =>
    values.map(([name, value]) => `<${tag}><name>${name}</name><value>${value}</value></${tag}>`).join("");

export const post = (name: string, values: Values, target = "", more = ""): string =>
    element(
        "actionCalls",
        name,
        `<actionName>chatterPost</actionName><actionType>chatterPost</actionType>${next(target)}<flowTransactionModel>CurrentTransaction</flowTransactionModel>${inputs("inputParameters", values)}${more}<nameSegment>chatterPost</nameSegment><storeOutputAutomatically>true</storeOutputAutomatically><versionSegment>1</versionSegment>`
    );

export const notify = (name: string, values: Values, target = "", more = ""): string =>
    element(
        "actionCalls",
        name,
        `<actionName>customNotificationAction</actionName><actionType>customNotificationAction</actionType>${next(target)}<flowTransactionModel>CurrentTransaction</flowTransactionModel>${inputs("inputParameters", values)}${more}`
    );

export const subflow = (name: string, flowName: string, values: Values, target = "", more = ""): string =>
    element(
        "subflows",
        name,
        `${next(target)}<flowName>${flowName}</flowName>${inputs("inputAssignments", values)}${more}`
    );

export const loop = (name: string, collection: string, body: string, after = ""): string =>
    element(
        "loops",
        name,
        `<collectionReference>${collection}</collectionReference><iterationOrder>Asc</iterationOrder>${connector(body, "nextValueConnector")}${after === "" ? "" : connector(after, "noMoreValuesConnector")}`
    );

export const customError = (name: string, message: string, target = ""): string =>
    element(
        "customErrors",
        name,
        `${next(target)}<customErrorMessages><errorMessage>${message}</errorMessage><isFieldError>false</isFieldError></customErrorMessages>`
    );

export const variable = (name: string, dataType: string, more = ""): string =>
    `<variables><name>${name}</name><dataType>${dataType}</dataType>${more}</variables>`;

export const record = (name: string, object: string, more = ""): string =>
    variable(name, "SObject", `<isCollection>false</isCollection><objectType>${object}</objectType>${more}`);

export const records = (name: string, object: string): string =>
    variable(name, "SObject", `<isCollection>true</isCollection><objectType>${object}</objectType>`);

export interface FlowOrg extends SavingOrg {
    /** Deploys active flows by name. Throws where the deploy is refused. */
    deployFlows(flows: Readonly<Record<string, string>>): void;
    /** An opportunity of that name. */
    deal(name: string, values?: object): string;
    /** Names of the stored records of an object, in their order. */
    names(objectName: string, field?: string): unknown[];
}

/** An org with a few fields of its own on Opportunity, and short ways to deploy flows and save. */
export function flowOrg(): FlowOrg {
    const held = savingOrg();
    const fields = textField("Text__c") + fieldOf("Number__c", "Number", "<precision>8</precision><scale>1</scale>");
    const report = deploy(held, { CustomField: ["*"] }, { "objects/Opportunity.object": file("CustomObject", fields) });
    if (report.status !== "Succeeded") throw new Error(problemsOf(report).join("\n"));
    return {
        ...held,
        deployFlows: (flows) => {
            const files = Object.entries(flows).map(([name, content]) => [`flows/${name}.flow`, flowFile(content)]);
            const done = deploy(held, { Flow: Object.keys(flows) }, Object.fromEntries(files));
            if (done.status !== "Succeeded") throw new Error(problemsOf(done).join("\n"));
            held.org.transactions.clear();
        },
        deal: (Name, values = {}) =>
            held.insert("Opportunity", { Name, StageName: "Prospecting", CloseDate: "2026-09-30", ...values }),
        names: (objectName, field = "Name") => held.rows(objectName).map((row) => row[field])
    };
}
