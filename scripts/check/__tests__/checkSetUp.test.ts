import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RuleRecord } from "../../audit/gathered.ts";
import { checkSetUp, exitCodeOfCheck } from "../checkSetUp.ts";
import type { SetUp } from "../setUp.ts";
import { contents, described, ruleRecords, setUpWith, stage, stageRecord, stageRecords } from "./setUps.ts";

const rule = (changes: Partial<RuleRecord>, name = "Products_Present"): Partial<SetUp> => ({
    ruleRecords: {
        value: ruleRecords.map((record) => (record.developerName === name ? { ...record, ...changes } : record))
    }
});
const records = (...changed: Parameters<typeof stageRecord>[]): Partial<SetUp> => ({
    stageRecords: {
        value: [
            ...stageRecords.filter((record) => !changed.some(([name]) => record.stage === name)),
            ...changed.map((each) => stageRecord(...each))
        ]
    }
});
const detail = (developerName: string, label: string, createdFrom: string | null = null): Partial<SetUp> => ({
    ruleDetails: { value: [{ developerName, label, createdFrom }] }
});
const object = (name: string, value: ReturnType<typeof described> | null): Partial<SetUp> => ({
    objects: new Map([...setUpWith().objects, [name, { value }]])
});
const [roles, loss] = ["Contact_Roles_Present", "Loss_Reason_Given"];
const refused = { unreadable: "INVALID_TYPE: not here" };
const flows = (stamp: boolean | null, runsLatest = stamp === true): Partial<SetUp> => ({
    flows: {
        value: [
            { name: "PW_Stamp_Decision", isActive: true, runsLatest: true },
            { name: "PW_Stamp_Record_Type", isActive: true, runsLatest: true },
            ...(stamp === null ? [] : [{ name: "PW_Stamp_Opportunity", isActive: stamp, runsLatest }])
        ]
    }
});
const ownRule = (displayField: string | null, name = "Own"): Partial<SetUp> => ({
    validationRules: {
        value: [
            { name: "PW_Products_Present", isActive: true, displayField: "StageName" },
            { name, isActive: true, displayField }
        ]
    }
});

/** What is wrong, what is found besides what no API tells, and the exit code. */
const cases: readonly (readonly [what: string, changes: Partial<SetUp>, codes: readonly string[], exitCode: number])[] =
    [
        ["nothing", {}, [], 0],
        ["an object is not there", object("PW_Decision__c", null), ["objectMissing"], 1],
        ["a field is not there", object("Opportunity", described(["PW_Gaps__c"])), ["fieldsMissing"], 1],
        ["a flow is not there", flows(null), ["flowMissing"], 1],
        ["a flow doesn't run", flows(false), ["flowInactive"], 1],
        ["an older version of a flow runs", flows(true, false), ["flowOutdated"], 1],
        ["flows can't be read", { flows: refused }, ["unreadable"], 2],
        ["a validation rule is gone", { validationRules: { value: [] } }, ["validationRuleMissing"], 1],
        [
            "a validation rule is off",
            { validationRules: { value: [{ name: "PW_Products_Present", isActive: false, displayField: null }] } },
            ["validationRuleInactive"],
            1
        ],
        ["there are no stage records", { stageRecords: { value: [] } }, ["noStageRecords"], 1],
        ["stage records can't be read", { stageRecords: refused }, ["unreadable"], 2],
        [
            "a stage has no record",
            { stageRecords: { value: stageRecords.filter((each) => each.stage !== "Lost") } },
            ["stageWithoutRecord"],
            1
        ],
        [
            "a stage that is no longer active has no record",
            { stages: { value: [...stagesOf(), { ...stage("Old", 9), isActive: false }] } },
            [],
            0
        ],
        ["a record names no stage", records(["Elsewhere", "2.5"]), ["recordOfUnknownStage"], 1],
        [
            "a record names no record type",
            {
                stageRecords: {
                    value: [...stageRecords, { recordType: "Partner", stage: "First", position: "1", kind: "open" }]
                }
            },
            ["recordOfUnknownRecordType"],
            1
        ],
        [
            "a record is for a record type there is",
            {
                stageRecords: {
                    value: [...stageRecords, { recordType: "Direct", stage: "First", position: "1", kind: "open" }]
                }
            },
            [],
            0
        ],
        ["a stage has two records", records(["First", "1"], ["first", "1"]), ["stageTwice"], 1],
        ["two stages share a position", records(["Second", "1"]), ["positionTwice"], 1],
        ["positions fall", records(["First", "2"], ["Second", "1"]), ["positionsOutOfOrder"], 1],
        ["an open stage stands at 0", records(["First", "0"]), ["positionWrong"], 1],
        ["won stands among the open ones", records(["Won", "2", "won"]), ["positionWrong"], 1],
        ["lost stands above 0", records(["Lost", "4", "lost"]), ["positionWrong"], 1],
        ["a kind is misspelt", records(["Lost", "0", "Lost"]), ["kindMisspelt"], 1],
        ["a kind contradicts the org", records(["Second", "3", "won"], ["Won", "4", "won"]), ["kindContradicts"], 1],
        [
            "a rule has no record",
            { ruleRecords: { value: ruleRecords.filter((each) => each.developerName !== "Products_Present") } },
            ["ruleRecordMissing"],
            1
        ],
        ["a level is misspelt", rule({ level: "block" }), ["levelMisspelt"], 1],
        ["a start is negative", rule({ fromPosition: "-1" }), ["thresholdNegative"], 1],
        ["a start is 0", rule({ fromPosition: "0" }), ["startMissing"], 1],
        ["a start is blank, and the rule is off", rule({ level: "Off", fromPosition: null }), [], 0],
        ["a start is beyond the last stage", rule({ fromPosition: "4" }), ["startBeyondLast"], 1],
        ["nobody is asked for", rule({ minimum: "0" }, "Contact_Roles_Present"), ["minimumAsksNothing"], 1],
        ["every discount is to be logged", rule({ minimum: "0" }, "Discount_Logged"), [], 0],
        ["a tolerance is negative", rule({ tolerance: "-0.5" }, "Discount_Logged"), ["thresholdNegative"], 1],
        ["a record is of no rule", detail("Be_Nice", "Be nice"), ["ruleRecordUnknown"], 1],
        ["a rule has two records", detail("Products_Present_2", "More"), ["ruleRecordTwice"], 1],
        ["a rule spares until a day to come", detail("Products_Present", "", "2026-07-01"), ["createdFromAhead"], 1],
        ["a rule spares what is older than today", detail("Products_Present", "", "2026-06-30"), [], 0],
        ["a role is not offered", rule({ decisionRoles: "Decision Maker;King" }), ["rolesUnknown"], 1],
        ["a family is not offered", rule({ exemptFamilies: "Service; Gift" }), ["familiesUnknown"], 1],
        ["an amount is negative", rule({ minimumAmount: "-1" }), ["thresholdNegative"], 1],
        [
            "larger deals are asked for less than nobody",
            rule({ largerMinimum: "-1", largerFromAmount: "-1" }, roles),
            ["thresholdNegative", "thresholdNegative"],
            1
        ],
        [
            "larger deals begin beyond the last stage",
            rule({ largerMinimum: "3", largerFromPosition: "4" }, roles),
            ["startBeyondLast"],
            1
        ],
        ["larger deals are asked no more", rule({ largerFromAmount: "50000" }, roles), ["largerAsksNothing"], 1],
        ["larger deals are asked more", rule({ largerMinimum: "3", largerFromAmount: "50000" }, roles), [], 0],
        ["another rule asks more of larger deals", rule({ largerMinimum: "3" }), ["settingNotRead"], 1],
        ["a record type is not there", rule({ recordTypes: "Direct;Dierct" }), ["recordTypesUnknown"], 1],
        [
            "a record type of larger deals is not there",
            rule({ largerMinimum: "3", largerRecordTypes: "Partner" }, roles),
            ["recordTypesUnknown"],
            1
        ],
        ["a record type is spelled in other letters", rule({ recordTypes: "direct" }), [], 0],
        ["the org's own field is not there", rule({ field: "Why_Lost__c" }, loss), ["fieldUnknown"], 1],
        [
            "the validation rule reads another field than the record names",
            rule({ field: "PW_Gaps__c" }, loss),
            ["fieldNotRead"],
            1
        ],
        ["the field is named of a rule that has none", rule({ field: "PW_Gaps__c" }), ["settingNotRead"], 1],
        [
            "a rule at Block has no running flow",
            { ...rule({ level: "Block" }), ...flows(false) },
            ["flowInactive", "blockCannotWork"],
            1
        ],
        ["a rule at Block has its flow", rule({ level: "Block" }), [], 0],
        ["nobody is a rep", { assignments: { value: [] } }, ["nobodyHasRep"], 1],
        ["somebody may pass", { bypassHolders: { value: ["Integration"] } }, ["bypassHolders"], 0],
        ["the gate is off", { switchedOff: { value: [{ isForOrg: true }] } }, ["gateIsOff"], 1],
        ["the gate is off for one", { switchedOff: { value: [{ isForOrg: false }] } }, ["gateIsOffForSome"], 1],
        ["an own rule is on the stage", ownRule("StageName"), ["otherRulesOnStage"], 1],
        ["an own rule is elsewhere", ownRule(null), ["otherRules"], 0],
        ["a rule of ours is no part of the overlay", ownRule("StageName", "PW_Lead_Source_Set"), [], 0],
        [
            "workflow moves the stage",
            { fieldUpdates: { value: [{ name: "To Won", field: "StageName" }] } },
            ["workflowMovesStage"],
            1
        ],
        ["workflow writes another field", { fieldUpdates: { value: [{ name: "Next", field: "NextStep" }] } }, [], 0],
        ["conversion is not validated", { conversionIsChecked: { value: false } }, ["conversionUnchecked"], 1],
        ["conversion is not told", { conversionIsChecked: refused }, ["conversionNotTold"], 0],
        ["nothing is installed", { objects: new Map() }, ["packageMissing"], 1]
    ];

function stagesOf() {
    const { stages } = setUpWith();
    return "value" in stages ? stages.value : [];
}

describe("the check of a set-up", () => {
    for (const [what, changes, codes, exitCode] of cases) {
        it(`says what to do where ${what}`, () => {
            const result = checkSetUp(setUpWith(changes), contents);

            const found = result.findings.map(({ code }) => code).filter((code) => code !== "workflowUserNotTold");
            assert.deepEqual(found.toSorted(), codes.toSorted(), JSON.stringify(result.findings));
            assert.equal(exitCodeOfCheck(result), exitCode);
        });
    }

    const alerts: readonly [what: string, alerts: SetUp["alerts"], codes: readonly string[], exitCode: number][] = [
        ["the type is missing", { value: { typeIsThere: false, areOff: false } }, ["alertTypeMissing"], 1],
        ["they are off", { value: { typeIsThere: true, areOff: true } }, ["alertsAreOff"], 0],
        ["nothing can be told", refused, ["alertsNotTold"], 0],
        ["all is there", { value: { typeIsThere: true, areOff: false } }, [], 0]
    ];
    for (const [what, given, codes, exitCode] of alerts) {
        it(`says of alerts where ${what}, if they were chosen`, () => {
            const chosen = { ...contents, flows: [...contents.flows, "PW_Alert_Close_Dates"] };
            const flows = { value: chosen.flows.map((name) => ({ name, isActive: true, runsLatest: true })) };
            const result = checkSetUp(setUpWith({ alerts: given, flows }), chosen);

            const found = result.findings.map(({ code }) => code).filter((code) => code !== "workflowUserNotTold");
            assert.deepEqual([found, exitCodeOfCheck(result)], [codes, exitCode]);
            const without = checkSetUp(setUpWith({ alerts: given }), contents);
            assert.deepEqual(
                without.findings.map(({ code }) => code),
                ["workflowUserNotTold"]
            );
        });
    }

    it("never calls a default workflow user that no API tells of fine", () => {
        const result = checkSetUp(setUpWith(), contents);

        assert.deepEqual([result.fine, result.checks], [16, 17]);
    });

    it("puts the worst first", () => {
        const { findings } = checkSetUp(setUpWith({ ...flows(false), ...ownRule(null) }), contents);

        assert.deepEqual(
            findings.map(({ severity }) => severity),
            ["broken", "cannotTell", "note"]
        );
    });
});

describe("the check against an overlay without some of the rules", () => {
    const chosen = contents.ruleRecords.filter((name) => name !== "Products_Present");
    const codesOf = (changes: Partial<SetUp>) =>
        checkSetUp(setUpWith(changes), { ...contents, ruleRecords: chosen })
            .findings.filter(({ severity }) => severity !== "cannotTell")
            .map(({ code }) => code);

    it("asks for no record of what was not chosen", () => {
        const value = ruleRecords.filter(({ developerName }) => chosen.includes(developerName));
        assert.deepEqual(codesOf({ ruleRecords: { value } }), []);
    });
    it("names a rule that is at work and was not chosen, and none that is off", () => {
        assert.deepEqual(codesOf({}), ["ruleNotChosen"]);
        assert.deepEqual(codesOf(rule({ level: "Off" })), []);
    });
});

describe("the check in the first phase of an installation", () => {
    const withoutRules = setUpWith({ validationRules: { value: [] } });

    it("asks for no validation rules, and for all else", () => {
        const stopped = setUpWith({ validationRules: { value: [] }, ...flows(false) });

        assert.equal(exitCodeOfCheck(checkSetUp(withoutRules, contents, { phase: 1 })), 0);
        assert.equal(exitCodeOfCheck(checkSetUp(withoutRules, contents, { phase: 2 })), 1);
        assert.equal(exitCodeOfCheck(checkSetUp(stopped, contents, { phase: 1 })), 1);
    });
});

describe("the check of an org with record types", () => {
    it("names them where the overlay was written for an org without", () => {
        const flowsWithout = contents.flows.filter((name) => name !== "PW_Stamp_Record_Type");
        const { findings } = checkSetUp(setUpWith(), { ...contents, flows: flowsWithout });
        const found = findings.find(({ code }) => code === "recordTypesNotStamped");

        assert.deepEqual(found?.args, { recordTypes: ["Direct"] });
    });
});
