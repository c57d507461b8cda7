import type { HistoryFacts, Sojourn, UsualStay } from "c/pwPolicy";
import { notStuck } from "../rules/notStuck.ts";
import { lost, stagesOf, testAdvice, won } from "./testAdvice.ts";

const day = 86_400_000;
const process = stagesOf(["A", "B", won, lost]);

/** Twenty stays of 10 days on average; nine in ten ended within 18 days. */
const twenty: UsualStay = {
    advanced: 20,
    advancedTotal: 200 * day,
    advancedP75: 12 * day,
    advancedP90: 18 * day,
    median: null,
    stays: 20,
    open: 0
};
const nineteen: UsualStay = { ...twenty, advanced: 19, advancedTotal: 190 * day };
const four: UsualStay = { ...twenty, advanced: 4, advancedTotal: 4 * day };
const none: UsualStay = { ...twenty, advanced: 0, advancedTotal: 0, advancedP75: null, advancedP90: null };

/** In stage B for so many days, after one in A. */
function inB(days: number, usual: UsualStay | undefined, earlier: readonly Sojourn[] = before): HistoryFacts {
    const entered = (earlier.at(-1)?.to ?? 0) as number;
    const sojourns = [...earlier, { stage: "B", from: entered, to: null }];
    return { asOf: entered + days * day, stage: "B", process, sojourns, usual };
}
const before: readonly Sojourn[] = [{ stage: "A", from: 0, to: day }];
const millisecond = 1 / day;

testAdvice(notStuck, [
    { it: "within the 75th percentile", facts: inB(12, twenty), verdict: "met" },
    {
        it: "a moment beyond the 75th",
        facts: inB(12 + millisecond, twenty),
        verdict: "met",
        findings: [["slow", { days: "12.0", limit: "12.0", count: "20" }]]
    },
    { it: "at the 90th", facts: inB(18, twenty), verdict: "met", findings: [["slow"]] },
    {
        it: "a moment beyond the 90th",
        facts: inB(18 + millisecond, twenty),
        verdict: "unmet",
        findings: [["beyondPercentile", { stage: "B", days: "18.0", limit: "18.0", count: "20" }]]
    },
    { it: "nineteen: at the average and 14 days", facts: inB(24, nineteen), verdict: "met" },
    {
        it: "nineteen: a moment beyond it",
        facts: inB(24 + millisecond, nineteen),
        verdict: "unmet",
        findings: [["beyondAverage", { average: "10.0", margin: "14", count: "19" }]]
    },
    { it: "four: at 30 days", facts: inB(30, four), verdict: "met" },
    {
        it: "four: beyond 30 days",
        facts: inB(30.1, four),
        verdict: "unmet",
        findings: [["beyondLastResort", { days: "30.1", limit: "30", count: "4" }]]
    },
    {
        it: "none: beyond 30 days",
        facts: inB(31, none),
        verdict: "unmet",
        findings: [["beyondLastResort", { count: "0" }]]
    },
    {
        it: "an org that waits 60 days",
        facts: inB(31, none),
        thresholds: { lastResortDays: "60" },
        verdict: "met"
    },
    {
        it: "a stage that others pass in an hour, on the first day",
        facts: inB(1, { ...twenty, advancedP75: day / 24, advancedP90: day / 24 }),
        verdict: "met"
    },
    {
        it: "a stage that others pass in an hour, on the second day",
        facts: inB(1.5, { ...twenty, advancedP75: day / 24, advancedP90: day / 24 }),
        verdict: "unmet",
        findings: [["beyondPercentile", { limit: "0.0" }]]
    },
    {
        it: "with the median of all stays",
        facts: inB(2, { ...twenty, median: 9.5 * day, stays: 31, open: 6 }),
        verdict: "met",
        findings: [["usual", { median: "9.5", stays: "31", open: "6" }]]
    },
    { it: "never moved", facts: inB(5, twenty, []), verdict: "met", findings: [["neverMoved"]] },
    {
        it: "returned: the latest stay decides, the sum is told",
        facts: inB(3, twenty, [
            { stage: "B", from: 0, to: 40 * day },
            { stage: "A", from: 40 * day, to: 41 * day }
        ]),
        verdict: "met",
        findings: [["returned", { visits: "2", total: "43.0" }]]
    },
    {
        it: "won",
        facts: { ...inB(99, twenty), stage: "Closed Won" },
        verdict: "notApplicable"
    },
    {
        it: "lost, history unreadable",
        facts: { ...inB(9, twenty), stage: "Closed Lost", sojourns: undefined },
        verdict: "notApplicable"
    },
    {
        it: "a stage that the process doesn't list",
        facts: { ...inB(99, twenty), stage: "X" },
        verdict: "unknown",
        findings: [["unlistedStage", { stage: "X" }]]
    },
    {
        it: "a history that ends elsewhere",
        facts: { ...inB(99, twenty), stage: "A" },
        verdict: "unknown",
        findings: [["historyDiffers", { stage: "A" }]]
    },
    {
        it: "history unreadable",
        facts: { ...inB(99, twenty), sojourns: undefined },
        verdict: "unknown",
        findings: [["unreadable"]]
    },
    {
        it: "the org's own figures unreadable",
        facts: inB(99, undefined),
        verdict: "unknown",
        findings: [["unreadable"]]
    }
]);
