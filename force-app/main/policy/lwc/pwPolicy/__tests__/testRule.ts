import { describe, expect, it } from "@jest/globals";
import {
    evaluateRule,
    formulaOfUnmet,
    languages,
    printFormula,
    type Facts,
    type RecordRule,
    type RuleSettings,
    type Verdict
} from "c/pwPolicy";
import { compileFormula } from "../../../../../../local-org/formula/compileFormula.ts";
import { validationRuleSpelling } from "../../../../../../scripts/gate/spelling.ts";
import { scopeOfFacts } from "../../../../../../test/support/factScope.ts";

/** In rule tables it is always this day. */
export const today = "2026-01-01";

/** An open opportunity in the stage before the proposal, with all that the rules want; a row says what differs. */
export function opportunity(different: Facts = {}): Facts {
    return {
        StageName: "Perception Analysis",
        CloseDate: "2026-03-31",
        Amount: "1000.50",
        NextStep: "Send the contract by Friday",
        LeadSource: "Web",
        HasOpportunityLineItem: true,
        PW_Stage_Stamp__c: "Perception Analysis",
        PW_Kind__c: "open",
        PW_Record_Type__c: null,
        PW_Position__c: "6",
        PW_Contact_Roles__c: "2",
        PW_Primary_Roles__c: "1",
        PW_Decision_Roles__c: "1",
        PW_Unnamed_Roles__c: "0",
        PW_Line_Count__c: "3",
        PW_Unpriced_Lines__c: "0",
        PW_Lines_Without_List__c: "0",
        PW_Largest_Discount__c: "12.50",
        PW_Logged_Discount__c: "12.50",
        PW_Approved_Discount__c: null,
        PW_Loss_Reason__c: null,
        ...different
    };
}

/** What the stamp leaves where the stage has no record: blank all through. */
export const unlistedStage: Facts = { PW_Kind__c: null, PW_Position__c: null };

/** Rows of facts by the verdict they must get. */
export type RuleTable = Readonly<Partial<Record<Verdict, readonly Facts[]>>>;

/** Runs a rule's table through truth and through the formula as the local org evaluates it, blanks read both ways. */
export function testRule(rule: RecordRule, settings: RuleSettings, table: RuleTable): void {
    describe(rule.id, () => {
        for (const [verdict, rows] of Object.entries(table) as [Verdict, readonly Facts[]][]) {
            for (const facts of rows) {
                const row = JSON.stringify(facts);
                it(`is ${verdict} for ${row}`, () => {
                    expect(evaluateRule(rule, facts, settings, today)).toBe(verdict);
                });
                if (!Object.values(facts).includes(undefined)) {
                    const isRefused = verdict === "unmet";
                    it(`is ${isRefused ? "refused" : "let pass"} by the formula for ${row}`, () => {
                        expect(refusals(rule, facts, settings)).toEqual([isRefused, isRefused]);
                    });
                }
            }
        }
        it.each(languages)("has every sentence in %s, none longer than the org takes", (language) => {
            const words = rule.words[language];
            expect(Object.values(words).every((sentence) => sentence.trim().length > 0)).toBe(true);
            expect(words.message.length).toBeLessThanOrEqual(255);
            expect(words.title.length).toBeLessThanOrEqual(40);
        });
    });
}

function refusals(rule: RecordRule, facts: Facts, settings: RuleSettings): unknown[] {
    const text = printFormula(formulaOfUnmet(rule, validationRuleSpelling(rule.id)));
    const scope = scopeOfFacts(rule.id, facts, settings, today);
    const formula = compileFormula(text, scope);
    return (["blankAsZero", "blankAsBlank"] as const).map((nullMode) => formula.evaluate(scope, nullMode));
}
