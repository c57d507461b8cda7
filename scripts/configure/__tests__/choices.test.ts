import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import { packageRoot } from "../../org/packageRoot.ts";
import { checkChoices } from "../checkChoices.ts";
import { firstChoices, parseChoices, printChoices } from "../choices.ts";
import { positionOfStart, proposePlan } from "../proposePlan.ts";
import { features } from "./orgFeatures.ts";

const parse = (choices: object) => parseChoices(JSON.stringify({ version: 1, ...choices }), "pipewright.json");

describe("the file of choices", () => {
    it("reads again what it was printed as, and names every rule at first", () => {
        const first = firstChoices();

        assert.deepEqual(first.modules, ["products", "contactRoles", "discounts", "hygiene"]);

        assert.deepEqual(parseChoices(printChoices(first), "pipewright.json"), first);
        assert.equal(Object.keys(first.rules).length, rules.length);
    });

    it("is as its page shows it, with no setting that a rule does not have", () => {
        const page = readFileSync(join(packageRoot(), "docs/configure.md"), "utf8");
        const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

        const problems = checkChoices(parseChoices(example, "docs/configure.md"), features());

        assert.deepEqual(
            problems.filter((problem) => problem.includes("has no setting")),
            []
        );
    });

    const refused: readonly [what: string, choices: object, sentence: RegExp][] = [
        ["an unknown key", { module: [] }, /pipewright\.json can't be read: .*module/],
        ["another version", { version: 2 }, /version/],
        ["a module that there is not", { modules: ["roles"] }, /modules\.0/],
        ["a rule that there is not", { rules: { "products-here": {} } }, /names the rule "products-here"/],
        ["a misspelt level", { rules: { "products-present": { level: "block" } } }, /products-present\.level/],
        ["a negative minimum", { rules: { "contact-roles-present": { minimum: -1 } } }, /minimum/],
        ["a day that is none", { rules: { "products-present": { createdFrom: "2026-13-01" } } }, /YYYY-MM-DD/],
        ["a number beyond its field", { rules: { "products-present": { minimumAmount: 1e21 } } }, /at most 16 digits/],
        [
            "more record types than a record holds",
            { rules: { "products-present": { recordTypes: Array.from({ length: 9 }, () => "R".repeat(30)) } } },
            /255 characters/
        ],
        ["a very long name, cut", { rules: { ["x".repeat(5000)]: {} } }, /^.{0,900}$/],
        ["a start by nothing", { rules: { "products-present": { from: {} } } }, /"stage"/]
    ];
    for (const [what, choices, sentence] of refused) {
        it(`refuses ${what} in one sentence`, () => {
            assert.throws(() => parse(choices), { name: "CannotStart", message: sentence });
        });
    }

    it("refuses what is no JSON", () => {
        assert.throws(() => parseChoices("{", "pipewright.json"), /pipewright\.json is not JSON/);
    });
});

describe("choices against the org", () => {
    const table: readonly [what: string, rules: object, sentence: RegExp][] = [
        [
            "a stage",
            { "products-present": { from: { stage: "Signature" } } },
            /the stage "Signature", which the org does not have \(Prospecting, /
        ],
        [
            "a probability that nothing reaches",
            { "products-present": { from: { probability: 101 } } },
            /101 %, which no active stage/
        ],
        [
            "a stage of lost deals, which",
            { "products-present": { from: { stage: "Closed Lost" } } },
            /"Closed Lost", which is a lost one/
        ],
        [
            "a larger minimum that is no larger,",
            { "contact-roles-present": { minimum: 3, larger: { minimum: 3 } } },
            /larger asks for 3, which is not more than the 3/
        ],
        [
            "a record type",
            { "products-present": { recordTypes: ["Enterprise"] } },
            /the record type "Enterprise", .*\(Partner\)/
        ],
        [
            "a contact role",
            { "decision-role-named": { decisionRoles: ["King"] } },
            /the contact role "King", .*\(Decision Maker, Evaluator\)/
        ],
        ["a product family", { "products-priced": { exemptFamilies: ["Gifts"] } }, /the product family "Gifts"/],
        [
            "a field",
            { "loss-reason-given": { field: "Why__c" } },
            /the field "Why__c", which Opportunity does not have/
        ],
        [
            "a field that is no picklist",
            { "loss-reason-given": { field: "Loss_Story__c" } },
            /"Loss_Story__c", which is no picklist \(textarea\)/
        ],
        [
            "a setting that the rule does not have",
            { "products-present": { decisionRoles: ["Evaluator"] } },
            /products-present has no setting decisionRoles/
        ],
        [
            "the stage of a larger deal",
            { "contact-roles-present": { larger: { minimum: 3, from: { stage: "Signature" } } } },
            /larger\.from names the stage "Signature"/
        ]
    ];
    for (const [what, chosen, sentence] of table) {
        it(`name ${what} that isn't there in one sentence`, () => {
            const problems = checkChoices(parse({ rules: chosen }), features());

            assert.equal(problems.length, 1, problems.join("\n"));
            assert.match(problems[0] ?? "", sentence);
        });
    }

    it("name a language that is not active", () => {
        const [problem] = checkChoices(parse({ languages: ["zh_CN"] }), features());
        assert.match(problem ?? "", /languages names "zh_CN", which is not active in the org/);
    });

    it("hold where the org has it all", () => {
        const chosen = {
            "products-present": { from: { stage: "Value Proposition" }, recordTypes: ["Partner"] },
            "products-priced": { exemptFamilies: ["Hardware"] },
            "decision-role-named": { decisionRoles: ["Evaluator"] },
            "contact-roles-present": { larger: { minimum: 3, from: { probability: 50 }, recordTypes: ["Partner"] } },
            "loss-reason-given": { field: "Loss_Reason__c" }
        };
        assert.deepEqual(checkChoices(parse({ languages: ["zh_TW"], rules: chosen }), features()), []);
    });
});

describe("the plan of an org", () => {
    it("turns starts into positions, and keeps what was chosen", () => {
        const chosen = parse({
            modules: ["contactRoles"],
            rules: {
                "products-present": { from: { stage: "Value Proposition" } },
                "contact-roles-present": {
                    level: "Warn",
                    minimum: 2,
                    larger: { minimum: 3, from: { probability: 60 } }
                }
            }
        });

        const plan = proposePlan(features(), chosen);

        assert.deepEqual(plan.modules, ["contactRoles"]);
        assert.deepEqual(plan.rules["products-present"], { fromPosition: "4" });
        assert.deepEqual(plan.rules["contact-roles-present"], {
            level: "Warn",
            minimum: "2",
            largerMinimum: "3",
            largerFromPosition: "5"
        });
    });

    it("starts no process before its own stage of that name", () => {
        const twice = ["8", "10", "9"].map((position) => ({
            ...{ name: "Pilot", kind: "open" as const, probability: "50", position }
        }));

        assert.equal(positionOfStart({ stage: "Pilot" }, twice), "10");
    });

    it("writes all stages of a record type that leaves some out, and none of one that doesn't", () => {
        const all = features().stages.map(({ apiName }) => apiName);
        const recordTypes = [...features().recordTypes, { developerName: "Same", name: "Same", stages: all }];

        const { processes, recordTypes: named } = proposePlan(features({ recordTypes }), parse({}));

        assert.deepEqual(
            processes.map(({ recordType, stages }) => [recordType, stages.length]),
            [
                ["*", 10],
                ["Partner", 2]
            ]
        );
        assert.deepEqual(named, ["Partner", "Same"]);
    });

    it("leaves inactive stages out, and reads a probability that is missing as none", () => {
        const [first, second, ...others] = features().stages;
        assert.ok(first && second);
        const stages = [{ ...first, isActive: false }, { ...second, probability: null }, ...others];

        const [forAll] = proposePlan(features({ stages, recordTypes: [] }), parse({})).processes;

        assert.deepEqual(
            forAll?.stages.slice(0, 2).map(({ name, position }) => `${position} ${name}`),
            ["1 Qualification", "2 Needs Analysis"]
        );
    });

    it("translates into what the org has active and we know, unless fewer are chosen", () => {
        const of = (languages: readonly string[], choices = {}) =>
            proposePlan(features({ languages }), parse(choices)).translations;

        assert.deepEqual(of(["de", "zh_TW"]), ["zh_TW"]);
        assert.deepEqual(of(["zh_TW", "zh_CN"], { languages: ["zh_CN"] }), ["zh_CN"]);
        assert.deepEqual(of(["zh_TW"], { languages: [] }), []);
    });
});
