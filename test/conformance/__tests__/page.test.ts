import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PageProblem, readPage } from "../committedPage.ts";
import { lossesOf } from "../losses.ts";
import { sectionOf, writePage } from "../page.ts";
import type { PageSection } from "../page.ts";
import type { ConformanceResult } from "../suite.ts";

const held: ConformanceResult = { passed: 1200, total: 1200, misses: [], refusals: [], remarks: [] };

const section = (result: Partial<ConformanceResult> = {}, id = "soql-results"): PageSection =>
    sectionOf({
        kind: "ran",
        id,
        suite: { title: "SOQL", source: "Answers worked out by hand." },
        result: { ...held, ...result },
        seconds: 1
    });

const miss = (name: string) => ({ name, expected: "1", found: "2 | `x`\nand", reason: null });

describe("the conformance page", () => {
    it("is read back as it was written, with signs that Markdown would take for its own", () => {
        const sections = [
            section({ passed: 1198, misses: [miss("a | b"), miss("with `ticks` | and <b>")] }),
            section({ refusals: [{ what: "FIND <x>", why: "SOSL | search", count: 3 }] }, "soql-cases"),
            section({ remarks: ["### Decided\n\n| one | two |\n| --- | --- |\n| 1 | 2 |"] }, "describe")
        ];

        assert.deepEqual(readPage(writePage(sections)), sections);
    });

    it("says nothing about a suite's seconds, for they differ", () => {
        assert.doesNotMatch(writePage([section()]), /\d s\b/);
    });

    for (const [what, broken] of [
        ["a figure that is none", writePage([section()]).replace("| 1,200 | 1,200 |", "| 1,200 | many |")],
        ["a section without its row", `${writePage([section()])}\n## fuzz\n\nmore`],
        ["a row without its section", writePage([section()]).replace("## soql-results", "")]
    ] as const) {
        it(`is not read with ${what}`, () => {
            assert.throws(() => readPage(broken), PageProblem);
        });
    }

    it("refuses a remark whose heading would end the section", () => {
        assert.throws(() => section({ remarks: ["## Decided"] }), /###/);
    });
});

describe("a loss against the committed page", () => {
    const cases: readonly (readonly [
        what: string,
        before: PageSection | undefined,
        now: PageSection | undefined,
        RegExp
    ])[] = [
        ["fewer cases pass", section(), section({ passed: 1199 }), /1,199 cases pass, 1,200 did/],
        [
            "another case misses",
            section({ passed: 1199, misses: [miss("old")] }),
            section({ passed: 1199, misses: [miss("new")] }),
            /no longer passes: `new`/
        ],
        ["the suite is gone", section(), undefined, /vanished/],
        ["the suite is not on the page", undefined, section(), /does not show it/],
        ["the text differs", section(), section({ remarks: ["Decided."] }), /says otherwise: .*"Decided."/],
        [
            "more is refused",
            section(),
            section({ refusals: [{ what: "FIND", why: "no", count: 1 }] }),
            /says otherwise/
        ],
        ["more cases pass", section({ passed: 1 }), section(), /says otherwise/]
    ];
    for (const [what, before, now, problem] of cases) {
        it(`is told when ${what}`, () => {
            const problems = lossesOf("soql-results", before, now).map((loss) => loss.problem);

            assert.match(problems.join("\n"), problem);
        });
    }

    it("is none where the page says the same", () => {
        assert.deepEqual(lossesOf("soql-results", section(), section()), []);
    });
});
