import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { TriggeredFlow } from "../flow/compiledFlow.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkShape, childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { isJsonObject } from "../rest/givenRecord.ts";
import { givenValue } from "../rest/givenValue.ts";
import { fieldPathType } from "../save/fieldPath.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { FlowTest, TestAssertion, TestCondition } from "./flowTest.ts";
import {
    assertionShape,
    conditionShape,
    flowTestShape,
    parameterShape,
    recordValueShape,
    rightValueShape,
    testOperators,
    testPointShape
} from "./flowTestShapes.ts";

type Places = Pick<Org, "schema" | "deployed">;

/** Reads a flow test. Throws DeployProblem naming what this org can't run: a test is never run in part. */
export function compileFlowTest(org: Places, name: string, root: XmlElement): FlowTest {
    const what = `FlowTest ${name}`;
    checkShape(root, flowTestShape, what);
    const flow = testedFlow(org, requiredText(root, "flowApiName", what), what, root.line);
    const object = org.schema.object(flow.object);
    if (object === undefined) throw new DeployProblem(`${what}: ${flow.object} is no object of this org`, root.line);
    const points = childrenNamed(root, "testPoints");
    points.forEach((point) => checkPoint(point, what));
    const records = triggeringRecords(org, object, points, what);
    checkFitsTrigger(flow, records, what, root.line);
    return {
        name,
        label: textOf(root, "label") ?? name,
        flow: flow.name,
        object: object.name,
        ...records,
        atStart: assertionsAt(org, object, points, "Start", what),
        atFinish: assertionsAt(org, object, points, "Finish", what)
    };
}

function testedFlow({ deployed }: Places, name: string, what: string, line: number): TriggeredFlow {
    const flow = deployed.flow(name);
    if (flow === undefined) throw new DeployProblem(`${what}: no flow named ${name} found`, line);
    const unsupported = (kind: string): DeployProblem =>
        new DeployProblem(`${what}: tests of ${kind} are not supported by this local org: ${name}`, line);
    if (flow.when === "called") throw unsupported("autolaunched flows without a trigger");
    if (flow.when === "scheduled") throw unsupported("flows that run by the clock");
    if (flow.when === "beforeDelete") throw unsupported("flows that run before a deletion");
    if (flow.first === null && flow.asyncFirst !== null) throw unsupported("asynchronous paths");
    return flow;
}

function checkPoint(point: XmlElement, what: string): void {
    checkShape(point, testPointShape, `${what}, testPoints`);
    const place = requiredText(point, "elementApiName", `${what}, testPoints`);
    if (place !== "Start" && place !== "Finish") {
        throw new DeployProblem(`${what}: a test point must be Start or Finish, not ${place}`, point.line);
    }
    const [parameter] = childrenNamed(point, "parameters");
    if (place === "Finish" && parameter !== undefined) {
        throw new DeployProblem(`${what}: parameters are given at Start`, parameter.line);
    }
}

type TriggeringRecords = Pick<FlowTest, "initial" | "updated">;

function triggeringRecords(
    org: Places,
    object: ObjectSchema,
    points: readonly XmlElement[],
    what: string
): TriggeringRecords {
    const given = new Map<string, RecordValues>();
    for (const parameter of points.flatMap((point) => childrenNamed(point, "parameters"))) {
        checkShape(parameter, parameterShape, `${what}, parameters`);
        const type = requiredText(parameter, "type", `${what}, parameters`);
        const left = requiredText(parameter, "leftValueReference", `${what}, parameters`);
        if (type !== "InputTriggeringRecordInitial" && type !== "InputTriggeringRecordUpdated") {
            throw new DeployProblem(
                `${what}: parameter type ${type} is not supported by this local org`,
                parameter.line
            );
        }
        if (left !== "$Record") throw new DeployProblem(`${what}: ${type} must be given for $Record`, parameter.line);
        if (given.has(type)) throw new DeployProblem(`${what}: ${type} is given twice`, parameter.line);
        given.set(type, recordOf(org, object, parameter, what));
    }
    const initial = given.get("InputTriggeringRecordInitial");
    if (initial === undefined) {
        throw new DeployProblem(
            `${what}: the test point for elementApiName "Start" is missing a parameter of type InputTriggeringRecordInitial`
        );
    }
    return { initial, updated: given.get("InputTriggeringRecordUpdated") ?? null };
}

function checkFitsTrigger(flow: TriggeredFlow, { updated }: TriggeringRecords, what: string, line: number): void {
    if (updated !== null && !flow.onUpdate) {
        const message = "InputTriggeringRecordUpdated does not fit a flow that runs only when a record is created";
        throw new DeployProblem(`${what}: ${message}`, line);
    }
    if (updated === null && !flow.onCreate) {
        const message = "a flow that runs when a record is updated needs InputTriggeringRecordUpdated";
        throw new DeployProblem(`${what}: ${message}`, line);
    }
}

function recordOf({ schema }: Places, object: ObjectSchema, parameter: XmlElement, what: string): RecordValues {
    const value = childNamed(parameter, "value");
    if (value === undefined) throw new DeployProblem(`${what}: a parameter needs a value`, parameter.line);
    checkShape(value, recordValueShape, `${what}, value`);
    const json = parsedJson(requiredText(value, "sobjectValue", what), what, value.line);
    const values: RecordValues = {};
    for (const [name, given] of Object.entries(json)) {
        const field = name === "attributes" ? undefined : schema.field(object, name);
        if (name === "attributes") continue;
        if (field === undefined) throw new DeployProblem(`${what}: ${object.name} has no field ${name}`, value.line);
        try {
            values[field.name] = givenValue(field, given);
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            throw new DeployProblem(`${what}: ${error.message}`, value.line);
        }
    }
    return values;
}

function parsedJson(text: string, what: string, line: number): Record<string, unknown> {
    try {
        const json: unknown = JSON.parse(text);
        if (isJsonObject(json)) return json;
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
    }
    throw new DeployProblem(`${what}: sobjectValue must be a JSON object`, line);
}

function assertionsAt(
    org: Places,
    object: ObjectSchema,
    points: readonly XmlElement[],
    place: "Start" | "Finish",
    what: string
): TestAssertion[] {
    return points
        .filter((point) => textOf(point, "elementApiName") === place)
        .flatMap((point) => childrenNamed(point, "assertions"))
        .map((assertion) => {
            checkShape(assertion, assertionShape, `${what}, assertions`);
            const conditions = childrenNamed(assertion, "conditions").map((each) =>
                conditionOf(org, object, each, what)
            );
            return { conditions, errorMessage: textOf(assertion, "errorMessage") ?? "" };
        });
}

function conditionOf({ schema }: Places, object: ObjectSchema, element: XmlElement, what: string): TestCondition {
    checkShape(element, conditionShape, `${what}, conditions`);
    const left = requiredText(element, "leftValueReference", `${what}, conditions`);
    const operator = requiredText(element, "operator", `${what}, conditions`);
    const [first, ...path] = left.split(".");
    if (first !== "$Record" || path.length === 0) {
        const message = `assertions on ${left} are not supported by this local org; fields of $Record are`;
        throw new DeployProblem(`${what}: ${message}`, element.line);
    }
    if (fieldPathType(schema, object, path) === undefined) {
        throw new DeployProblem(`${what}: ${object.name} has no field ${path.join(".")}`, element.line);
    }
    if (!testOperators.has(operator)) {
        throw new DeployProblem(`${what}: operator ${operator} is not supported by this local org`, element.line);
    }
    return { path, operator, value: rightValueOf(element, what) };
}

function rightValueOf(condition: XmlElement, what: string): Value {
    const right = childNamed(condition, "rightValue");
    if (right === undefined) return null;
    checkShape(right, rightValueShape, `${what}, rightValue`);
    const [value] = right.children;
    if (value === undefined) return null;
    switch (value.name) {
        case "numberValue":
            if (!/^-?\d+(\.\d+)?$/.test(value.text)) {
                throw new DeployProblem(`${what}: ${value.text} is no number`, value.line);
            }
            return new Decimal(value.text);
        case "booleanValue":
            if (value.text === "true" || value.text === "false") return value.text === "true";
            throw new DeployProblem(`${what}: ${value.text} is neither true nor false`, value.line);
        case "dateTimeValue":
            if (!Number.isNaN(Date.parse(value.text))) return new Date(value.text).toISOString();
            throw new DeployProblem(`${what}: ${value.text} is no time`, value.line);
        default:
            return value.text;
    }
}
