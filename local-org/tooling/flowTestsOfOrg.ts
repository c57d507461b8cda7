import { DeployProblem } from "../metadata/deployProblem.ts";
import { parseXml } from "../metadata/xmlElement.ts";
import type { Org } from "../org.ts";
import { compileFlowTest } from "./compileFlowTest.ts";
import type { FlowTest } from "./flowTest.ts";

/** A test that was fine when it was deployed and names something that is gone since. */
export interface BrokenFlowTest {
    readonly name: string;
    readonly flow: string;
    readonly problem: string;
}

/** Every deployed flow test, by the flow it tests, as the org is now. */
export function flowTestsOf(org: Org): (FlowTest | BrokenFlowTest)[] {
    return org.deployed
        .components()
        .filter(({ type }) => type === "FlowTest")
        .map(({ fullName, content, path }) => {
            const root = parseXml(new TextDecoder().decode(content), path);
            const flow = root.children.find(({ name }) => name === "flowApiName")?.text ?? "";
            try {
                return compileFlowTest(org, fullName, root);
            } catch (error) {
                if (!(error instanceof DeployProblem)) throw error;
                return { name: fullName, flow, problem: error.message };
            }
        });
}
