import { afterTheWrite } from "../saveOrder/afterTheWrite.ts";
import { beforeTheWrite } from "../saveOrder/beforeTheWrite.ts";
import { notRunCases } from "../saveOrder/notRunCases.ts";
import type { SaveOrderCase } from "../saveOrder/saveOrderCase.ts";
import { saveWorld } from "../saveOrder/saveWorld.ts";
import { standardCases } from "../saveOrder/standardCases.ts";
import { transactionCases } from "../saveOrder/transactionCases.ts";
import type { ConformanceMiss, ConformanceResult, ConformanceSuite } from "../suite.ts";

const cases = [...beforeTheWrite, ...afterTheWrite, ...transactionCases, ...notRunCases, ...standardCases];

export const suite: ConformanceSuite = {
    id: "save-order",
    title: "Save order: what runs at each step, and what doesn't",
    source: "The order of execution of the Apex Developer Guide v65, and for what stands beside it the page that each case names.",
    needsShared: false,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const misses = cases.flatMap(missOf);
    return { passed: cases.length - misses.length, total: cases.length, misses, refusals: [], remarks: [table()] };
}

function missOf(each: SaveOrderCase): ConformanceMiss[] {
    const found = foundIn(each);
    const name = `Step ${each.step}. ${each.act}`;
    return found === each.expected ? [] : [{ name, expected: each.expected, found, reason: null }];
}

function foundIn(each: SaveOrderCase): string {
    const org = saveWorld();
    try {
        each.deployed.forEach(org.deploy);
        return each.run(org);
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    } finally {
        org.org.store.close();
    }
}

function table(): string {
    const rows = cases.map(({ step, source, deployed, act, expected }) =>
        [step, source, deployed.map((piece) => piece.says).join("; "), act, expected].map(inCell).join(" | ")
    );
    const head = ["| Step | Source | Deployed | Act | Expected |", "| --- | --- | --- | --- | --- |"];
    return [...head, ...rows.map((row) => `| ${row} |`)].join("\n");
}

const inCell = (words: string): string => words.replaceAll("|", "\\|");
