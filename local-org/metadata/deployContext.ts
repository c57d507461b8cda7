import type { CompileFormula } from "../formula/formula.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { DeployedRegistry } from "./deployedRegistry.ts";
import type { PlannedComponent } from "./plannedComponent.ts";

/** What a deploy changes, and as whom. */
export interface DeployContext {
    readonly org: Org;
    readonly deployed: DeployedRegistry;
    readonly compileFormula: CompileFormula;
    readonly user: RunningUser;
}

/**
 * Makes one component work. Checks everything before it changes anything, so that a refused
 * component leaves nothing behind. Throws DeployProblem (or FormulaError) with the reason.
 */
export type DeployComponent = (
    context: DeployContext,
    component: PlannedComponent
) => "created" | "changed" | "unchanged";
