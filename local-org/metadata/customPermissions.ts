import { putCustomPermissionRow } from "./customPermissionRows.ts";
import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkShape, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";

export const customPermissionShape: ElementShape = {
    enforced: ["label"],
    kept: ["description"],
    onlyAs: { isLicensed: ["false"] }
};

export const deployCustomPermission: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customPermissionShape, `CustomPermission ${fullName}`);
    const label = requiredText(element, "label", `CustomPermission ${fullName}`);
    const existed = context.deployed.customPermissions().includes(fullName);
    context.deployed.putCustomPermission(fullName);
    putCustomPermissionRow(context, fullName, label);
    return existed ? "changed" : "created";
};
