/** `unknown` is never a pass: it never blocks, never counts as met, and every report shows it. */
export type Verdict = "met" | "unmet" | "notApplicable" | "unknown";

/** Kleene's three values: what a condition says of the facts at hand. */
export type Outcome = "met" | "unmet" | "unknown";
