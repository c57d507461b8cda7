import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "csv-parse/sync";
import type { AdviceFinding, Finding } from "../../result.ts";
import { writeCsv } from "../writeCsv.ts";

const finding: Finding = {
    ruleId: "products-present",
    verdict: "unmet",
    recordId: "006A",
    recordName: 'Fleet "renewal", 車隊\nphase 2',
    owner: "=HYPERLINK(1)",
    stage: null,
    amount: "-5.00",
    currency: null,
    args: {}
};
const words = { title: "Products are on it", why: "", fix: "Add them", message: "" };

const say = (ruleId: string, { code }: AdviceFinding): string => `${ruleId} found ${code}.`;

describe("findings as CSV", () => {
    it("come back as they were, whatever they hold", () => {
        const [row] = parse(
            writeCsv([finding], () => words, say),
            { bom: true, columns: true }
        ) as Record<string, string>[];

        assert.equal(row?.["recordName"], finding.recordName);
        assert.equal(row["stage"], "");
        assert.equal(row["amount"], "-5.00");
        assert.equal(row["fix"], "Add them");
    });

    it("tell what a history rule found in its own words", () => {
        const advice = [
            { code: "beyondAverage", weight: "problem" as const, args: {} },
            { code: "neverMoved", weight: "remark" as const, args: {} }
        ];
        const stuck = { ...finding, ruleId: "not-stuck", advice };

        assert.match(
            writeCsv([stuck], () => words, say),
            /"not-stuck found beyondAverage\. not-stuck found neverMoved\."/
        );
    });

    it("run no formula in a spreadsheet", () => {
        assert.match(
            writeCsv([finding], () => words, say),
            /"'=HYPERLINK\(1\)"/
        );
    });

    for (const start of ["=1+1", "-2+3+cmd|' /C calc'!A0", "＝1+1", "＋1", "@SUM(A1)", "\t=1", "\n=1", "  =1"]) {
        it(`run no formula in a spreadsheet that begins ${JSON.stringify(start)}`, () => {
            const [row] = parse(
                writeCsv([{ ...finding, recordName: start }], () => words, say),
                { bom: true, columns: true }
            ) as Record<string, string>[];

            assert.equal(row?.["recordName"], `'${start}`);
        });
    }

    it("open as UTF-8 in a spreadsheet", () => {
        assert.ok(writeCsv([], () => words, say).startsWith("\uFEFF"));
    });
});
