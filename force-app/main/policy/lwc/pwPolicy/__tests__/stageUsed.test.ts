import type { ProcessFacts, StageUse } from "c/pwPolicy";
import { stageUsed } from "../rules/stageUsed.ts";
import { lost, stagesOf, testAdvice, won, type StageDraft } from "./testAdvice.ts";

const used = (entered: number, left = 40, leftWithinDay = 0): StageUse => ({ entered, left, leftWithinDay });
const process = (opportunities: number | undefined, ...drafts: StageDraft[]): ProcessFacts => ({
    stages: stagesOf(drafts),
    opportunities
});
const busy: StageDraft = { label: "Busy", use: used(80) };

testAdvice(stageUsed, [
    { it: "used", facts: process(100, busy), verdict: "met" },
    {
        it: "never entered",
        facts: process(100, busy, { label: "Idle", use: used(0, 0) }),
        verdict: "unmet",
        findings: [["neverEntered", { stage: "Idle", opportunities: "100" }]]
    },
    { it: "exactly two in a hundred", facts: process(100, { label: "Rare", use: used(2) }), verdict: "met" },
    {
        it: "one less than two in a hundred",
        facts: process(1000, { label: "Rare", use: used(19, 19) }),
        verdict: "unmet",
        findings: [["rarelyEntered", { entered: "19", share: "1.9", limit: "2" }]]
    },
    { it: "half passed through", facts: process(100, { label: "Gate", use: used(80, 40, 20) }), verdict: "met" },
    {
        it: "more than half passed through",
        facts: process(100, { label: "Gate", use: used(80, 40, 21) }),
        verdict: "unmet",
        findings: [["passedThrough", { within: "21", left: "40", share: "52.5" }]]
    },
    {
        it: "too few stays ended",
        facts: process(100, busy, { label: "Slow", use: used(50, 19, 19) }),
        verdict: "unknown",
        findings: [["tooFewLeft", { stage: "Slow", left: "19", needed: "20" }]]
    },
    {
        it: "too few stays ended, and another stage idle",
        facts: process(100, { label: "Slow", use: used(50, 19, 19) }, { label: "Idle", use: used(0, 0) }),
        verdict: "unmet",
        findings: [["tooFewLeft"], ["neverEntered"]]
    },
    { it: "twenty opportunities suffice", facts: process(20, { label: "A", use: used(20, 20) }), verdict: "met" },
    {
        it: "nineteen opportunities",
        facts: process(19, { label: "Idle", use: used(0, 0) }),
        verdict: "unknown",
        findings: [["tooFewOpportunities", { opportunities: "19", needed: "20" }]]
    },
    {
        it: "the only way to win, unused",
        facts: process(100, busy, { ...won, use: used(0, 0) }, { ...lost, use: used(60, 0) }),
        verdict: "met"
    },
    {
        it: "one of two ways to lose, unused",
        facts: process(100, busy, { ...lost, use: used(60, 0) }, { ...lost, label: "Declined", use: used(0, 0) }),
        verdict: "unmet",
        findings: [["neverEntered", { stage: "Declined" }]]
    },
    {
        it: "use of one stage unreadable",
        facts: process(100, busy, { label: "Dark" }),
        verdict: "unknown",
        findings: [["useUnreadable", { stages: ["Dark"] }]]
    },
    {
        it: "history unreadable",
        facts: process(undefined, busy),
        verdict: "unknown",
        findings: [["useUnreadable", { stages: ["Busy"] }]]
    },
    {
        it: "stages unreadable",
        facts: { stages: undefined, opportunities: 100 },
        verdict: "unknown",
        findings: [["stagesUnreadable"]]
    }
]);
