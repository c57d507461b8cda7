/**
 * Truth, formula and SOQL are three readings of one condition, and must give one answer. That they agree
 * with each other proves nothing of Salesforce itself: what the local org's formulas and queries are worth
 * is shown by their own tests against Salesforce's published cases.
 */
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { rules, type Condition, type RecordRule, type RuleSettings } from "c/pwPolicy";
import { randomOf } from "../local-org/sample/random.ts";
import { randomRule, randomSettings } from "./support/parity/randomRule.ts";
import { storableFacts } from "./support/parity/vectors.ts";
import { storeVectors } from "./support/parity/vectorStore.ts";
import { deployedRefusalsOf, disagreements, refusalsOf, soqlAnswerOf, truthOf } from "./support/parity/worlds.ts";

const random = randomOf(20260131, "parity");
const settings: RuleSettings = { level: "Block", fromPosition: "7", minimum: "2", tolerance: "0.5" };
/** SOQL compares no field with another, so it can't ask whether a discount is covered. */
const notExpressible = ["discount-logged", "discount-approved"];
/** The same, for some opportunities only, and more of the larger ones. */
const scope: Partial<RuleSettings> = {
    recordTypes: "Enterprise",
    minimumAmount: "0.01",
    largerMinimum: "3",
    largerFromAmount: "50000",
    largerRecordTypes: "Enterprise;Enterprise_Renewal"
};
const byRule: Readonly<Record<string, RuleSettings>> = {
    "contact-roles-present": { ...settings, fromPosition: "3" },
    "close-date-not-past": { ...settings, fromPosition: "1" }
};

describe("parity of the policy's rules", () => {
    const vectors = Array.from({ length: 10_000 }, () => storableFacts(random));
    const store = storeVectors(vectors);
    after(() => store.close());

    for (const rule of rules) {
        const inForce = byRule[rule.id] ?? settings;
        it(`${rule.id}: truth, formula and SOQL agree on 10,000 opportunities`, () => {
            const verdicts = truthOf(rule, vectors, inForce);
            const soql = soqlAnswerOf(rule, inForce, store.find);

            assert.deepEqual(disagreements(verdicts, refusalsOf(rule, vectors, inForce), soql).slice(0, 5), []);
            for (const verdict of ["met", "unmet", "notApplicable", "unknown"] as const) {
                assert.ok(verdicts.includes(verdict), `no vector is ${verdict}: the comparison shows too little`);
            }
            assert.equal(soql.unmet === null, notExpressible.includes(rule.id));
        });
    }

    for (const rule of rules) {
        it(`${rule.id}: the formula in the deployed file refuses exactly the unmet ones that carry a stamp`, () => {
            const inForce = { ...(byRule[rule.id] ?? settings), ...scope };
            const expected = truthOf(rule, vectors, inForce).map((verdict, index) => {
                const { PW_Stage_Stamp__c: stamp, PW_Position__c: position } = vectors[index] ?? {};
                return verdict === "unmet" && stamp !== null && position !== null;
            });

            const refusals = deployedRefusalsOf(rule, vectors, inForce);

            const differing = refusals.flatMap(([asZero, asBlank], index) =>
                asZero === expected[index] && asBlank === expected[index] ? [] : [vectors[index]]
            );
            assert.deepEqual(differing.slice(0, 3), []);
            assert.ok(expected.includes(true));
        });
    }
});

describe("a rule that one interpreter reads differently", () => {
    const vectors = Array.from({ length: 1000 }, () => storableFacts(random));
    const store = storeVectors(vectors);
    after(() => store.close());

    for (const rule of rules) {
        it(`shows, whichever it is: ${rule.id}`, () => {
            const inForce = byRule[rule.id] ?? settings;
            for (const { bent, inSoql } of bentRules(rule)) {
                const worlds = inSoql ? (["truth", "formula", "soql"] as const) : (["truth", "formula"] as const);
                for (const world of worlds) {
                    const read = { truth: rule, formula: rule, soql: rule, [world]: bent };
                    const found = disagreements(
                        truthOf(read.truth, vectors, inForce),
                        refusalsOf(read.formula, vectors, inForce),
                        soqlAnswerOf(read.soql, inForce, store.find)
                    );
                    assert.notEqual(found.length, 0, `bent in ${world} went unnoticed`);
                }
            }
        });
    }
});

describe("parity of the interpreters", () => {
    const vectors = Array.from({ length: 400 }, () => storableFacts(random));
    const store = storeVectors(vectors);
    after(() => store.close());

    it("holds for 400 random rules with random settings, blanks and unset settings included", () => {
        let expressible = 0;
        for (let number = 0; number < 400; number += 1) {
            const rule = randomRule(random, number);
            const inForce = randomSettings(random);
            const soql = soqlAnswerOf(rule, inForce, store.find);
            expressible += soql.unmet === null ? 0 : 1;
            const found = disagreements(truthOf(rule, vectors, inForce), refusalsOf(rule, vectors, inForce), soql);

            assert.deepEqual(found.slice(0, 3), [], JSON.stringify({ rule, inForce }));
        }
        assert.ok(expressible > 30, `SOQL could ask only ${expressible} of the random rules`);
    });
});

/** The rule with one thing read wrongly: its requirement turned round, its scope widened, its blanks mistaken. */
function bentRules(rule: RecordRule): { readonly bent: RecordRule; readonly inSoql: boolean }[] {
    return [
        { bent: { ...rule, requires: turned(rule.requires) }, inSoql: !notExpressible.includes(rule.id) },
        { bent: { ...rule, when: widened(rule.when) }, inSoql: true }
    ];
}

/** Any part is enough; a rule with one part applies to won ones instead. */
function widened(when: Condition): Condition {
    const parts = "all" in when ? when.all : [when];
    return parts.length > 1 ? { any: parts } : { choice: "PW_Kind__c", isOneOf: ["won"], whenBlank: "unknown" };
}

function turned(condition: Condition): Condition {
    if ("flag" in condition) {
        return { ...condition, is: !condition.is };
    }
    if ("number" in condition) {
        return { ...condition, is: condition.is === "atMost" ? "atLeast" : "above" };
    }
    if ("all" in condition) {
        return { all: condition.all.map(turned) };
    }
    if ("presence" in condition) {
        return { ...condition, is: condition.is === "blank" ? "present" : "blank" };
    }
    return "date" in condition ? { ...condition, is: "before" } : condition;
}
