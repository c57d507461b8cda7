/** When a rule may block, told apart from what it requires: one opportunity that breaks the rule, one move a row. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import {
    conjunction,
    printFormula,
    rules,
    type Facts,
    type RecordRule,
    type RuleSettings,
    type Trigger
} from "c/pwPolicy";
import { compileFormula } from "../../../local-org/formula/compileFormula.ts";
import { scopeOfFacts, type OtherNames } from "../../../test/support/factScope.ts";
import { guardOf, inValidationRule } from "../guard.ts";
import { ruleRecordReference } from "../spelling.ts";
import { gateFormula } from "../validationRule.ts";

const today = "2026-01-31";
const proposal = "Proposal/Price Quote";

interface Move {
    readonly facts?: Facts;
    readonly settings?: Partial<RuleSettings>;
    readonly from?: string | null;
    readonly isNew?: boolean;
    readonly stageChanges?: boolean;
    readonly holdsBypass?: boolean;
    readonly gateIsOff?: boolean;
    readonly createdFrom?: string | null;
    readonly exemptRules?: string;
}

/** To Proposal, from the stage before, without products, at Block, by somebody without the permission. */
const breaking: Facts = {
    StageName: proposal,
    CloseDate: "2026-03-31",
    HasOpportunityLineItem: false,
    PW_Stage_Stamp__c: proposal,
    PW_Kind__c: "open",
    PW_Position__c: "7",
    PW_Contact_Roles__c: "2"
};

const refused: Readonly<Record<string, Move>> = {
    "moved one stage on": {},
    "moved on from the first stage": { from: "1" },
    "reopened from lost or won, which counts as entry": { from: "0" },
    "won straight from lost": {
        from: "0",
        facts: { StageName: "Closed Won", PW_Stage_Stamp__c: "Closed Won", PW_Kind__c: "won", PW_Position__c: "9" }
    },
    "created on the day from which the rule holds": { createdFrom: "2026-01-10" },
    "set free of another rule": { exemptRules: ";products-priced;contact-roles-present;" },
    "set free of a rule whose name holds this one's": { exemptRules: ";no-products-present;products-present-too;" },
    "of a record type that the rule holds for": {
        facts: { PW_Record_Type__c: "Renewal" },
        settings: { recordTypes: "Enterprise;Renewal" }
    },
    "of the amount from which the rule holds": { facts: { Amount: "50000" }, settings: { minimumAmount: "50000" } },
    "created later than the day from which the rule holds": { createdFrom: "2025-12-31" }
};

const letPass: Readonly<Record<string, Move>> = {
    "has its products": { facts: { HasOpportunityLineItem: true } },
    "is only watched at Observe": { settings: { level: "Observe" } },
    "is only warned at Warn": { settings: { level: "Warn" } },
    "is not judged at Off": { settings: { level: "Off" } },
    "stays in its stage": { stageChanges: false },
    "goes back": { from: "8" },
    "moves between stages of one position": { from: "7" },
    "goes to lost": {
        facts: { StageName: "Closed Lost", PW_Stage_Stamp__c: "Closed Lost", PW_Kind__c: "lost", PW_Position__c: "0" }
    },
    "is created late, when no line can exist yet": { isNew: true, from: "0" },
    "carries a stamp that speaks of another stage": { facts: { PW_Stage_Stamp__c: "Qualification" } },
    "was never stamped": {
        facts: { PW_Stage_Stamp__c: null, PW_Kind__c: null, PW_Position__c: null, PW_Contact_Roles__c: null },
        from: null
    },
    "moves to a stage without a record": { facts: { PW_Kind__c: null, PW_Position__c: null } },
    "is moved by a holder of the bypass permission": { holdsBypass: true },
    "is moved while the kill switch is on": { gateIsOff: true },
    "is older than the day from which the rule holds": { createdFrom: "2026-01-11" },
    "has an exception from the rule": { exemptRules: ";products-present;" },
    "has an exception from it among others": { exemptRules: ";next-step-filled;products-present;win-it;" },
    "meets a rule whose start is not set": { settings: { fromPosition: null } },
    "meets a rule whose start is negative": { settings: { fromPosition: "-1" } },
    "meets a rule whose start is beyond the last stage": { settings: { fromPosition: "99" } },
    "meets a rule that holds for a record type that isn't there": {
        facts: { PW_Record_Type__c: "Renewal" },
        settings: { recordTypes: "Renweal" }
    },
    "has no record type, as before the stamp knew them": { settings: { recordTypes: "Renewal" } },
    "meets a rule whose minimum amount is negative": {
        facts: { Amount: "50000" },
        settings: { minimumAmount: "-1" }
    },
    "has no amount where one is asked for": { facts: { Amount: null }, settings: { minimumAmount: "0.01" } },
    "meets a rule whose level is misspelt": { settings: { level: "block!" as never } }
};

const productsPresent = ruleOf("products-present");

describe("the gate of products-present, blanks read as zero and as blank", () => {
    for (const [name, move] of Object.entries(refused)) {
        it(`refuses an opportunity that ${name.startsWith("created") ? "was " : "is "}${name}`, () => {
            assert.deepEqual(outcomesOf(gateFormula(productsPresent), productsPresent, move), [true, true]);
        });
    }
    for (const [name, move] of Object.entries(letPass)) {
        it(`lets pass an opportunity that ${name}`, () => {
            assert.deepEqual(outcomesOf(gateFormula(productsPresent), productsPresent, move), [false, false]);
        });
    }
});

const won: Move = {
    facts: { StageName: "Closed Won", PW_Stage_Stamp__c: "Closed Won", PW_Kind__c: "won", PW_Position__c: "9" }
};
const lost: Move = {
    facts: { StageName: "Closed Lost", PW_Stage_Stamp__c: "Closed Lost", PW_Kind__c: "lost", PW_Position__c: "0" }
};
const moves = { advance: {}, win: won, lose: lost, create: { isNew: true, from: "0" } } satisfies Record<string, Move>;

const firing: Readonly<Record<Trigger, readonly (keyof typeof moves)[]>> = {
    advance: ["advance", "win"],
    win: ["win"],
    lose: ["lose"],
    create: ["create"]
};

describe("each trigger fires at its own move", () => {
    for (const [trigger, expected] of Object.entries(firing) as [Trigger, readonly string[]][]) {
        it(`${trigger}: ${expected.join(" and ")}`, () => {
            const rule = { ...productsPresent, trigger };
            const guard = printFormula(conjunction([guardOf(rule, inValidationRule)]));
            const fired = Object.entries(moves).filter(([, move]) => outcomesOf(guard, rule, move).every(Boolean));
            assert.deepEqual(
                fired.map(([name]) => name),
                expected
            );
        });
    }
});

describe("the gate of contact-roles-present, set wrongly", () => {
    const rolesPresent = ruleOf("contact-roles-present");
    const facts = { Amount: "50000", PW_Record_Type__c: "Renewal", PW_Contact_Roles__c: "1" };
    const larger = { minimum: "1", largerMinimum: "2" };
    const rows: readonly [string, Partial<RuleSettings>, boolean][] = [
        ["refuses too few people on a larger deal", larger, true],
        ["asks larger deals no more where the minimum for them is negative", { ...larger, largerMinimum: "-2" }, false],
        ["nor where their position is", { ...larger, largerFromPosition: "-1" }, false],
        ["nor where their amount is", { ...larger, largerFromAmount: "-1" }, false],
        ["nor where they are of a record type that isn't there", { ...larger, largerRecordTypes: "Renweal" }, false],
        ["nor where their position is beyond the last stage", { ...larger, largerFromPosition: "99" }, false],
        ["lets all pass where the minimum is negative", { minimum: "-1" }, false]
    ];
    for (const [says, settings, isRefused] of rows) {
        it(says, () => {
            const formula = gateFormula(rolesPresent);
            assert.deepEqual(outcomesOf(formula, rolesPresent, { facts, settings }), [isRefused, isRefused]);
        });
    }
});

describe("every gate formula", () => {
    for (const rule of rules) {
        it(`of ${rule.id} fits into a validation rule`, () => {
            assert.ok(gateFormula(rule).length < 3_900);
        });
    }
});

function outcomesOf(formula: string, rule: RecordRule, move: Move): unknown[] {
    const facts = { ...breaking, ...move.facts };
    const settings: RuleSettings = { level: "Block", fromPosition: "7", ...move.settings };
    const changed = (move.stageChanges ?? true) ? ["StageName"] : [];
    const scope = {
        ...scopeOfFacts(rule.id, facts, settings, today, otherNames(move), changed),
        isNew: move.isNew ?? false
    };
    const compiled = compileFormula(formula, scope);
    return [compiled.evaluate(scope, "blankAsZero"), compiled.evaluate(scope, "blankAsBlank")];
}

function otherNames(move: Move): OtherNames {
    const from = move.from === undefined ? "6" : move.from;
    return {
        PW_From_Position__c: { type: "number", value: from === null ? null : new Decimal(from) },
        CreatedDate: { type: "datetime", value: "2026-01-10T08:00:00.000Z" },
        PW_Exempt_Rules__c: { type: "text", value: move.exemptRules ?? null },
        "$Permission.PW_Bypass_Gate": { type: "boolean", value: move.holdsBypass ?? false },
        "$Setup.PW_Settings__c.Gate_Is_Off__c": { type: "boolean", value: move.gateIsOff ?? false },
        ...Object.fromEntries(
            rules.map(({ id }) => [
                `${ruleRecordReference(id)}.Created_From__c`,
                { type: "date", value: move.createdFrom ?? null } as const
            ])
        )
    };
}

function ruleOf(id: string): RecordRule {
    const rule = rules.find((each) => each.id === id);
    assert.ok(rule, `There is no rule ${id}.`);
    return rule;
}

describe("the lists of rules on an opportunity", () => {
    it("have room for every rule at once", () => {
        const all = `;${rules.map(({ id }) => `${id};`).join("")}`;

        assert.ok(all.length <= 255, `${all.length} characters`);
    });
});
