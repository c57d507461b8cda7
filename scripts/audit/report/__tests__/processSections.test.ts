import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { historyRules, languages, processRules } from "c/pwPolicy";
import type { Language } from "c/pwPolicy";
import { gathered, rawOpportunity, rawStage, someRules } from "../../__tests__/records.ts";
import type { Gathered } from "../../gathered.ts";
import { judgeGathered } from "../../judgeGathered.ts";
import { wordsOfRuleIn } from "../ruleSpeech.ts";
import type { Section } from "../section.ts";
import { writeReport } from "../writeReport.ts";

function report(values: Partial<Gathered>, language: Language = "en"): Section[] {
    const terms = { rules: someRules, historyRules, processRules, config: { rules: {} }, without: [] };
    const judged = judgeGathered(gathered(values), terms);
    const result = { ...judged, run: { id: "run-1", seconds: 1, ...judged.run } };
    return writeReport(result, language, wordsOfRuleIn(language));
}

function linesUnder(sections: readonly Section[], title: string): readonly string[] {
    const section = sections.find((each) => each.title === title);
    assert.ok(section?.kind === "lines", `No section "${title}".`);
    return section.lines;
}

const probabilities = ["10", "20", "15", "60", "70"];
const stages = [
    ...["Called", "Demo", "Proposal", "提案", "Order"].map((name, index) =>
        rawStage(name, index + 1, { probability: probabilities[index] ?? null })
    ),
    rawStage("Closed Won", 8, { isClosed: true, isWon: true, probability: "100" }),
    rawStage("Closed Lost", 9, { isClosed: true, probability: "0" })
];
const messy: Partial<Gathered> = {
    stages: { value: stages },
    opportunities: [rawOpportunity({ StageName: "Proposal" })],
    history: {
        value: [
            { OpportunityId: "006A", StageName: "Called", CreatedDate: "2026-01-01T09:00:00.000+0000" },
            { OpportunityId: "006A", StageName: "Proposal", CreatedDate: "2026-01-05T09:00:00.000+0000" }
        ]
    }
};

describe("the section of a sales process", () => {
    it("says its size, then each rule with what it found, the unmet ones with what to do", () => {
        assert.deepEqual(linesUnder(report(messy), "Sales process: Master"), [
            "Open stages: 5, closed stages: 2, opportunities in scope: 1.",
            "Met: The process has a workable number of stages",
            "    Closed stages besides: won 1, lost 1.",
            "Unmet: Every stage has a name of its own",
            "    “Proposal” and “提案” are the same name, once numbering and synonyms are put aside.",
            "    → Merge the two, or name each after what the customer has done when it is reached.",
            "Unmet: Probability rises from stage to stage",
            "    Probability falls from 20 % in “Demo” to 15 % in “Proposal”.",
            "    → Order the stages as customers go through them, and set each probability to the share that is won from there.",
            "Cannot tell: Every stage is used",
            "    Opportunities of this process in 12 months: 1. Use is judged from 20 on."
        ]);
    });

    const titles = { en: "Sales process: Master", zh_TW: "銷售流程：Master", zh_CN: "销售流程：Master" } as const;
    for (const language of languages) {
        it(`speaks ${language}`, () => {
            assert.equal(linesUnder(report(messy, language), titles[language]).length, 11);
        });
    }

    it("says that the stages could not be read", () => {
        const salesProcesses = [
            { recordTypeId: null, developerName: null, name: "Master", stages: { unreadable: "no" } }
        ];

        assert.equal(
            linesUnder(report({ ...messy, salesProcesses }), "Sales process: Master")[0],
            "Its stages could not be read."
        );
    });
});

describe("what history rules say in the report", () => {
    it("stands in the rule table beside the other rules, without those about processes", () => {
        const table = report(messy).find((section) => section.kind === "table");
        assert.ok(table?.kind === "table");

        assert.deepEqual(
            table.rows.map(([title, , applicable]) => `${title} ${applicable}`),
            [
                "Products are on the opportunity 0",
                "The people who decide are named 1",
                "The close date lies ahead 1",
                "No stage was skipped 1",
                "The opportunity keeps moving 1"
            ]
        );
    });

    it("stands with the opportunity: what was found, then what to do", () => {
        const lines = linesUnder(report(messy), "Where to begin");
        const at = lines.indexOf("    Skipped on the way to “Proposal”: Demo.");

        assert.notEqual(at, -1);
        assert.match(lines[at + 1] ?? "", /^ {4}→ Make up for what the stage asks/);
    });

    it("is a sentence where it cannot tell", () => {
        const opportunities = [rawOpportunity({ StageName: "Verbal Yes" })];

        const lines = linesUnder(report({ opportunities }), "Why some could not be judged");

        assert.ok(
            lines.includes(
                "No stage was skipped: 1 × The stage “Verbal Yes” is not part of the record's sales process."
            )
        );
    });
});

describe("stages that nothing places", () => {
    it("are one line for those without a record, and one for those that no process offers", () => {
        const stageRecords = { value: [{ recordType: "*", stage: "Called", position: "1", kind: "open" }] };
        const opportunities = ["Demo", "Demo", "Order", "Verbal Yes"].map((StageName, index) =>
            rawOpportunity({ Id: `006${index}`, StageName })
        );

        const lines = linesUnder(report({ ...messy, stageRecords, opportunities }), "Why some could not be judged");

        assert.deepEqual(lines.slice(0, 2), [
            "In stages that have no Pipewright Stage record, and so not to be judged by stage: 3 (Demo (2), Order (1)).",
            "In stages that no sales process offers, and so not to be judged by stage: 1 (Verbal Yes (1))."
        ]);
    });
});
