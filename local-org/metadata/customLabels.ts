import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkShape, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";

const labelsShape: ElementShape = { enforced: ["labels"], kept: ["fullName"] };

export const customLabelShape: ElementShape = {
    enforced: ["fullName", "value"],
    kept: ["language", "categories", "shortDescription", "protected"]
};

/** The file itself does nothing; each label in it is a component of its own. */
export const deployCustomLabels: DeployComponent = (_context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, labelsShape, `CustomLabels ${fullName}`);
    return "changed";
};

export const deployCustomLabel: DeployComponent = ({ deployed }, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customLabelShape, `CustomLabel ${fullName}`);
    const value = requiredText(element, "value", `CustomLabel ${fullName}`);
    if (value.length > 1000)
        throw new DeployProblem(`CustomLabel ${fullName}: the value has more than 1,000 characters`, element.line);
    const existed = deployed.label(fullName) !== undefined;
    deployed.putLabel(fullName, value);
    return existed ? "changed" : "created";
};
