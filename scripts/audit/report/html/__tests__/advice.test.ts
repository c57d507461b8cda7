/** Rules that advise: on a sales process, and on the way of one opportunity through its stages. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { htmlReport } from "../htmlReport.ts";
import type { AuditResult, Finding, ProcessResult, RuleResult } from "../../../result.ts";
import { auditOf } from "./results.ts";
import { sectionOf, textOf } from "./pageText.ts";

const process: ProcessResult = {
    name: "Legacy",
    recordTypeId: "012A",
    opportunities: 64,
    stages: [],
    offers: [
        { stage: "Demo Done", label: "Demo Done", kind: "open", position: null, probability: "30", entered: 17 },
        { stage: "Won", label: "Won", kind: "won", position: null, probability: null, entered: null }
    ],
    advice: [
        { ruleId: "stage-count", verdict: "met", findings: [], reason: null },
        {
            ruleId: "stage-names-distinct",
            verdict: "unmet",
            findings: [{ code: "sameName", weight: "problem", args: { stage: "Proposal", other: "<b>提案</b>" } }],
            reason: null
        },
        {
            ruleId: "stage-used",
            verdict: "unknown",
            findings: [],
            reason: { code: "badSetting", detail: "level=Blue" }
        }
    ]
};

const rule = (id: string, kind: RuleResult["kind"], unmet: number): RuleResult => ({
    ...{ id, kind, practice: "stages", level: "Observe", settingsFrom: "default" },
    ...{ applicable: unmet, met: 0, unmet, unknown: 0, reasons: [] }
});

const finding: Finding = {
    ...{
        ruleId: "stage-not-skipped",
        verdict: "unmet",
        recordId: "006A",
        recordName: "Fleet renewal",
        owner: "Rita Rep"
    },
    ...{ stage: "Prospecting", amount: "1000", currency: null, args: {} },
    advice: [{ code: "skipped", weight: "problem", args: { stage: "Proposal", skipped: ["Needs", "Value"] } }]
};

const result: AuditResult = {
    ...auditOf(),
    rules: [rule("stage-not-skipped", "history", 1), rule("stage-names-distinct", "process", 1)],
    findings: [finding],
    processes: [process]
};

describe("what is said of a sales process", () => {
    const html = htmlReport(result, "en", "1.2.3");
    const section = sectionOf(html, "processes");

    it("begins with what is wrong and says what to do", () => {
        assert.match(
            textOf(section),
            /Unmet Every stage has a name of its own “Proposal” and “<b>提案<\/b>” are the same name.*Merge the two.*Cannot tell .*a setting is not valid: level=Blue.*Met /
        );
        assert.doesNotMatch(section, /<b>提案/);
    });

    it("stands beside its stages, with how many opportunities entered each", () => {
        assert.match(textOf(section), /Legacy Open stages: 1, closed stages: 1, opportunities in scope: 64\./);
        assert.match(textOf(section), /Demo Done open no record 30 % 17 Won won no record – –/);
    });
});

describe("a rule that advises", () => {
    const html = htmlReport(result, "en", "1.2.3");

    it("says what it judges where that is not every opportunity", () => {
        const rules = textOf(sectionOf(html, "rules"));

        assert.match(rules, /of open opportunities Observe 1 0 1 0/);
        assert.match(rules, /of sales processes Observe 1 0 1 0/);
    });

    it("has its opportunities in the list like any other", () => {
        assert.match(
            textOf(sectionOf(html, "list")),
            /Rita Rep 1 to mend · 1,000 .*Fleet renewal Prospecting 1,000 .* Skipped on the way to “Proposal”: Needs, Value\./
        );
    });
});
