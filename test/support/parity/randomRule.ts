import type { Condition, ListSetting, NumberSetting, Outcome, RecordRule, RuleSettings } from "c/pwPolicy";
import { rules } from "c/pwPolicy";
import type { Random } from "../../../local-org/sample/random.ts";
import { numberFacts, stageNames, zeroFacts } from "./vectors.ts";

const outcomes: readonly Outcome[] = ["met", "unmet", "unknown"];
const comparators = ["atLeast", "atMost", "above", "below", "equalTo"] as const;
const settings: readonly NumberSetting[] = ["fromPosition", "minimum", "tolerance", "largerMinimum"];
const lists: readonly ListSetting[] = ["recordTypes", "largerRecordTypes"];

/** A rule nobody would write, with every kind of comparison at any depth: what an interpreter must get right. */
export function randomRule(random: Random, number: number): RecordRule {
    const [model] = rules;
    if (model === undefined) {
        throw new Error("The policy has no rules.");
    }
    return {
        ...model,
        id: `random-${number}`,
        when: randomCondition(random, 2),
        requires: randomCondition(random, 3)
    };
}

/** Blank, 0 and below 0 among them; names that nothing has, and names in other letters. */
export function randomSettings(random: Random): RuleSettings {
    const number = () => random.pick([null, "0", "1", "2", "3", "7"]);
    const amount = () => random.pick([null, null, "0", "-1", "0.01", "50000", "125000.5"]);
    const names = () =>
        random.pick([null, null, ";", "Nowhere", "Enterprise", "ENTERPRISE; Enterprise_renewal", "Enter"]);
    return {
        level: "Block",
        fromPosition: number(),
        minimum: number(),
        tolerance: number(),
        minimumAmount: amount(),
        recordTypes: names(),
        largerMinimum: random.pick([null, "0", "-2", "2", "3"]),
        largerFromPosition: random.pick([null, "-1", "4", "7"]),
        largerFromAmount: amount(),
        largerRecordTypes: names()
    };
}

/** As an admin would set a rule, well or wrongly: every part often enough, and often left out. */
export function variedSettings(random: Random): RuleSettings {
    const position = () => random.pick(["1", "3", "5", "7", "9"]);
    const spoilt = () => random.pick([null, "0", "-1"]);
    const amount = () => random.pick(["0.01", "49999.99", "50000", "125000.5", "-1"]);
    const names = () => random.pick(["Enterprise", "Enterprise_Renewal", "enterprise; ENTERPRISE_RENEWAL", "Nowhere"]);
    const sometimes = <T>(share: number, draw: () => T) => (random.happens(share) ? draw() : null);
    return {
        level: "Block",
        fromPosition: random.happens(0.9) ? position() : spoilt(),
        minimum: random.happens(0.9) ? random.pick(["1", "2", "3", "10", "20"]) : spoilt(),
        tolerance: random.happens(0.9) ? random.pick(["0.01", "0.5", "1"]) : spoilt(),
        recordTypes: sometimes(0.3, names),
        minimumAmount: sometimes(0.3, amount),
        largerMinimum: sometimes(0.6, () => random.pick(["2", "3", "4", "0", "-1"])),
        largerFromPosition: sometimes(0.4, position),
        largerFromAmount: sometimes(0.4, amount),
        largerRecordTypes: sometimes(0.4, names)
    };
}

function randomCondition(random: Random, depth: number): Condition {
    const parts = () => Array.from({ length: random.whole(1, 3) }, () => randomCondition(random, depth - 1));
    if (depth > 0 && random.happens(0.6)) {
        const part = () => randomCondition(random, depth - 1);
        return random.pick([
            () => ({ all: parts() }),
            () => ({ any: parts() }),
            () => ({ if: part(), then: part() })
        ])();
    }
    return random.pick([
        numberComparison,
        dateComparison,
        choiceComparison,
        listComparison,
        flagComparison,
        presenceComparison
    ])(random);
}

function numberComparison(random: Random): Condition {
    const than = random.pick([
        { literal: random.pick(["0", "2", "2.5", "-1"]) },
        { setting: random.pick(settings) },
        { fact: random.pick(numberFacts) },
        { fact: random.pick([...numberFacts, ...zeroFacts]), lessTolerance: random.pick(settings) }
    ]);
    const meaning = random.pick([{}, { holds: "unknown" }, { otherwise: "unknown" }, { whenUnset: "met" }] as const);
    if (random.happens(0.3)) {
        return { number: random.pick(zeroFacts), is: random.pick(comparators), than, whenBlank: "zero", ...meaning };
    }
    return {
        ...meaning,
        number: random.pick(numberFacts),
        is: random.pick(comparators),
        than,
        whenBlank: random.pick(outcomes)
    };
}

function dateComparison(random: Random): Condition {
    return {
        date: "CloseDate",
        is: random.pick(["onOrAfter", "before"] as const),
        than: "today",
        whenBlank: random.pick(outcomes)
    };
}

function choiceComparison(random: Random): Condition {
    return random.happens(0.5)
        ? {
              choice: "PW_Kind__c",
              isOneOf: random.sample(["open", "won", "lost"], random.whole(1, 3)),
              whenBlank: random.pick(outcomes)
          }
        : {
              choice: "StageName",
              isOneOf: random.sample(stageNames, random.whole(1, 3)),
              whenBlank: random.pick(outcomes)
          };
}

function listComparison(random: Random): Condition {
    return { listed: "PW_Record_Type__c", in: random.pick(lists), whenBlank: random.pick(outcomes) };
}

function flagComparison(random: Random): Condition {
    return { flag: "HasOpportunityLineItem", is: random.happens(0.5) };
}

function presenceComparison(random: Random): Condition {
    return {
        presence: random.pick(["PW_Kind__c", "CloseDate", "PW_Stage_Stamp__c", "PW_Contact_Roles__c"] as const),
        is: random.pick(["present", "blank"] as const)
    };
}
