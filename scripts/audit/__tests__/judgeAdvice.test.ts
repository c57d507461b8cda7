import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { historyRules, processRules } from "c/pwPolicy";
import type { HistoryRule, ProcessRule } from "c/pwPolicy";
import { emptyConfig } from "../derive/configFile.ts";
import type { AuditConfig } from "../derive/configFile.ts";
import type { Gathered, RawHistoryRow, RawOpportunity } from "../gathered.ts";
import { judgeGathered } from "../judgeGathered.ts";
import type { AuditResult } from "../result.ts";
import { fiveStages, gathered, rawOpportunity, rawStage } from "./records.ts";

const renewals = {
    recordTypeId: "012R",
    developerName: "Renewal",
    name: "Renewal",
    stages: { value: ["Closed Lost", "Closed Won", "Dead", "Proposal", "Prospecting"] }
};
const master = { recordTypeId: null, developerName: null, name: "Master", stages: { value: null } };

function judged(
    values: Partial<Gathered>,
    terms: { history?: HistoryRule[]; process?: ProcessRule[]; config?: AuditConfig; without?: string[] } = {}
): Omit<AuditResult, "run"> {
    return judgeGathered(gathered(values), {
        rules: [],
        historyRules: terms.history ?? historyRules,
        processRules: terms.process ?? processRules,
        config: terms.config ?? emptyConfig,
        without: terms.without ?? []
    });
}

const ruleOf = ({ rules }: Pick<AuditResult, "rules">, id: string) => {
    const { met, unmet, unknown, applicable, reasons } = rules.find((rule) => rule.id === id) ?? assert.fail(id);
    return { counts: [applicable, met, unmet, unknown], reasons: reasons.map(({ detail, count }) => [detail, count]) };
};

/** "Prospecting 2026-01-01, Proposal 2026-02-01" as rows of the history. */
function historyOf(id: string, text: string): RawHistoryRow[] {
    return text.split(", ").map((entry) => {
        const [StageName = "", day = ""] = entry.split(" ");
        return { OpportunityId: id, StageName, CreatedDate: `${day}T09:00:00.000+0000` };
    });
}

const inProposal: RawOpportunity = rawOpportunity({ StageName: "Proposal", LastStageChangeDate: null });

describe("rules about the history", () => {
    it("judge open opportunities by the stages of their own process", () => {
        const opportunities = [
            inProposal,
            rawOpportunity({ Id: "006B", StageName: "Proposal", RecordTypeId: "012R" }),
            rawOpportunity({
                Id: "006C",
                StageName: "Closed Won",
                IsClosed: true,
                IsWon: true,
                CloseDate: "2026-03-01"
            })
        ];
        const rows = ["006A", "006B", "006C"].flatMap((id) =>
            historyOf(id, "Prospecting 2026-01-01, Proposal 2026-06-20")
        );

        const result = judged({ opportunities, history: { value: rows }, salesProcesses: [master, renewals] });

        assert.deepEqual(ruleOf(result, "stage-not-skipped").counts, [2, 1, 1, 0]);
        const [finding] = result.findings;
        assert.equal(finding?.recordId, "006A");
        assert.deepEqual(finding.advice, [
            { code: "skipped", weight: "warning", args: { stage: "Proposal", skipped: ["Needs Analysis"] } }
        ]);
        assert.deepEqual(finding.args, { PW_Kind__c: "open" });
    });

    it("take rows of one time in the order of the org, and ignore those that change no stage", () => {
        const rows = historyOf(
            "006A",
            "Prospecting 2026-01-01, Prospecting 2026-01-20, Needs 2026-02-01, Proposal 2026-02-01"
        );
        const stages = fiveStages.map((stage) =>
            stage.apiName === "Needs Analysis" ? rawStage("Needs", 2, { probability: "20" }) : stage
        );

        const result = judged({ opportunities: [inProposal], history: { value: rows }, stages: { value: stages } });

        assert.deepEqual(ruleOf(result, "stage-not-skipped").counts, [1, 0, 1, 0]);
    });

    it("are unknown where the history can't be read, and that is among what could not be read", () => {
        const values = gathered({ opportunities: [inProposal], history: { unreadable: "INVALID_TYPE: no" } });
        const { run, ...result } = judgeGathered(values, {
            rules: [],
            historyRules,
            processRules,
            config: emptyConfig,
            without: []
        });

        assert.deepEqual(ruleOf(result, "stage-not-skipped"), { counts: [1, 0, 0, 1], reasons: [["unreadable", 1]] });
        assert.deepEqual(ruleOf(result, "not-stuck").counts, [1, 0, 0, 1]);
        assert.deepEqual(run.unreadable, [{ what: "OpportunityHistory", reason: "INVALID_TYPE: no" }]);
    });

    it("say what it is that they cannot tell, with its number", () => {
        const opportunities = ["006A", "006B"].map((Id) => rawOpportunity({ Id, StageName: "Verbal Yes" }));

        const result = judged({ opportunities });

        const rule = result.rules.find(({ id }) => id === "stage-not-skipped");
        assert.deepEqual(rule?.reasons, [
            {
                code: "advice",
                detail: "unlistedStage",
                found: { code: "unlistedStage", weight: "cannotTell", args: { stage: "Verbal Yes" } },
                count: 2
            }
        ]);
    });
});

describe("rules about a sales process", () => {
    it("judge each process that opportunities have, as it offers its stages: active, in order, closed ones last", () => {
        const stages = [
            rawStage("Closed Won", 1, { isClosed: true, isWon: true, probability: "100" }),
            rawStage("Proposal", 3, { probability: "75" }),
            rawStage("Prospecting", 2),
            rawStage("Dead", 4, { isActive: false })
        ];
        const opportunities = [rawOpportunity({ RecordTypeId: "012R" })];

        const result = judged({ opportunities, stages: { value: stages }, salesProcesses: [master, renewals] });

        assert.deepEqual(
            result.processes.map(({ name, opportunities: count, offers }) => [
                name,
                count,
                offers?.map((each) => `${each.stage} ${each.position}`)
            ]),
            [["Renewal", 1, ["Prospecting 1", "Proposal 2", "Closed Won 3"]]]
        );
        assert.deepEqual(ruleOf(result, "stage-count").counts, [1, 0, 1, 0]);
    });

    it("put the reasons of the verdict before remarks, with the process and not among the findings", () => {
        const result = judged({}, { process: processRules.filter(({ id }) => id === "stage-count") });

        const [process] = result.processes;
        assert.deepEqual(
            process?.advice.map(({ ruleId, verdict, findings, reason }) => [
                ruleId,
                verdict,
                findings.map(({ code }) => code),
                reason
            ]),
            [["stage-count", "unmet", ["tooFew", "closedStages"], null]]
        );
        assert.ok(result.findings.every(({ ruleId }) => ruleId !== "stage-count"));
    });

    it("are unknown where the stages of the process can't be read", () => {
        const opportunities = [rawOpportunity({ RecordTypeId: "012R" })];
        const unreadable = { ...renewals, stages: { unreadable: "no" } };

        const result = judged({ opportunities, salesProcesses: [master, unreadable] });

        assert.equal(result.processes[0]?.offers, null);
        for (const { id } of processRules) {
            assert.deepEqual(ruleOf(result, id), { counts: [1, 0, 0, 1], reasons: [["stagesUnreadable", 1]] }, id);
        }
    });

    it("count use over twelve months, also of what closed before the period that is judged", () => {
        const old = rawOpportunity({
            Id: "006O",
            StageName: "Closed Won",
            IsClosed: true,
            IsWon: true,
            CloseDate: "2025-12-01"
        });
        const history = { value: historyOf("006O", "Proposal 2025-11-01, Closed 2025-12-01") };

        const result = judged({ closedSince: null, opportunities: [rawOpportunity(), old], history });

        const [process] = result.processes;
        assert.equal(process?.opportunities, 1);
        assert.equal(process.offers?.find(({ stage }) => stage === "Proposal")?.entered, 1);
        assert.equal(result.funnel.won.count, 0);
        assert.equal(ruleOf(result, "not-stuck").counts[0], 1);
    });
});

describe("a rule that advises", () => {
    const [stageCount] = processRules;
    assert.ok(stageCount !== undefined);

    it("that throws is unknown, with its id and message, and the others are judged all the same", () => {
        const broken: ProcessRule = {
            ...stageCount,
            id: "broken",
            judge: () => {
                throw new Error("no such stage");
            }
        };

        const result = judged({}, { process: [broken, stageCount] });

        assert.deepEqual(ruleOf(result, "broken"), {
            counts: [1, 0, 0, 1],
            reasons: [["broken: no such stage", 1]]
        });
        assert.deepEqual(ruleOf(result, "stage-count").counts, [1, 0, 1, 0]);
    });

    it("that is Off is listed with zeros; one that is left out is not listed", () => {
        const config: AuditConfig = { rules: { "stage-count": { level: "Off" } } };

        const result = judged({}, { config, without: ["stage-used"] });

        assert.deepEqual(ruleOf(result, "stage-count").counts, [0, 0, 0, 0]);
        assert.ok(result.rules.every(({ id }) => id !== "stage-used"));
        assert.deepEqual(
            result.processes[0]?.advice.map(({ ruleId }) => ruleId),
            ["stage-names-distinct", "stage-probability-ordered"]
        );
    });

    it("is judged with the thresholds of the config file", () => {
        const config: AuditConfig = { rules: { "stage-count": { thresholds: { tooFew: "2", fewest: "3" } } } };

        assert.deepEqual(ruleOf(judged({}, { config }), "stage-count").counts, [1, 1, 0, 0]);
    });
});

describe("a stage that nothing places", () => {
    it("is told apart: offered by the process without a stage record, or by no process", () => {
        const stageRecords = { value: [{ recordType: "*", stage: "Prospecting", position: "1", kind: "open" }] };
        const opportunities = [
            rawOpportunity(),
            rawOpportunity({ Id: "006B", StageName: "Proposal" }),
            rawOpportunity({ Id: "006C", StageName: "Verbal Yes" })
        ];

        const { run, processes } = judgeGathered(gathered({ opportunities, stageRecords }), {
            rules: [],
            config: emptyConfig,
            without: []
        });

        assert.deepEqual(run.unmappedStages, [
            { stage: "Proposal", count: 1, isOffered: true },
            { stage: "Verbal Yes", count: 1, isOffered: false }
        ]);
        assert.equal(processes[0]?.offers?.find(({ stage }) => stage === "Proposal")?.position, null);
    });
});
