/**
 * Eight thousand eight hundred opportunities that nobody here made up: loaded, audited over HTTP, and compared
 * with the figures others published for them.
 */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import { emptyConfig } from "../../scripts/audit/derive/configFile.ts";
import { gatherOrg } from "../../scripts/audit/gather/gatherOrg.ts";
import { judgeGathered } from "../../scripts/audit/judgeGathered.ts";
import { crmSalesTables } from "../support/crmSales.ts";
import { readCrmSales } from "../support/crmSalesFiles.ts";
import { writeCsvFolder } from "../support/csvFolder.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const source = join(import.meta.dirname, "../../../shared/data/crm-sales");

/** The day after the last row: the published ages of open deals are counted to it. */
const asOf = "2017-12-31";

describe("the CRM Sales pipeline, audited", { skip: reasonToSkip() }, () => {
    let org: TargetOrg;
    let audit: ReturnType<typeof judgeGathered>;

    before(async () => {
        const directory = mkdtempSync(join(tmpdir(), "pipewright-crm-"));
        writeCsvFolder(directory, crmSalesTables(readCrmSales(source), asOf));
        org = await openTargetOrg(["--clock", asOf, "--load", directory]);
        rmSync(directory, { recursive: true });
        audit = await auditOf(org.connection);
    });
    after(() => org.close());

    it("counts every stage as published, Engaging standing for Needs Analysis", () => {
        const counts = audit.funnel.stages.map((stage) => [stage.stage, stage.count]);

        assert.deepEqual(counts, [
            ["Prospecting", 500],
            ["Needs Analysis", 1589],
            ["Closed Won", 4238],
            ["Closed Lost", 2473]
        ]);
    });

    it("finds the published win rate and won revenue", () => {
        const { winRate, won, lost } = audit.funnel;

        assert.equal(winRate.rate, "63.15");
        assert.equal(won.count, 4238);
        assert.equal(won.amount, "10005534");
        assert.equal(lost.count, 2473);
    });

    it("finds the published list value of what is open, and how much of it has no account", () => {
        assert.equal(audit.funnel.open.count, 2089);
        assert.equal(audit.funnel.open.amount, "4966215");
        assert.equal(audit.funnel.openWithoutAccount?.count, 1425);
    });

    it("finds the published days from first contact to decision", async () => {
        assert.deepEqual(audit.funnel.daysToClose.won, { count: 4238, mean: "51.78", median: "57.00" });
        assert.deepEqual(audit.funnel.daysToClose.closed, { count: 6711, mean: "47.99", median: "45.00" });

        const lost = await daysBetweenDates(org.connection, "StageName = 'Closed Lost'");
        const closed = await daysBetweenDates(org.connection, "IsClosed = true");
        assert.equal(percentile(lost, 50), 14);
        assert.equal(closed.at(-1), 138);
    });

    it("finds the published wins of each quarter", async () => {
        const { records } = await org.connection.query<{ quarter: number; wins: number }>(
            "SELECT CALENDAR_QUARTER(CloseDate) quarter, COUNT(Id) wins FROM Opportunity " +
                "WHERE IsWon = true AND CALENDAR_YEAR(CloseDate) = 2017 " +
                "GROUP BY CALENDAR_QUARTER(CloseDate) ORDER BY CALENDAR_QUARTER(CloseDate)"
        );

        assert.deepEqual(
            records.map(({ quarter, wins }) => [quarter, wins]),
            [
                [1, 531],
                [2, 1254],
                [3, 1257],
                [4, 1196]
            ]
        );
    });

    it("finds the published ages of what is being engaged", async () => {
        // Their close date is the day they are counted to, so the days to it are their age.
        const ages = await daysBetweenDates(org.connection, "StageName = 'Needs Analysis'");

        assert.equal(ages.length, 1589);
        assert.deepEqual(
            [50, 75, 90].map((percent) => percentile(ages, percent)),
            [165, 263, 319]
        );
        assert.equal(ages.filter((days) => days > 138).length, 1291);
    });

    it("finds the product that the pipeline spells differently in the price list", async () => {
        const { records } = await org.connection.query<{ lines: number }>(
            "SELECT COUNT(Id) lines FROM OpportunityLineItem WHERE Product2.Name = 'GTX Pro'"
        );

        assert.equal(records[0]?.lines, 1480);
    });

    it("judges what the source knows, and leaves out the close dates that it doesn't", () => {
        const verdicts = new Map(audit.rules.map((rule) => [rule.id, rule]));

        assert.equal(verdicts.has("close-date-not-past"), false);
        assert.deepEqual([verdicts.get("products-present")?.met, verdicts.get("products-present")?.unmet], [4238, 0]);
        // No contact roles are published: whatever is in Needs Analysis or won lacks them.
        assert.deepEqual(
            [verdicts.get("contact-roles-present")?.met, verdicts.get("contact-roles-present")?.unmet],
            [0, 1589 + 4238]
        );
        assert.deepEqual(audit.run.unreadable, []);
    });
});

async function auditOf(connection: TargetOrg["connection"]): Promise<ReturnType<typeof judgeGathered>> {
    const gathered = await gatherOrg(connection, { now: new Date(), asOf, closedWithinDays: 365 });
    const recordRules = rules.filter((rule) => rule.kind === "record");
    return judgeGathered(gathered, { rules: recordRules, config: emptyConfig, without: ["close-date-not-past"] });
}

/** Whole days from creation to close date, least first. */
async function daysBetweenDates(connection: TargetOrg["connection"], condition: string): Promise<number[]> {
    const { records } = await connection.query<{ CreatedDate: string; CloseDate: string }>(
        `SELECT CreatedDate, CloseDate FROM Opportunity WHERE ${condition}`,
        { autoFetch: true, maxFetch: 10_000 }
    );
    return records
        .map((row) => (Date.parse(row.CloseDate) - Date.parse(row.CreatedDate.slice(0, 10))) / 86_400_000)
        .sort((one, other) => one - other);
}

/** Nearest rank. */
function percentile(sorted: readonly number[], percent: number): number | undefined {
    return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

/** False where it can run. */
function reasonToSkip(): string | false {
    if (!existsSync(source)) return "the published files are not at ../shared/data/crm-sales";
    if (process.env["PW_TARGET_ORG"]) {
        return "the figures hold for an org with nothing else in it, which only the local org is";
    }
    return false;
}
