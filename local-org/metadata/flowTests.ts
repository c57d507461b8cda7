import { compileFlowTest } from "../tooling/compileFlowTest.ts";
import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";

/** Compiled to refuse by name what this org can't run; compiled again at each run, for the org may have changed. */
export const deployFlowTest: DeployComponent = ({ org, deployed }, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    if (element.name !== "FlowTest") {
        throw new DeployProblem(`FlowTest ${fullName}: the file holds ${element.name}`, element.line);
    }
    compileFlowTest(org, fullName, element);
    return deployed.files("FlowTest", fullName).length > 0 ? "changed" : "created";
};
