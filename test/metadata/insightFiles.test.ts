/** Reports and the dashboard: every name in them is one that stands, and no blank fact is hidden. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dashboards, reports, reportTypes, typeOf } from "./insight/deployedInsight.ts";
import { askedColumns } from "./insight/runReport.ts";

/** Not in every org: without record types, currencies, campaigns or Pipeline Inspection such a name fails the deploy. */
const notEverywhere = /RecordType|CurrencyIsoCode|Campaign|LastStageChangeInDays|Territory2/;

describe("the files of reports and the dashboard", () => {
    for (const report of reports) {
        it(`${report.name} names columns of its report type, and counts blank facts`, () => {
            const { columns } = typeOf(report);

            assert.deepEqual(
                askedColumns(report).filter((column) => !columns.includes(column)),
                []
            );
            const filtered = report.filters.map(({ column }) => column);
            for (const { name, source, readsBlankAsZero } of report.buckets) {
                assert.ok([...report.down, ...report.across].includes(name), `${name} groups nothing`);
                assert.ok(!readsBlankAsZero, `${name} takes what was never counted for 0`);
                assert.ok(!filtered.includes(source), `${source} is filtered, so that blanks are hidden`);
            }
        });

        it(`${report.name} is taken whole: everybody's records, of all time, in groups that the format has`, () => {
            assert.deepEqual([report.scope, report.interval], ["organization", "INTERVAL_CUSTOM"]);
            assert.equal(report.format, report.across.length > 0 ? "Matrix" : "Summary");
            assert.ok(report.down.length > 0 && report.down.length <= (report.across.length > 0 ? 2 : 3));
            assert.ok(report.across.length <= 2);
        });
    }

    it("name nothing that an org may lack", () => {
        const named = reportTypes.flatMap(({ columns }) => columns);

        assert.deepEqual(
            named.filter((column) => notEverywhere.test(column) && !column.endsWith("__c")),
            []
        );
    });

    for (const { name, parts, runsAs, namesUser } of dashboards) {
        it(`${name} shows every report, by groups and sums that the report has`, () => {
            const shown = parts.map(({ report }) => report).sort();
            assert.deepEqual(shown, reports.map((report) => report.name).sort());
            for (const { title, report: shownReport, groupings, summary } of parts) {
                const report = reports.find((each) => each.name === shownReport);
                assert.ok(report, title);
                const groups = [...report.down, ...report.across];
                assert.deepEqual(
                    groupings.filter((grouping) => !groups.includes(grouping)),
                    [],
                    title
                );
                assert.ok(summary === "RowCount" || report.summed.includes(summary), `${title} sums ${summary}`);
            }
        });

        it(`${name} runs as whoever opens it`, () => {
            assert.deepEqual([runsAs, namesUser], ["LoggedInUser", false]);
        });
    }
});
