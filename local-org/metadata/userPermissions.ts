import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** User permissions that this org honours, with what each needs beside it. */
const honoured: Readonly<Record<string, readonly string[]>> = {
    ViewAllData: [],
    ModifyAllData: ["ViewAllData"]
};

/** What everybody may do in this org, so that granting it changes nothing. */
const everybodys: ReadonlySet<string> = new Set([
    "ApiEnabled",
    "ChatterInternalUser",
    "LightningExperienceUser",
    "RunFlow",
    "RunReports",
    "ViewAllUsers",
    "ViewRoles",
    "ViewSetup"
]);

/** As the support page lists them. */
export const userPermissionNames = { honoured: Object.keys(honoured), everybodys: [...everybodys] } as const;

const shape: ElementShape = { enforced: ["name", "enabled"], kept: [] };

/** The enabled ones that this org honours. Throws DeployProblem naming one that it doesn't know. */
export function userPermissionsOf(element: XmlElement, what: string): ReadonlySet<string> {
    const entries = childrenNamed(element, "userPermissions").map((entry) => {
        checkShape(entry, shape, `${what}, userPermissions`);
        const name = requiredText(entry, "name", `${what}, userPermissions`);
        if (!Object.hasOwn(honoured, name) && !everybodys.has(name)) {
            throw new DeployProblem(
                `${what}: the user permission ${name} is not supported by this local org`,
                entry.line
            );
        }
        return { name, enabled: booleanOf(entry, "enabled", false), line: entry.line };
    });
    const enabled = new Set(entries.filter((entry) => entry.enabled).map(({ name }) => name));
    for (const { name, line } of entries) {
        const missing = enabled.has(name) ? honoured[name]?.find((needed) => !enabled.has(needed)) : undefined;
        if (missing !== undefined) {
            throw new DeployProblem(`${what}: ${name} depends on permission(s): ${missing}`, line);
        }
    }
    return new Set([...enabled].filter((name) => Object.hasOwn(honoured, name)));
}
