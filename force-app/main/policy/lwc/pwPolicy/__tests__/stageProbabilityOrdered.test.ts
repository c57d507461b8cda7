import type { ProcessFacts } from "c/pwPolicy";
import { stageProbabilityOrdered } from "../rules/stageProbabilityOrdered.ts";
import { lost, stagesOf, testAdvice, won, type StageDraft } from "./testAdvice.ts";

const process = (...drafts: StageDraft[]): ProcessFacts => ({ stages: stagesOf(drafts), opportunities: undefined });
const at = (label: string, probability: string | null | undefined, category = "Pipeline"): StageDraft => ({
    label,
    probability,
    category
});

testAdvice(stageProbabilityOrdered, [
    { it: "rising", facts: process(at("A", "10"), at("B", "50"), at("C", "90"), won, lost), verdict: "met" },
    {
        it: "closed stages between open ones",
        facts: process(at("A", "10"), lost, at("B", "50"), won, at("C", "90")),
        verdict: "met"
    },
    { it: "equal in another category", facts: process(at("A", "10"), at("B", "10.0", "Best Case")), verdict: "met" },
    {
        it: "equal in the same category",
        facts: process(at("A", "10"), at("B", "10.0")),
        verdict: "met",
        findings: [["sameAsNeighbour", { previous: "A", stage: "B" }]]
    },
    {
        it: "falling by a tenth",
        facts: process(at("A", "10.1"), at("B", "10")),
        verdict: "unmet",
        findings: [["falls", { previous: "A", previousProbability: "10.1", stage: "B", probability: "10" }]]
    },
    {
        it: "numbers compared as numbers, not as text",
        facts: process(at("A", "9"), at("B", "10"), at("C", "100")),
        verdict: "met"
    },
    {
        it: "falling once and rising again",
        facts: process(at("A", "10"), at("B", "60"), at("C", "50"), at("D", "55")),
        verdict: "unmet",
        findings: [["falls", { previous: "B", stage: "C" }]]
    },
    {
        it: "won below 100",
        facts: process(at("A", "10"), { ...won, probability: "90" }),
        verdict: "unmet",
        findings: [["wonDiffers", { probability: "90", expected: "100" }]]
    },
    {
        it: "lost above 0",
        facts: process(at("A", "10"), { ...lost, probability: "5" }),
        verdict: "unmet",
        findings: [["lostDiffers", { probability: "5", expected: "0" }]]
    },
    {
        it: "a blank probability",
        facts: process(at("A", "10"), at("B", null), at("C", "5")),
        verdict: "unknown",
        findings: [["blank", { stage: "B" }]]
    },
    {
        it: "a blank and a fall elsewhere",
        facts: process(at("A", null), at("B", "20"), at("C", "5")),
        verdict: "unmet",
        findings: [["blank"], ["falls"]]
    },
    {
        it: "an unreadable probability",
        facts: process(at("A", "10"), at("B", undefined)),
        verdict: "unknown",
        findings: [["unreadable", { stage: "B" }]]
    },
    {
        it: "unreadable stages",
        facts: { stages: undefined, opportunities: 1 },
        verdict: "unknown",
        findings: [["stagesUnreadable"]]
    }
]);
