import { compileFlow } from "../flow/compileFlow.ts";
import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";

/** A flow of the same name is replaced: this org keeps one version of each. */
export const deployFlow: DeployComponent = ({ org, deployed, compileFormula }, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    if (element.name !== "Flow")
        throw new DeployProblem(`Flow ${fullName}: the file holds ${element.name}`, element.line);
    const existed = deployed.files("Flow", fullName).length > 0;
    deployed.putFlow(compileFlow({ org, compileFormula }, fullName, element));
    return existed ? "changed" : "created";
};
