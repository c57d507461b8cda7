import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkShape, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";

export const customPermissionShape: ElementShape = {
    enforced: ["label"],
    kept: ["description"],
    onlyAs: { isLicensed: ["false"] }
};

export const deployCustomPermission: DeployComponent = ({ deployed }, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customPermissionShape, `CustomPermission ${fullName}`);
    requiredText(element, "label", `CustomPermission ${fullName}`);
    const existed = deployed.customPermissions().includes(fullName);
    deployed.putCustomPermission(fullName);
    return existed ? "changed" : "created";
};
