import { stageCount } from "../rules/stageCount.ts";
import { lost, stagesOf, testAdvice, won, type AdviceRow } from "./testAdvice.ts";
import type { ProcessFacts } from "c/pwPolicy";

const process = (open: number): ProcessFacts => ({
    stages: stagesOf([...Array.from({ length: open }, (_each, index) => `Stage ${index + 1}`), won, lost]),
    opportunities: undefined
});
const closed = ["closedStages", { won: "1", lost: "1" }] as const;
const row = (open: number, code?: string): AdviceRow<ProcessFacts> => ({
    it: `${open} open stages`,
    facts: process(open),
    verdict: code === undefined ? "met" : "unmet",
    findings: [...(code === undefined ? [] : [[code, { count: String(open) }] as const]), closed]
});

testAdvice(stageCount, [
    row(0, "tooFew"),
    row(3, "tooFew"),
    row(4, "few"),
    row(5),
    row(9),
    row(10, "many"),
    row(11, "many"),
    row(12, "tooMany"),
    row(19, "tooMany"),
    {
        it: "an org that wants ten",
        facts: process(10),
        thresholds: { most: "10" },
        verdict: "met",
        findings: [closed]
    },
    {
        it: "stages that could not be read",
        facts: { stages: undefined, opportunities: 100 },
        verdict: "unknown",
        findings: [["stagesUnreadable"]]
    }
]);
