/**
 * The messy sales process of the sample, counted a second time by hand: what the stages themselves say is written
 * down here, and what the history says is counted from its rows, without the audit's or the policy's own counting.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { historyRules, processRules } from "c/pwPolicy";
import { SAMPLE_AS_OF, samplePipeline } from "../local-org/sample/samplePipeline.ts";
import { grouped, rowsOf } from "../local-org/sample/__tests__/rows.ts";
import type { Row } from "../local-org/sample/__tests__/rows.ts";
import { gathered } from "../scripts/audit/__tests__/records.ts";
import { emptyConfig } from "../scripts/audit/derive/configFile.ts";
import { judgeGathered } from "../scripts/audit/judgeGathered.ts";

const day = 86_400_000;
const asOf = Date.parse(`${SAMPLE_AS_OF}T23:59:59.999Z`);
const yearAgo = Date.parse("2025-06-30T23:59:59.999Z");

const tables = samplePipeline();
const [renewal] = rowsOf(tables, "RecordType").filter((row) => row["DeveloperName"] === "Renewal");
assert.ok(renewal);

/** As the audit gathers them: open, or closed in the last 366 days. */
const opportunities = rowsOf(tables, "Opportunity").filter(
    (row) => !row["StageName"]?.startsWith("Closed") || (row["CloseDate"] ?? "") >= "2025-06-29"
);
const renewals = opportunities.filter((row) => row["RecordTypeId"] === renewal["Id"]);
const rowsOfDeal = grouped(rowsOf(tables, "OpportunityHistory"), "OpportunityId");

interface Stay {
    readonly stage: string;
    readonly from: number;
    readonly to: number;
    readonly hasEnded: boolean;
}

/** One stay after the other; rows that keep the stage belong to the stay before. */
function staysOf(deal: Row): Stay[] {
    const stays: { stage: string; from: number; to: number; hasEnded: boolean }[] = [];
    for (const row of rowsOfDeal.get(deal["Id"] ?? "") ?? []) {
        const [stage, at] = [row["StageName"] ?? "", Date.parse(row["CreatedDate"] ?? "")];
        const last = stays.at(-1);
        if (last?.stage === stage) continue;
        if (last !== undefined) Object.assign(last, { to: at, hasEnded: true });
        stays.push({ stage, from: at, to: asOf, hasEnded: false });
    }
    return stays;
}

const ways = renewals.map((deal) => ({ id: deal["Id"] ?? "", stays: staysOf(deal) }));
const stays = ways.flatMap((way) => way.stays);
const inYear = (time: number): boolean => time > yearAgo && time <= asOf;

const order = [
    "續約名單",
    "已致電客戶",
    "Meeting Booked",
    "需求確認",
    "Demo Done",
    "內部審核",
    "Proposal",
    "Proposal Sent",
    "提案",
    "提案審核",
    "Negotiation",
    "議價中",
    "Waiting for PO"
];

const audit = judgeGathered(
    gathered({
        asOf: SAMPLE_AS_OF,
        asOfTime: new Date(asOf).toISOString(),
        stages: { value: stagesOfSample() },
        salesProcesses: [
            { recordTypeId: null, developerName: null, name: "Master", stages: { value: null } },
            ...rowsOf(tables, "RecordType").map((row) => ({
                recordTypeId: row["Id"] ?? "",
                developerName: row["DeveloperName"] ?? "",
                name: row["DeveloperName"] ?? "",
                stages: { value: stagesOffered(row["BusinessProcessId"] ?? "") }
            }))
        ],
        opportunities: opportunities.map((row) => ({
            Id: row["Id"] ?? "",
            Name: row["Name"] ?? "",
            StageName: row["StageName"] ?? "",
            RecordTypeId: row["RecordTypeId"] ?? "",
            CreatedDate: row["CreatedDate"] ?? "",
            CloseDate: row["CloseDate"] ?? "",
            LastStageChangeDate: row["LastStageChangeDate"] === "" ? null : (row["LastStageChangeDate"] ?? ""),
            IsClosed: row["StageName"]?.startsWith("Closed") === true,
            IsWon: row["StageName"] === "Closed Won"
        })),
        history: {
            value: rowsOf(tables, "OpportunityHistory").map((row) => ({
                OpportunityId: row["OpportunityId"] ?? "",
                StageName: row["StageName"] ?? "",
                CreatedDate: row["CreatedDate"] ?? ""
            }))
        }
    }),
    { rules: [], historyRules, processRules, config: emptyConfig, without: [] }
);

function stagesOfSample() {
    return rowsOf(tables, "OpportunityStage").map((row) => ({
        apiName: row["ApiName"] ?? "",
        label: row["MasterLabel"] ?? "",
        isActive: row["IsActive"] === "true",
        sortOrder: Number(row["SortOrder"]),
        isClosed: row["IsClosed"] === "true",
        isWon: row["IsWon"] === "true",
        probability: row["DefaultProbability"] ?? "",
        forecastCategory: row["ForecastCategoryName"] ?? ""
    }));
}

function stagesOffered(process: string): string[] {
    const rows = rowsOf(tables, "BusinessProcessStage").filter((row) => row["BusinessProcessId"] === process);
    return rows.map((row) => row["StageName"] ?? "");
}

/** "code argument argument" of each finding of a rule on the messy process. */
function found(ruleId: string, ...names: readonly string[]): string[] {
    const process = audit.processes.find(({ name }) => name === "Renewal");
    const advice = process?.advice.find((each) => each.ruleId === ruleId);
    assert.ok(advice, ruleId);
    return advice.findings.map(({ code, args }) => [code, ...names.map((name) => String(args[name]))].join(" "));
}

describe("the messy sales process of the sample", () => {
    it("has thirteen open stages in the order of the org, and two pairs of one name", () => {
        const offers = audit.processes.find(({ name }) => name === "Renewal")?.offers ?? [];

        assert.deepEqual(
            offers.map(({ stage }) => stage),
            [...order, "Closed Won", "Closed Lost"]
        );
        assert.deepEqual(found("stage-count", "count"), ["tooMany 13", "closedStages undefined"]);
        assert.deepEqual(found("stage-names-distinct", "stage", "other"), [
            "sameName Proposal 提案",
            "sameName Negotiation 議價中"
        ]);
    });

    it("has one stage that counts less than the one before, and two neighbours that count alike", () => {
        assert.deepEqual(found("stage-probability-ordered", "previous", "stage", "probability"), [
            "falls Proposal Sent 提案 55",
            "sameAsNeighbour 已致電客戶 Meeting Booked 10"
        ]);
    });

    it("has one stage that nobody enters and one that is only passed through", () => {
        const deals = ways.filter((way) => way.stays.some((stay) => inYear(stay.from))).length;
        const reviews = stays.filter((stay) => stay.stage === "內部審核" && stay.hasEnded && inYear(stay.to));
        const short = reviews.filter((stay) => stay.to - stay.from <= day);

        assert.ok(short.length > reviews.length / 2, `${short.length} of ${reviews.length}`);
        assert.deepEqual(found("stage-used", "stage", "entered", "opportunities", "within", "left"), [
            `neverEntered 續約名單 0 ${deals} undefined undefined`,
            `passedThrough 內部審核 undefined undefined ${short.length} ${reviews.length}`
        ]);
    });

    it("has each stage entered as often as the rows say", () => {
        const offers = audit.processes.find(({ name }) => name === "Renewal")?.offers ?? [];
        for (const { stage, entered } of offers) {
            const deals = ways.filter((way) => way.stays.some((stay) => stay.stage === stage && inYear(stay.from)));

            assert.equal(entered, deals.length, stage);
        }
    });

    it("has open renewals that skipped a stage: those that lack one between where they began and where they are", () => {
        const skipped = ways.flatMap((way) => {
            const visited = way.stays.map((stay) => stay.stage);
            // A renewal that was opened again began where it came back.
            const from = Math.max(0, visited.findLastIndex((stage) => stage.startsWith("Closed")) + 1);
            const [first, last] = [order.indexOf(visited[from] ?? ""), order.indexOf(visited.at(-1) ?? "")];
            const missing = order
                .slice(Math.max(0, first), Math.max(0, last))
                .filter((stage) => !visited.includes(stage));
            return last >= 0 && missing.length > 0 ? [way.id] : [];
        });

        assert.ok(skipped.length > 10, `${skipped.length}`);
        assert.deepEqual(findingsOn("stage-not-skipped").sort(), skipped.sort());
    });

    it("has stuck ones: longer where they are than nine in ten that advanced from there", () => {
        const stuck = ways.flatMap(({ id, stays: way }) => {
            const now = way.at(-1);
            if (now === undefined || now.stage.startsWith("Closed")) return [];
            const [age, limit] = [asOf - now.from, ninetiethOf(now.stage)];
            return age > day && age > limit ? [id] : [];
        });

        assert.ok(stuck.length > 5, `${stuck.length}`);
        assert.deepEqual(findingsOn("not-stuck").sort(), stuck.sort());
    });

    it("leaves the other process well: nothing is found there but what its standard stages say", () => {
        const process = audit.processes.find(({ name }) => name === "New_Business");

        assert.deepEqual(
            process?.advice.map(({ ruleId, verdict, findings }) => [ruleId, verdict, findings.map(({ code }) => code)]),
            [
                ["stage-count", "met", ["closedStages"]],
                ["stage-names-distinct", "met", []],
                ["stage-probability-ordered", "met", ["sameAsNeighbour"]],
                ["stage-used", "met", []]
            ]
        );
    });
});

function findingsOn(ruleId: string): string[] {
    const ids = new Set(ways.map(({ id }) => id));
    return audit.findings
        .filter((finding) => finding.ruleId === ruleId && finding.verdict === "unmet" && ids.has(finding.recordId))
        .map(({ recordId }) => recordId);
}

/** The shortest stay that at least nine in ten of those that went on to a higher stage or to won don't exceed. */
function ninetiethOf(stage: string): number {
    const advanced = ways.flatMap(({ stays: way }) =>
        way.flatMap((stay, index) => {
            const next = way[index + 1]?.stage ?? "";
            const isAdvance = next === "Closed Won" || order.indexOf(next) > order.indexOf(stage);
            return stay.stage === stage && isAdvance ? [stay.to - stay.from] : [];
        })
    );
    // Enough of them that the percentile decides, and not an average.
    assert.ok(advanced.length >= 20, `${stage}: ${advanced.length}`);
    const inOrder = advanced.sort((one, other) => one - other);
    return inOrder.find((_stay, index) => (index + 1) / inOrder.length >= 0.9) ?? Infinity;
}
