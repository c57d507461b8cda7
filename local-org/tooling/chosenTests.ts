import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { isJsonObject, jsonObject } from "../rest/givenRecord.ts";
import type { JsonObject } from "../rest/givenRecord.ts";
import type { FlowTest } from "./flowTest.ts";
import { flowTestsOf } from "./flowTestsOfOrg.ts";
import type { BrokenFlowTest } from "./flowTestsOfOrg.ts";

export type ChosenTest = FlowTest | BrokenFlowTest;

const nothingChosen = "Always provide a classes, suites, tests, or testLevel property";

/**
 * The flow tests that a request asks for. Tooling API, "Running Tests": `tests` with flows as classes,
 * `FlowTesting.My_Flow` or the flow's name alone, or a level and a category. There is no Apex here.
 */
export function chosenTests(org: Org, json: unknown): ChosenTest[] {
    const { tests, testLevel, category, suiteNames, classNames } = jsonObject(json);
    refuseGiven({ suiteNames, classNames });
    const all = flowTestsOf(org);
    const chosen = Array.isArray(tests) ? tests.flatMap((item: unknown) => testsOfItem(all, item)) : [];
    if (Array.isArray(tests) && chosen.length > 0) return [...new Set(chosen)];
    const categories = Array.isArray(category) ? category.map(String) : [];
    const wantsFlows = categories.length === 0 || categories.some((each) => each.toLowerCase() === "flow");
    if (!isLevelOfAll(testLevel) || !wantsFlows || all.length === 0) throw new OrgError("INVALID_INPUT", nothingChosen);
    return all;
}

const isLevelOfAll = (level: unknown): boolean => level === "RunLocalTests" || level === "RunAllTestsInOrg";

function refuseGiven(given: JsonObject): void {
    const name = Object.keys(given).find((each) => given[each] !== undefined && given[each] !== null);
    if (name === undefined) return;
    throw new OrgError("INVALID_INPUT", `${name} is not supported by this local org, which has no Apex.`);
}

function testsOfItem(all: readonly ChosenTest[], item: unknown): ChosenTest[] {
    const { className, testMethods, ...other } = isJsonObject(item) ? item : {};
    if (typeof className !== "string") {
        const given = Object.keys(other).join(", ") || "nothing";
        throw new OrgError("INVALID_INPUT", `Each of tests needs a className; ${given} is not supported here.`);
    }
    const flow = className.replace(/^flowtesting\./i, "");
    const ofFlow = all.filter((test) => test.flow.toLowerCase() === flow.toLowerCase());
    if (ofFlow.length === 0) {
        const message = `This class name's value is invalid: ${className}. Provide the name of a flow that has tests.`;
        throw new OrgError("INVALID_INPUT", message);
    }
    if (!Array.isArray(testMethods) || testMethods.length === 0) return ofFlow;
    return testMethods.map((method: unknown) => {
        const found = ofFlow.find(({ name }) => name.toLowerCase() === String(method).toLowerCase());
        if (found !== undefined) return found;
        throw new OrgError("INVALID_INPUT", `The flow ${flow} has no test named ${String(method)}.`);
    });
}
