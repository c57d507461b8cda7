import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { processRules, rules } from "c/pwPolicy";
import { fiveStages, gathered } from "../../__tests__/records.ts";
import type { Gathered, RuleRecord } from "../../gathered.ts";
import type { AuditConfig } from "../configFile.ts";
import { parseConfig } from "../configFile.ts";
import { settleRules, unusedRuleRecords } from "../ruleSettings.ts";
import type { RuleInForce } from "../ruleSettings.ts";
import { placeStages } from "../stagePlaces.ts";

const record = (values: Partial<RuleRecord>): Gathered["ruleRecords"] => ({
    value: [{ developerName: "Contact_Roles_Present", level: "Warn", fromPosition: "2", minimum: "3", ...values }]
});

function inForce(values: Partial<Gathered>, config: AuditConfig = { rules: {} }): RuleInForce {
    const found = settleRules(rules, gathered(values), config).find((each) => each.rule.id === "contact-roles-present");
    assert.ok(found !== undefined);
    return found;
}

function settings(values: Partial<Gathered>, config?: AuditConfig): unknown {
    const [places] = placeStages(gathered(values));
    assert.ok(places !== undefined);
    const found = inForce(values, config);
    return { from: found.source, ...found.settingsIn(places) };
}

const config: AuditConfig = { rules: { "contact-roles-present": { level: "Off", fromProbability: "50" } } };

describe("a rule's settings", () => {
    const cases: readonly [string, unknown, unknown][] = [
        [
            "come from the org's record first",
            settings({ ruleRecords: record({}) }, config),
            { from: "ruleRecord", level: "Warn", fromPosition: "2", minimum: "3" }
        ],
        [
            "then from the config file, its probability made a position",
            settings({}, config),
            { from: "configFile", level: "Off", fromPosition: "3", minimum: "1" }
        ],
        [
            "then from the rule itself",
            settings({}),
            { from: "default", level: "Observe", fromPosition: "2", minimum: "1" }
        ],
        [
            "take a position of the config file as it is",
            settings({}, { rules: { "contact-roles-present": { fromPosition: "1" } } }),
            { from: "configFile", level: "Observe", fromPosition: "1", minimum: "1" }
        ],
        [
            "have no position where no stage reaches the probability",
            settings({ stages: { value: fiveStages.slice(0, 1) } }),
            { from: "default", level: "Observe", fromPosition: null, minimum: "1" }
        ],
        [
            "say which opportunities the record holds for, and what more it asks of larger deals",
            settings({
                ruleRecords: record({
                    recordTypes: "Enterprise",
                    minimumAmount: "50000",
                    largerMinimum: "5",
                    largerFromPosition: null
                })
            }),
            {
                from: "ruleRecord",
                level: "Warn",
                fromPosition: "2",
                minimum: "3",
                recordTypes: "Enterprise",
                minimumAmount: "50000",
                largerMinimum: "5"
            }
        ],
        [
            "say so from the config file too",
            settings(
                {},
                parseConfig(
                    '{"rules":{"contact-roles-present":{"recordTypes":["Enterprise","Renewal"],"minimumAmount":50000}}}',
                    "c.json",
                    ["contact-roles-present"]
                )
            ),
            {
                from: "configFile",
                level: "Observe",
                fromPosition: "2",
                minimum: "1",
                recordTypes: "Enterprise;Renewal",
                minimumAmount: "50000"
            }
        ],
        [
            "keep what the record leaves blank blank",
            settings({ ruleRecords: record({ fromPosition: null }) }),
            { from: "ruleRecord", level: "Warn", fromPosition: null, minimum: "3" }
        ]
    ];
    for (const [what, actual, expected] of cases) {
        it(what, () => assert.deepEqual(actual, expected));
    }

    it("follow the stage records when a probability becomes a position", () => {
        const stageRecords = {
            value: ["Prospecting", "Needs Analysis", "Proposal"].map((stage, index) => ({
                recordType: "*",
                stage,
                kind: "open",
                position: String((index + 1) * 10)
            }))
        };

        assert.equal((settings({ stageRecords }) as { fromPosition: string }).fromPosition, "20");
    });

    it("are never guessed when the record's level is misspelt or blank", () => {
        for (const level of ["Blok", "warn", "", null]) {
            const { trouble } = inForce({ ruleRecords: record({ level }) });
            assert.equal(trouble?.code, "badSetting");
            assert.match(trouble.detail, /PW_Rule__mdt\.Contact_Roles_Present\.Level__c/);
        }
    });

    it("are unknown, not default, when the records can't be read", () => {
        assert.equal(inForce({ ruleRecords: { unreadable: "INVALID_FIELD" } }).trouble?.code, "settingUnreadable");
    });

    it("are unknown when Pipewright is there but its records are hidden from this user", () => {
        const opportunityFields = [...gathered().opportunityFields, "PW_Stage_Stamp__c"];

        assert.equal(inForce({ opportunityFields }).trouble?.code, "settingUnreadable");
    });

    it("name the records that no rule reads", () => {
        const ruleRecords = record({ developerName: "Contact_Role_Present" });

        assert.deepEqual(unusedRuleRecords(rules, { ruleRecords }), ["Contact_Role_Present"]);
    });
});

describe("a config file", () => {
    const ids = ["products-present"];
    const refused: readonly [string, string, RegExp][] = [
        ["is no JSON", "{", /c\.json is not JSON/],
        ["misspells a level", '{"rules":{"products-present":{"level":"Blok"}}}', /rules\.products-present\.level/],
        ["sets what no rule has", '{"rules":{"products-present":{"form":3}}}', /not a valid config/],
        [
            "names no rule of ours",
            '{"rules":{"product-present":{}}}',
            /"product-present" that does not exist.*products-present/
        ],
        ["lists what is no name", '{"rules":{"products-present":{"recordTypes":["A;B"]}}}', /developer name/],
        ["gives an amount below 0", '{"rules":{"products-present":{"minimumAmount":"-1"}}}', /minimumAmount/],
        ["gives a text for a number", '{"rules":{"products-present":{"minimum":"two"}}}', /minimum/]
    ];
    for (const [what, text, sentence] of refused) {
        it(`is refused in one sentence when it ${what}`, () => {
            assert.throws(() => parseConfig(text, "c.json", ids), { name: "CannotStart", message: sentence });
        });
    }

    const adviceRefused: readonly [string, string, RegExp][] = [
        [
            "sets thresholds of a rule that has none",
            '{"products-present":{"thresholds":{"most":9}}}',
            /no thresholds; it/
        ],
        ["blocks by a rule that advises", '{"stage-count":{"level":"Block"}}', /stage-count only advises/],
        [
            "gives a position to a rule that advises",
            '{"stage-count":{"fromPosition":2}}',
            /has no fromPosition; it has/
        ],
        [
            "names a threshold that isn't there",
            '{"stage-count":{"thresholds":{"top":9}}}',
            /no threshold "top"; it has tooFew/
        ]
    ];
    for (const [what, rulesText, sentence] of adviceRefused) {
        it(`is refused in one sentence when it ${what}`, () => {
            assert.throws(() => parseConfig(`{"rules":${rulesText}}`, "c.json", ids, processRules), {
                name: "CannotStart",
                message: sentence
            });
        });
    }

    it("may write numbers as numbers or as text", () => {
        const parsed = parseConfig('{"rules":{"products-present":{"minimum":2,"fromPosition":"3"}}}', "c.json", ids);

        assert.deepEqual(parsed.rules, { "products-present": { minimum: "2", fromPosition: "3" } });
    });
});
