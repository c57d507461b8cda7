import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languages, rules, wordsOf } from "c/pwPolicy";
import type { Language } from "c/pwPolicy";
import { fiveStages, gathered, rawException, rawOpportunity, someRules } from "../../__tests__/records.ts";
import type { Gathered } from "../../gathered.ts";
import { judgeGathered } from "../../judgeGathered.ts";
import type { AuditResult } from "../../result.ts";
import type { Section } from "../section.ts";
import { writeReport } from "../writeReport.ts";

function resultOf(values: Partial<Gathered> = {}): AuditResult {
    const judged = judgeGathered(gathered(values), { rules: someRules, config: { rules: {} }, without: [] });
    return { ...judged, run: { id: "run-1", seconds: 1, ...judged.run } };
}

function report(values: Partial<Gathered> = {}, language: Language = "en"): Section[] {
    return writeReport(resultOf(values), language, (id) => {
        const rule = rules.find((each) => each.id === id);
        return wordsOf(rule ?? assert.fail(id), language);
    });
}

function textOf(sections: Section[]): string {
    return sections
        .flatMap((section) =>
            section.kind === "lines"
                ? [section.title ?? "", ...section.lines]
                : [section.title, ...section.rows.map((row) => row.join(" | ")), ...section.notes]
        )
        .join("\n");
}

const proposal = rawOpportunity({ StageName: "Proposal", HasOpportunityLineItem: false, Amount: "1234567.5" });

describe("the printed report", () => {
    it("begins with the org, the day, the reader and the source of the settings", () => {
        const [header] = report();

        assert.equal(header?.title, "Pipewright audit of Acme (sandbox)");
        assert.deepEqual(header.kind === "lines" ? header.lines : [], [
            "https://example.my.salesforce.com",
            "As of 2026-06-30. Opportunities: 1, open or closed since 2025-06-30.",
            "Read as Ada (ada@example.com), who sees every opportunity.",
            "Read and judged in 1.0 s with 9 API calls.",
            "Rule settings: the rules' own defaults (Pipewright is not installed there, or this user may not read its rule records)."
        ]);
    });

    it("shows each rule by its title with its counts and the share met", () => {
        const text = textOf(report({ opportunities: [proposal, rawOpportunity({ StageName: "Proposal" })] }));

        assert.match(text, /Products are on the opportunity \| Observe \| 2 \| 1 \| 1 \| 0 \| █████░░░░░ {2}50\.0 %/);
    });

    it("lists every exception in force with rule, last day, approver and reason, the first to end first", () => {
        const sections = report({
            opportunities: [proposal],
            exceptions: {
                value: [
                    rawException(),
                    rawException({ ruleId: "contact-roles-present", expiresOn: "2026-07-02", approver: null }),
                    rawException({ status: "Requested" }),
                    rawException({ expiresOn: "2026-06-29" })
                ]
            }
        });

        const section = sections.find(({ title }) => title === "Exceptions in force");
        assert.deepEqual(section?.kind === "lines" ? section.lines : [], [
            "Products are on the opportunity: not judged for 1, because an exception sets it aside.",
            "The people who decide are named: not judged for 1, because an exception sets it aside.",
            'Fleet renewal: "The people who decide are named" set aside until 2026-07-02, approved by (approver not readable). Reason: Agreed on paper',
            'Fleet renewal: "Products are on the opportunity" set aside until 2026-07-31, approved by Ada Approver. Reason: Agreed on paper'
        ]);
    });

    it("says nothing of exceptions where none is in force", () => {
        assert.ok(!textOf(report({ opportunities: [proposal] })).includes("xception"));
    });

    it("does not show a share met where nothing could be told", () => {
        const text = textOf(report({ opportunities: [rawOpportunity({ StageName: "Nowhere" })] }));

        assert.match(text, /Products are on the opportunity \| Observe \| 1 \| 0 \| 0 \| 1 \| –/);
        assert.match(text, /not to be judged by stage: 1 \(Nowhere \(1\)\)/);
    });

    it("says what to do on the worst opportunities, each once, with its link", () => {
        const text = textOf(report({ opportunities: [proposal] }));

        assert.match(
            text,
            new RegExp(
                " 1\\. Fleet renewal\\n    Proposal · 1,234,567\\.50 · Rita Rep\\n" +
                    "    https://example\\.my\\.salesforce\\.com/006A\\n" +
                    "    → Add what the customer.*\\n    → Add the people involved"
            )
        );
        assert.doesNotMatch(text, / 2\. /);
    });

    it("counts an opportunity of an owner once, however many rules it breaks", () => {
        const text = textOf(report({ opportunities: [proposal] }));

        assert.match(text, /Rita Rep \| 1 \| 1,234,567\.50/);
    });

    it("stops a list after ten and says how many follow", () => {
        const opportunities = Array.from({ length: 12 }, (_, index) =>
            rawOpportunity({ Id: `006${index}`, Name: `Renewal ${index}`, CloseDate: "2026-01-01" })
        );

        const text = textOf(report({ opportunities }));

        assert.match(text, /10\. Renewal/);
        assert.doesNotMatch(text, /11\. Renewal/);
        assert.match(text, /… and 2 more/);
    });

    it("names what could not be read, with the org's reason", () => {
        const text = textOf(
            report({ contactRoles: { unreadable: "INVALID_TYPE: not supported" }, opportunities: [proposal] })
        );

        assert.match(text, /though it should be readable\nOpportunityContactRole: INVALID_TYPE: not supported/);
        assert.match(text, /The people who decide are named: 1 × not readable: PW_Contact_Roles__c/);
    });

    it("says that a partial view is one", () => {
        assert.match(
            textOf(report({ seesAll: { value: false } })),
            /does not see every opportunity.*[^]*clean report says nothing/
        );
        assert.match(textOf(report({ seesAll: { unreadable: "no" } })), /not known/);
        assert.doesNotMatch(textOf(report()), /partial/);
    });

    it("of an org without opportunities is one clear sentence instead of empty tables", () => {
        const sections = report({ opportunities: [] });

        assert.match(
            textOf(sections),
            /There is no opportunity that this user can see, open or closed since 2025-06-30/
        );
        assert.ok(sections.every((section) => section.kind === "lines"));
    });

    it("prints the win rate with its interval, or that there are too few", () => {
        const closed = (isWon: boolean, count: number): Gathered["opportunities"] =>
            Array.from({ length: count }, (_, index) =>
                rawOpportunity({
                    Id: `006${String(isWon)}${index}`,
                    StageName: isWon ? "Closed Won" : "Closed Lost",
                    IsClosed: true,
                    IsWon: isWon
                })
            );

        assert.match(
            textOf(report({ opportunities: [...closed(true, 10), ...closed(false, 10)] })),
            /Win rate: 50\.00 % \(10 won, 10 lost.*29\.93 to 70\.07 %/
        );
        assert.match(textOf(report({ opportunities: closed(true, 3) })), /Win rate: 100\.00 %.*too few to say/);
        assert.match(textOf(report({ opportunities: [proposal] })), /nothing was closed/);
    });

    it("shows the stages by their labels with bars", () => {
        const stages = { value: fiveStages.map((stage) => ({ ...stage, label: `${stage.apiName}!` })) };

        const text = textOf(
            report({
                stages,
                opportunities: [proposal, rawOpportunity({ Id: "006B" }), rawOpportunity({ Id: "006C" })]
            })
        );

        assert.match(text, /Prospecting! \| 2 \| 2,000\.00 \| █{20}\nProposal! \| 1 \| 1,234,567\.50 \| █{10}░{10}/);
    });

    for (const language of languages) {
        it(`leaves no part out in ${language}`, () => {
            const values: Partial<Gathered> = { opportunities: [proposal], seesAll: { value: false } };

            assert.deepEqual(
                report(values, language).map((section) => section.kind),
                report(values, "en").map((section) => section.kind)
            );
            const text = textOf(report(values, language));
            assert.equal(/[\u4e00-\u9fff]/.test(text), language !== "en");
            assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
        });
    }
});
