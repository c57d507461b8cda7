import { recomputeRollUps } from "../data/rollUps.ts";
import type { DeployContext } from "./deployContext.ts";
import type { ComponentMessage } from "./deployReport.ts";

/** Existing parents get the values of roll-ups that were deployed. The platform does so a while later. */
export function refreshRollUps({ org }: DeployContext, messages: readonly ComponentMessage[]): void {
    const parents = new Set(
        messages
            .filter(
                ({ componentType, outcome }) =>
                    componentType === "CustomField" && (outcome === "created" || outcome === "changed")
            )
            .map(({ fullName }) => fullName.split(".")[0] ?? "")
    );
    for (const name of parents) {
        const parent = org.schema.object(name);
        if (parent !== undefined) recomputeRollUps(org, parent, "all");
    }
}
