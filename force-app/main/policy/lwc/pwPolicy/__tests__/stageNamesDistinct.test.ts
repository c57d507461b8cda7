import { describe, expect, it } from "@jest/globals";
import type { ProcessFacts } from "c/pwPolicy";
import { normalizeName } from "../process/names/normalizeName.ts";
import { simplifyCharacters } from "../process/names/simplifyCharacters.ts";
import { bigramDice, jaroWinkler, wordOverlap } from "../process/names/similarity.ts";
import { stageNamesDistinct } from "../rules/stageNamesDistinct.ts";
import { lost, stagesOf, testAdvice, won, type AdviceRow, type StageDraft } from "./testAdvice.ts";

const process = (...drafts: (StageDraft | string)[]): ProcessFacts => ({
    stages: stagesOf(drafts),
    opportunities: undefined
});
const apart = (one: string, other: string): AdviceRow<ProcessFacts> => ({
    it: `“${one}” and “${other}” are two stages`,
    facts: process(one, other),
    verdict: "met"
});
const twins = (one: string, other: string, code: string, similarity: string): AdviceRow<ProcessFacts> => ({
    it: `“${one}” and “${other}” are twins`,
    facts: process(one, "Elsewhere", other),
    verdict: "unmet",
    findings: [[code, { stage: one, other, similarity }]]
});

testAdvice(stageNamesDistinct, [
    twins("Cultivating", "Cultivation", "letters", "0.96"),
    twins("Prospecting", "1 - Prospect", "sameName", "1.00"),
    twins("S2: Qualification", "Qualification (20%)", "sameName", "1.00"),
    twins("Follow-up", "followup", "sameName", "1.00"),
    twins("Ｄｅｍｏ", "Demonstration", "sameName", "1.00"),
    twins("Proposal", "Quote", "sameName", "1.00"),
    twins("Proposal/Price Quote", "Quotation", "sameName", "1.00"),
    twins("Technical Review", "Review - Technical", "words", "1.00"),
    twins("Budget Confirmed", "Budget Confirmd", "words", "1.00"),
    twins("提案", "報價", "sameName", "1.00"),
    twins("報價", "报价中", "sameName", "1.00"),
    twins("第3階段：合約談判", "合同谈判", "sameName", "1.00"),
    twins("Proposal", "提案階段", "sameName", "1.00"),
    twins("客戶確認", "確認客戶", "characters", "0.67"),
    apart("提案", "提案審核"),
    apart("需求分析", "需求確認"),
    apart("第一次拜訪", "第二次拜訪"),
    apart("待簽約", "簽約"),
    apart("未確認", "確認"),
    apart("Contact", "Contract"),
    apart("Qualified", "Unqualified"),
    apart("Demo 1", "Demo 2"),
    apart("Admit", "Pending Admit"),
    apart("Suspect", "Moderately Suspect"),
    apart("Pending Decision", "Pending Admit"),
    apart("Started App", "Submitted App"),
    apart("Needs Analysis", "Perception Analysis"),
    apart("Qualification", "Identification"),
    apart("Solicitation", "Cultivation"),
    apart("Internal Review", "Review"),
    apart("Stage 1", "Stage 2"),
    { it: "won and lost, alike in letters", facts: process(won, lost), verdict: "met" },
    {
        it: "an open stage named like a won one",
        facts: process("Received", { ...won, label: "Received" }),
        verdict: "met"
    },
    {
        it: "three alike make three pairs",
        facts: process("Quote", "Quotation", "Proposal"),
        verdict: "unmet",
        findings: [["sameName"], ["sameName"], ["sameName"]]
    },
    {
        it: "an org that wants to see more",
        facts: process("Admit", "Admit Soon"),
        thresholds: { words: "0.5" },
        verdict: "unmet",
        findings: [["words", { similarity: "0.50", limit: "0.5" }]]
    },
    {
        it: "unreadable stages",
        facts: { stages: undefined, opportunities: 1 },
        verdict: "unknown",
        findings: [["stagesUnreadable"]]
    }
]);

describe("a stage name is normalised", () => {
    it.each([
        ["01. Prospecting", ["prospecting"]],
        ["Stage 4) Negotiating the Price", ["negotiation", "price"]],
        ["3 - Proposal (75 %)", ["proposal"]],
        ["一、需求分析", ["needs analysis"]],
        ["Value Proposition", ["value", "proposition"]],
        ["Proof of Concept", ["proof of concept"]],
        ["POC", ["proof of concept"]],
        ["20%", []]
    ])("%s", (name, words) => {
        expect(normalizeName(name).words).toEqual(words);
    });
    it("to simplified characters, one for one", () => {
        expect(simplifyCharacters("報價單審核 Deal 談判")).toBe("报价单审核 Deal 谈判");
    });
});

describe("measures", () => {
    // The first three are Winkler's own examples.
    it.each([
        ["martha", "marhta", 0.9611],
        ["dixon", "dicksonx", 0.8133],
        ["dwayne", "duane", 0.84],
        ["abc", "abc", 1],
        ["abc", "xyz", 0],
        ["", "abc", 0],
        // Letters farther apart than half the length don't match.
        ["abxx", "yyab", 0]
    ])("Jaro–Winkler of %p and %p", (one, other, expected) => {
        expect(jaroWinkler(one, other)).toBeCloseTo(expected, 4);
        expect(jaroWinkler(other, one)).toBeCloseTo(expected, 4);
    });
    it("Dice counts a repeated pair as often as both have it", () => {
        expect(bigramDice("nightly", "night")).toBeCloseTo(0.8, 10);
        expect(bigramDice("aaaa", "aa")).toBeCloseTo(0.5, 10);
        expect(bigramDice("甲", "甲乙")).toBe(0);
    });
    it("the overlap of words ignores order and repetition of the other side", () => {
        expect(wordOverlap(["a", "b"], ["b", "a"])).toBe(1);
        expect(wordOverlap(["a", "b"], ["b", "c"])).toBeCloseTo(1 / 3, 10);
    });
});
