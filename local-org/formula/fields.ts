import { Exact, zero } from "./exact.ts";
import { asNumber } from "./expression.ts";
import type { Evaluate, ExpressionType } from "./expression.ts";

/** A blank number is zero where the mode says so; a checkbox is never blank. */
export function readField(path: readonly string[], type: ExpressionType, source: "valueOf" | "priorValueOf"): Evaluate {
    switch (type) {
        case "number":
            return (run) => {
                const value = asNumber(run.scope[source](path));
                return value === null ? (run.blankAsZero ? zero : null) : new Exact(value);
            };
        case "boolean":
            return (run) => run.scope[source](path) ?? false;
        default:
            return (run) => run.scope[source](path);
    }
}
