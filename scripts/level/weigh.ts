import { levels, type Level } from "c/pwPolicy";
import type { Finding as SetUpFinding } from "../check/finding.ts";
import type { Evidence } from "./evidence.ts";

/** What speaks against a stricter level, as a code with what its sentence needs. */
export type Objection =
    | { readonly code: "levelInvalid"; readonly written: string }
    | { readonly code: "skips"; readonly skipped: readonly Level[] }
    | { readonly code: "wouldBeRefused"; readonly count: number; readonly of: number }
    | { readonly code: "wouldBeWarned"; readonly count: number; readonly of: number }
    | { readonly code: "unknown"; readonly count: number; readonly of: number }
    | { readonly code: "nothingApplies" }
    | { readonly code: "partialView" }
    | { readonly code: "drifted"; readonly count: number }
    | { readonly code: "driftUntold"; readonly reason: string }
    | { readonly code: "noMoves"; readonly since: string }
    | { readonly code: "movesUntold"; readonly reason: string }
    | { readonly code: "unstamped"; readonly count: number }
    | { readonly code: "setUp"; readonly finding: SetUpFinding };

/**
 * Everything that speaks against going there. Nothing does where the level falls or stays; watching is what brings
 * the evidence, so it needs none.
 */
export function weigh(evidence: Evidence, to: Level): Objection[] {
    const { level, written } = evidence;
    const from = levels.indexOf(level ?? "Off");
    const rises = levels.indexOf(to) > from;
    if (!rises) return [];
    const skipped = levels.slice(from + 1, levels.indexOf(to));
    return [
        ...(level === null ? [{ code: "levelInvalid", written: written ?? "" } as const] : []),
        ...(skipped.length > 0 && level !== null ? [{ code: "skips", skipped } as const] : []),
        ...(to === "Observe" ? [] : evidenceAgainst(evidence, to)),
        ...evidence.setUp.map((finding) => ({ code: "setUp", finding }) as const)
    ];
}

function evidenceAgainst(evidence: Evidence, to: Level): Objection[] {
    const { open, seesAll } = evidence;
    const broken = { count: open.unmet, of: open.applicable };
    return [
        ...(open.applicable === 0 ? [{ code: "nothingApplies" } as const] : []),
        ...(open.unmet > 0 ? [{ code: to === "Block" ? "wouldBeRefused" : "wouldBeWarned", ...broken } as const] : []),
        ...(open.unknown > 0 ? [{ code: "unknown", count: open.unknown, of: open.applicable } as const] : []),
        ...(seesAll === "yes" ? [] : [{ code: "partialView" } as const]),
        ...stampObjections(evidence),
        ...moveObjections(evidence)
    ];
}

function stampObjections({ drifted }: Evidence): Objection[] {
    if ("unreadable" in drifted) return [{ code: "driftUntold", reason: drifted.unreadable }];
    return drifted.value === 0 ? [] : [{ code: "drifted", count: drifted.value }];
}

/** A rule that is Off notes no gaps, so there is nothing to have watched. */
function moveObjections({ moves, level }: Evidence): Objection[] {
    if ("unreadable" in moves) return [{ code: "movesUntold", reason: moves.unreadable }];
    const { judged, unstamped, since } = moves.value;
    return [
        ...(judged === 0 && level !== "Off" ? [{ code: "noMoves", since } as const] : []),
        ...(unstamped > 0 ? [{ code: "unstamped", count: unstamped } as const] : [])
    ];
}
