import { AssertionError } from "node:assert";
import type { ConformanceMiss, ConformanceResult } from "./suite.ts";

/** One case that passes unless it throws; a miss says what was expected and what came. */
export interface Case {
    readonly name: string;
    run(): void | Promise<void>;
}

/** Runs the cases one after the other, for later ones may stand on earlier ones. `reasons` explain known misses by name. */
export async function runCases(
    cases: readonly Case[],
    reasons: Readonly<Record<string, string>> = {}
): Promise<ConformanceResult> {
    const misses: ConformanceMiss[] = [];
    for (const { name, run } of cases) {
        try {
            await run();
        } catch (error) {
            misses.push({ name, reason: reasons[name] ?? null, ...differenceOf(error) });
        }
    }
    return { passed: cases.length - misses.length, total: cases.length, misses, refusals: [], remarks: [] };
}

function differenceOf(error: unknown): Pick<ConformanceMiss, "expected" | "found"> {
    if (error instanceof AssertionError && error.operator !== "fail") {
        const { generatedMessage, message, expected, actual } = error;
        return { expected: `${generatedMessage ? "" : `${message}: `}${written(expected)}`, found: written(actual) };
    }
    return { expected: "no error", found: error instanceof Error ? error.message : String(error) };
}

function written(value: unknown): string {
    return typeof value === "string" ? value : value instanceof RegExp ? String(value) : JSON.stringify(value);
}
