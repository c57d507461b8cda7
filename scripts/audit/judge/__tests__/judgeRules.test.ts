import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { evaluateRule } from "c/pwPolicy";
import { gathered, rawException, rawOpportunity, someRules as rules } from "../../__tests__/records.ts";
import { parseConfig } from "../../derive/configFile.ts";
import { deriveFacts } from "../../derive/deriveFacts.ts";
import { settleRules } from "../../derive/ruleSettings.ts";
import { placeStages } from "../../derive/stagePlaces.ts";
import type { Gathered } from "../../gathered.ts";
import type { Finding, RuleResult } from "../../result.ts";
import { judgeRules } from "../judgeRules.ts";

function judge(
    values: Partial<Gathered>,
    { evaluate, settings }: { evaluate?: typeof evaluateRule; settings?: object } = {}
): { rules: RuleResult[]; findings: Finding[] } {
    const records = gathered(values);
    const config = parseConfig(
        JSON.stringify({ rules: settings ?? {} }),
        "c.json",
        rules.map((rule) => rule.id)
    );
    const opportunities = deriveFacts(records, placeStages(records));
    return judgeRules(settleRules(rules, records, config), opportunities, records.asOf, evaluate);
}

const counts = (results: RuleResult[], id: string): unknown => {
    const { applicable, met, unmet, unknown } = results.find((each) => each.id === id) ?? assert.fail(id);
    return { applicable, met, unmet, unknown };
};

describe("judging", () => {
    it("counts applicable as met, unmet and unknown, and leaves the rest out", () => {
        const { rules: results } = judge({
            opportunities: [
                rawOpportunity({ StageName: "Proposal" }),
                rawOpportunity({ StageName: "Proposal", HasOpportunityLineItem: false }),
                rawOpportunity({ StageName: "Prospecting", HasOpportunityLineItem: false }),
                rawOpportunity({ StageName: "Closed Lost", IsClosed: true }),
                rawOpportunity({ StageName: "Nowhere" })
            ]
        });

        assert.deepEqual(counts(results, "products-present"), { applicable: 3, met: 1, unmet: 1, unknown: 1 });
    });

    describe("where an exception sets a rule aside", () => {
        const bare = rawOpportunity({ StageName: "Proposal", HasOpportunityLineItem: false });
        const table: readonly (readonly [what: string, exception: object, stage: object, isExempt: boolean])[] = [
            ["leaves it out while the exception is in force", {}, {}, true],
            ["leaves it out on the last day", { expiresOn: "2026-06-30" }, {}, true],
            ["judges it from the day after", { expiresOn: "2026-06-29" }, {}, false],
            ["judges it while the exception is only asked for", { status: "Requested" }, {}, false],
            ["judges it under another rule's exception", { ruleId: "contact-roles-present" }, {}, false],
            ["judges it under another opportunity's exception", { opportunityId: "006B" }, {}, false],
            ["counts none where the rule asks nothing yet", {}, { StageName: "Prospecting" }, false]
        ];
        for (const [what, exception, stage, isExempt] of table) {
            it(what, () => {
                const { rules: results, findings } = judge({
                    opportunities: [{ ...bare, ...stage }],
                    exceptions: { value: [rawException(exception)] }
                });

                const result = results.find(({ id }) => id === "products-present");
                assert.equal(result?.exempt, isExempt ? 1 : 0);
                const isJudged = !isExempt && !("StageName" in stage);
                assert.equal(result.applicable, isJudged ? 1 : 0);
                assert.equal(
                    findings.some(({ ruleId }) => ruleId === "products-present"),
                    isJudged
                );
            });
        }
    });

    it("finds the worst first: unmet, then level, then amount", () => {
        const { findings } = judge(
            {
                opportunities: [
                    rawOpportunity({ Id: "006S", Amount: "9", CloseDate: "2026-01-01" }),
                    rawOpportunity({ Id: "006L", Amount: "10", CloseDate: "2026-01-01" }),
                    rawOpportunity({ Id: "006N", Amount: null, CloseDate: "2026-01-01" }),
                    rawOpportunity({ Id: "006P", Amount: "1", StageName: "Proposal", HasOpportunityLineItem: false }),
                    rawOpportunity({ Id: "006U", Amount: "9999", StageName: "Nowhere" })
                ],
                contactRoles: { value: [{ OpportunityId: "006P", ContactId: "003A", Role: "Evaluator" }] }
            },
            { settings: { "products-present": { level: "Block" } } }
        );

        assert.deepEqual(findings.map((each) => `${each.verdict} ${each.recordId} ${each.ruleId}`).slice(0, 5), [
            "unmet 006P products-present",
            "unmet 006L close-date-not-past",
            "unmet 006S close-date-not-past",
            "unmet 006N close-date-not-past",
            "unknown 006U products-present"
        ]);
    });

    it("carries the facts and settings that decided", () => {
        const { findings } = judge({ opportunities: [rawOpportunity({ StageName: "Needs Analysis" })] });

        assert.deepEqual(
            findings.map(({ ruleId, owner, args }) => ({ ruleId, owner, args })),
            [
                {
                    ruleId: "contact-roles-present",
                    owner: "Rita Rep",
                    args: {
                        PW_Kind__c: "open",
                        PW_Position__c: "2",
                        PW_Contact_Roles__c: "0",
                        fromPosition: "2",
                        minimum: "1"
                    }
                }
            ]
        );
    });

    it("lists a rule that is off and judges nothing by it", () => {
        const off = { "close-date-not-past": { level: "Off" } };
        const { rules: results, findings } = judge(
            { opportunities: [rawOpportunity({ CloseDate: "2020-01-01" })] },
            { settings: off }
        );

        assert.deepEqual(counts(results, "close-date-not-past"), { applicable: 0, met: 0, unmet: 0, unknown: 0 });
        assert.deepEqual(findings, []);
    });

    it("makes a rule that throws unknown by name and keeps judging the others", () => {
        const evaluate: typeof evaluateRule = (rule, ...rest) => {
            if (rule.id === "products-present") {
                throw new Error("broken");
            }
            return evaluateRule(rule, ...rest);
        };
        const { rules: results } = judge({}, { evaluate });

        const [products, , closeDate] = results;
        assert.deepEqual(products?.reasons, [{ code: "ruleThrew", detail: "products-present: broken", count: 1 }]);
        assert.equal(closeDate?.met, 1);
    });

    const unknowns: readonly [string, Partial<Gathered>, string, string, string][] = [
        [
            "a hidden field",
            { opportunities: [withoutLines()] },
            "products-present",
            "factUnreadable",
            "HasOpportunityLineItem"
        ],
        [
            "roles that can't be read",
            { contactRoles: { unreadable: "no" }, opportunities: [rawOpportunity({ StageName: "Proposal" })] },
            "contact-roles-present",
            "factUnreadable",
            "PW_Contact_Roles__c"
        ],
        [
            "a stage without a place",
            { opportunities: [rawOpportunity({ StageName: "Nowhere" })] },
            "close-date-not-past",
            "undecided",
            "PW_Kind__c, PW_Position__c"
        ],
        [
            "a misspelt level",
            {
                ruleRecords: {
                    value: [{ developerName: "Products_Present", level: "Blok", fromPosition: "1", minimum: null }]
                }
            },
            "products-present",
            "badSetting",
            'PW_Rule__mdt.Products_Present.Level__c = "Blok" (Off, Observe, Warn, Block)'
        ]
    ];
    for (const [what, values, ruleId, code, detail] of unknowns) {
        it(`says why it cannot tell: ${what}`, () => {
            const { rules: results } = judge(values);

            assert.deepEqual(results.find((each) => each.id === ruleId)?.reasons, [{ code, detail, count: 1 }]);
            assert.deepEqual(counts(results, ruleId), { applicable: 1, met: 0, unmet: 0, unknown: 1 });
        });
    }
});

function withoutLines(): ReturnType<typeof rawOpportunity> {
    const { HasOpportunityLineItem: _hidden, ...rest } = rawOpportunity({ StageName: "Proposal" });
    return rest;
}
