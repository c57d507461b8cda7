import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Ux } from "@salesforce/sf-plugins-core";
import type { Section } from "../../audit/report/section.ts";
import type { Printer } from "../printReport.ts";
import { printReport } from "../printReport.ts";

function printed(sections: readonly Section[]): string[] {
    const lines: string[] = [];
    const ux = new Ux();
    const printer: Printer = {
        log: (line) => lines.push(line),
        styledHeader: (text) => lines.push(`=== ${text}`),
        table: (options) => lines.push(...ux.makeTable(options).split("\n"))
    };
    printReport(sections, printer);
    return lines;
}

/** Columns on a terminal: two for a Chinese character or full-width mark. */
function widthOf(line: string): number {
    return [...line].reduce((sum, each) => sum + (/[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFF60]/.test(each) ? 2 : 1), 0);
}

describe("names from an org", () => {
    const hostile = "\u001b[2J\u001b]0;title\u0007Deal\r\nMet 100 %\u202Eexe";

    it("can't steer the terminal, forge a line or turn themselves round", () => {
        const lines = printed([
            { kind: "lines", title: hostile, lines: [hostile] },
            {
                kind: "table",
                title: "",
                columns: [{ name: "Name", align: "left" }],
                rows: [[hostile]],
                notes: [hostile]
            }
        ]);

        const own = lines.join("\n").replaceAll(/\u001b\[[0-9;]*m/g, "");
        assert.doesNotMatch(own, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        assert.equal(lines.filter((line) => line.trimStart().startsWith("Met 100 %")).length, 0);
        assert.equal(lines.filter((line) => line.includes("Deal")).length, 4);
    });
});

describe("a printed table", () => {
    const table: Section = {
        kind: "table",
        title: "各階段",
        columns: [
            { name: "階段", align: "left" },
            { name: "金額", align: "right" }
        ],
        rows: [
            ["提案（報價）", "1,234.50"],
            ["Proposal", "9.00"]
        ],
        notes: ["……另有 2 筆"]
    };

    it("stands in line, Chinese or not", () => {
        const rows = printed([table]).filter((line) => line.startsWith("│"));

        assert.equal(rows.length, 3);
        assert.deepEqual(new Set(rows.map(widthOf)).size, 1, rows.join("\n"));
    });

    it("keeps its cells, in their order, and what is said below it", () => {
        const lines = printed([table]);

        assert.equal(lines[0], "=== 各階段");
        assert.ok(
            lines.some((line) => /^│ Proposal +│ +9\.00 │$/.test(line)),
            lines.join("\n")
        );
        assert.equal(lines.at(-1), "……另有 2 筆");
    });
});
