import { readdirSync, readFileSync } from "node:fs";
import { answerExample } from "../formula/samples.ts";
import type { Example } from "../formula/samples.ts";
import { sharedData } from "../shared.ts";
import type { ConformanceMiss, ConformanceRefusal, ConformanceResult, ConformanceSuite } from "../suite.ts";

/** What this org answers otherwise, by the name of the sample, and why. */
const reasons: Readonly<Record<string, string>> = {
    "Compound Interest":
        "The expected value has ^ bind tighter than *. On the platform * binds tighter: 2 * 2 ^ 3 is 64 there (known issue a1p3A000001YpUV), and so it is here."
};

/** Functions that nothing in this product can give a meaning to. */
const refusedFunctions: Readonly<Record<string, string>> = {
    GETSESSIONID: "A formula that hands out a session is a leak; no rule of ours needs one."
};

export const suite: ConformanceSuite = {
    id: "formula-samples",
    title: "Formulas: the samples of Salesforce Help",
    source: "The sample formulas of Salesforce Help, with the values expected by formulon's author (leifg/formulon, MIT).",
    needsShared: true,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const misses: ConformanceMiss[] = [];
    const refused = new Map<string, number>();
    let total = 0;
    for (const example of readExamples()) {
        for (const record of example.suites) {
            total++;
            const answer = answerExample(example, record);
            const name = `${example.name}: ${record.context}`;
            const expected = String(record.expectedResult.value);
            const [, unknownFunction = ""] = "refused" in answer ? (/function (\w+)/.exec(answer.refused) ?? []) : [];
            if (unknownFunction in refusedFunctions) {
                refused.set(unknownFunction, (refused.get(unknownFunction) ?? 0) + 1);
            } else if ("refused" in answer || !answer.agrees) {
                const found = "refused" in answer ? answer.refused : answer.found;
                misses.push({ name, expected, found, reason: reasons[example.name] ?? null });
            }
        }
    }
    const refusals = [...refused].map(([what, count]): ConformanceRefusal => ({
        what,
        why: refusedFunctions[what] ?? "",
        count
    }));
    return { passed: total - misses.length, total, misses, refusals, remarks: [] };
}

function readExamples(): Example[] {
    const folder = new URL("formulas/samples/", sharedData);
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return files
        .sort()
        .flatMap(
            (name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { examples: Example[] }).examples
        );
}
