import { file } from "../../../local-org/metadata/__tests__/deployed.ts";
import type { Piece } from "./pieces.ts";

/** An element of a flow, still without a place: how the table calls it, and its XML once it has a name and a successor. */
export interface Step {
    readonly says: string;
    xml(name: string, next: string): string;
    /** The name others read its result under. */
    readonly name?: string;
}

/** The XML of a value, and how the table calls it. */
export interface FlowValue {
    readonly says: string;
    readonly xml: string;
}

export const text = (value: string): FlowValue => ({
    says: `"${value}"`,
    xml: `<stringValue>${value}</stringValue>`
});
export const number = (value: number): FlowValue => ({
    says: String(value),
    xml: `<numberValue>${value}</numberValue>`
});
export const reference = (name: string): FlowValue => ({
    says: name,
    xml: `<elementReference>${name}</elementReference>`
});

const head = (name: string): string =>
    `<name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>`;
const connector = (next: string): string =>
    next === "" ? "" : `<connector><targetReference>${next}</targetReference></connector>`;

/** Assigns to a field of the record that starts the flow, or adds to what stands there. */
export function set(field: string, value: FlowValue, operator: "Assign" | "Add" = "Assign"): Step {
    return {
        says: `${field} ${operator === "Add" ? "+=" : "="} ${value.says}`,
        xml: (name, next) =>
            `<assignments>${head(name)}<assignmentItems><assignToReference>$Record.${field}</assignToReference><operator>${operator}</operator><value>${value.xml}</value></assignmentItems>${connector(next)}</assignments>`
    };
}

/** Leaves a task whose subject tells that the flow came by. */
export const notes = (subject: FlowValue): Step => {
    const step = creates("Task", { Subject: subject, WhatId: reference("$Record.Id") });
    return { ...step, says: `create a task ${subject.says}` };
};

export function creates(object: string, values: Readonly<Record<string, FlowValue>>): Step {
    return {
        says: `create ${object}`,
        xml: (name, next) =>
            `<recordCreates>${head(name)}${connector(next)}${inputs(values)}<object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically></recordCreates>`
    };
}

export function updates(
    object: string,
    where: Readonly<Record<string, FlowValue>>,
    values: Readonly<Record<string, FlowValue>>
): Step {
    const changes = Object.entries(values).map(([field, value]) => `${field} = ${value.says}`);
    return {
        says: `update ${object}: ${changes.join(", ")}`,
        xml: (name, next) =>
            `<recordUpdates>${head(name)}${connector(next)}${filters(where)}${inputs(values)}<object>${object}</object></recordUpdates>`
    };
}

/** With `faultGoesOn` a failure leads to the next element too. */
export function gets(
    object: string,
    where: Readonly<Record<string, FlowValue>>,
    options: { name?: string; all?: boolean; faultGoesOn?: boolean } = {}
): Step {
    const { name: own, all = false, faultGoesOn = false } = options;
    return {
        says: `get ${object}`,
        ...(own === undefined ? {} : { name: own }),
        xml: (name, next) =>
            `<recordLookups>${head(name)}<assignNullValuesIfNoRecordsFound>false</assignNullValuesIfNoRecordsFound>${connector(next)}${faultGoesOn ? connector(next).replaceAll("connector>", "faultConnector>") : ""}${filters(where)}<getFirstRecordOnly>${!all}</getFirstRecordOnly><object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`
    };
}

/** A custom error; ends the path. */
export const refuses = (message: string): Step => ({
    says: `custom error "${message}"`,
    xml: (name) =>
        `<customErrors>${head(name)}<customErrorMessages><errorMessage>${message}</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>`
});

function filters(where: Readonly<Record<string, FlowValue>>): string {
    const all = Object.entries(where).map(
        ([field, value]) =>
            `<filters><field>${field}</field><operator>EqualTo</operator><value>${value.xml}</value></filters>`
    );
    return all.length === 0 ? "" : `<filterLogic>and</filterLogic>${all.join("")}`;
}

function inputs(values: Readonly<Record<string, FlowValue>>): string {
    return Object.entries(values)
        .map(
            ([field, value]) =>
                `<inputAssignments><field>${field}</field><value>${value.xml}</value></inputAssignments>`
        )
        .join("");
}

interface FlowOptions {
    /** Opportunity unless said. */
    readonly on?: string;
    readonly trigger?: "Create" | "Update" | "CreateAndUpdate";
    readonly order?: number;
    readonly status?: "Active" | "Draft" | "Obsolete";
    /** Text formulas by name. */
    readonly formulas?: Readonly<Record<string, string>>;
    /** What runs asynchronously after the commit. */
    readonly later?: readonly Step[];
}

const triggerTypes = {
    "before-save": "RecordBeforeSave",
    "after-save": "RecordAfterSave",
    "before-delete": "RecordBeforeDelete"
} as const;

/** A record-triggered flow: the steps one after the other. */
export function flow(
    when: keyof typeof triggerTypes,
    name: string,
    steps: readonly Step[],
    options: FlowOptions = {}
): Piece {
    const { on = "Opportunity", trigger = "CreateAndUpdate", order, status = "Active", formulas = {} } = options;
    const { later = [] } = options;
    const [now, after] = [chain("Now", steps), chain("Later", later)];
    const path =
        later.length === 0
            ? ""
            : `<scheduledPaths>${connector(after.first)}<pathType>AsyncAfterCommit</pathType></scheduledPaths>`;
    const type = when === "before-delete" ? "Delete" : trigger;
    const start = `<start><locationX>0</locationX><locationY>0</locationY>${connector(now.first)}<object>${on}</object><recordTriggerType>${type}</recordTriggerType>${path}<triggerType>${triggerTypes[when]}</triggerType></start>`;
    const resources = Object.entries(formulas).map(
        ([formula, expression]) =>
            `<formulas><name>${formula}</name><dataType>String</dataType><expression>${expression}</expression></formulas>`
    );
    const ordered = order === undefined ? "" : `<triggerOrder>${order}</triggerOrder>`;
    const content = `<apiVersion>66.0</apiVersion><label>${name}</label><processType>AutoLaunchedFlow</processType><status>${status}</status>${ordered}${resources.join("")}${start}${now.xml}${after.xml}`;
    return {
        says: saysOf(when, name, on, steps, options),
        members: { Flow: [name] },
        files: { [`flows/${name}.flow`]: file("Flow", content) }
    };
}

function saysOf(when: string, name: string, on: string, steps: readonly Step[], options: FlowOptions): string {
    const { order, status = "Active", later = [] } = options;
    const kind = `${status === "Active" ? "" : `${status.toLowerCase()} `}${when} flow`;
    const paths = [
        ...(steps.length === 0 ? [] : [inWords(steps)]),
        ...(later.length === 0 ? [] : [`after the commit: ${inWords(later)}`])
    ];
    return `${kind} ${name} on ${on}${order === undefined ? "" : ` (order ${order})`}: ${paths.join("; ")}`;
}

/** `get Account (101 times)` where the same step stands again and again. */
function inWords(steps: readonly Step[]): string {
    const groups: { says: string; times: number }[] = [];
    for (const { says } of steps) {
        const last = groups.at(-1);
        if (last?.says === says) last.times += 1;
        else groups.push({ says, times: 1 });
    }
    return groups.map(({ says, times }) => (times === 1 ? says : `${says} (${times} times)`)).join(", then ");
}

function chain(prefix: string, steps: readonly Step[]): { first: string; xml: string } {
    const names = steps.map((step, index) => step.name ?? `${prefix}_${index + 1}`);
    const xml = steps.map((step, index) => step.xml(names[index] ?? "", names[index + 1] ?? ""));
    return { first: names[0] ?? "", xml: xml.join("") };
}
