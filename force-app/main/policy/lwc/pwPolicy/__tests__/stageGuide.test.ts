import { describe, expect, it } from "@jest/globals";
import { stageGuideOf, type StageKind } from "c/pwPolicy";

const goalOf = (name: string, kind: StageKind): string | undefined => stageGuideOf(name, kind)?.texts.en.goal;

describe("the guide of a stage", () => {
    const standard: readonly (readonly [name: string, kind: StageKind])[] = [
        ["Prospecting", "open"],
        ["Qualification", "open"],
        ["Needs Analysis", "open"],
        ["Value Proposition", "open"],
        ["Id. Decision Makers", "open"],
        ["Perception Analysis", "open"],
        ["Proposal/Price Quote", "open"],
        ["Negotiation/Review", "open"],
        ["Closed Won", "won"],
        ["Closed Lost", "lost"]
    ];

    it("is another one for each standard stage, with key fields, in three languages that fit their fields", () => {
        const guides = standard.map(([name, kind]) => stageGuideOf(name, kind));

        expect(new Set(guides.map((guide) => guide?.texts.en.goal)).size).toBe(10);
        for (const guide of guides) {
            expect(guide?.keyFields.length).toBeGreaterThan(0);
            for (const texts of [guide?.texts.en, guide?.texts.zh_TW, guide?.texts.zh_CN]) {
                expect(texts?.goal.length).toBeLessThanOrEqual(255);
                expect(texts?.exitCriteria).toHaveLength(guide?.texts.en.exitCriteria.length ?? 0);
                expect(texts?.exitCriteria.join("")).not.toContain("\n");
            }
        }
    });

    it.each<readonly [name: string, kind: StageKind, standard: string]>([
        ["3 - Proposal", "open", "Proposal/Price Quote"],
        ["Quote (60%)", "open", "Proposal/Price Quote"],
        ["報價", "open", "Proposal/Price Quote"],
        ["提案階段", "open", "Proposal/Price Quote"],
        ["Needs assessment", "open", "Needs Analysis"],
        ["需求分析", "open", "Needs Analysis"],
        ["議價", "open", "Negotiation/Review"],
        ["Negotiating", "open", "Negotiation/Review"],
        ["確認決策者", "open", "Id. Decision Makers"],
        ["Won", "won", "Closed Won"],
        ["贏單", "won", "Closed Won"],
        ["Lost", "lost", "Closed Lost"]
    ])("is found for %s", (name, kind, same) => {
        expect(goalOf(name, kind)).toBeDefined();
        expect(goalOf(name, kind)).toBe(goalOf(same, kind));
    });

    it.each<readonly [name: string, kind: StageKind]>([
        ["Legal", "open"],
        ["Pending Proposal", "open"],
        ["Proposal 2", "open"],
        ["Won", "open"],
        ["Renewed", "won"],
        ["Disqualified", "lost"],
        ["4", "open"]
    ])("is none for %s (%s), which no text was written for", (name, kind) => {
        expect(stageGuideOf(name, kind)).toBeNull();
    });
});
