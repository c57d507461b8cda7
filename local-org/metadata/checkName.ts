import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import type { PlannedComponent } from "./plannedComponent.ts";

/** Their last part is a developer name; fields, objects and records look at theirs themselves. */
const named: ReadonlySet<string> = new Set([
    ...["CustomPermission", "Flow", "FlowTest", "PermissionSet", "RecordType", "ValidationRule"]
]);

/**
 * Throws DeployProblem for a name that the platform would not take, and for one that differs from what is there
 * only in the case of letters: names are found whatever their case, so that it would be two of one.
 */
export function checkName(context: DeployContext, component: PlannedComponent): void {
    const { type, fullName } = component;
    const [first = "", ...rest] = fullName.split(".");
    const name = rest.at(-1) ?? first;
    if (named.has(type.name) && !/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) {
        throw new DeployProblem(
            `${type.name} ${fullName}: a name holds letters, digits and single underscores, a letter first`
        );
    }
    const known = knownAs(context, component);
    if (known === undefined || known === fullName) return;
    throw new DeployProblem(
        `${type.name} ${fullName} is there as ${known}; another spelling of a name is not supported by this local org`
    );
}

function knownAs({ deployed, org }: DeployContext, { type, fullName }: PlannedComponent): string | undefined {
    const [objectName = "", fieldName] = fullName.split(".");
    const object = org.schema.object(objectName);
    if (type.name === "CustomObject") return object?.name;
    if (type.name === "CustomField" && object !== undefined && fieldName !== undefined) {
        return `${object.name}.${org.schema.field(object, fieldName)?.name ?? fieldName}`;
    }
    const isSame = (each: { type: string; fullName: string }): boolean =>
        each.type === type.name && each.fullName.toLowerCase() === fullName.toLowerCase();
    return deployed.components().find(isSame)?.fullName;
}
