import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languages } from "c/pwPolicy";
import { rawOpportunity } from "../../../__tests__/records.ts";
import type { RawOpportunity } from "../../../gathered.ts";
import type { AuditResult } from "../../../result.ts";
import { htmlReport } from "../htmlReport.ts";
import { auditOf, bare } from "./results.ts";
import { sectionOf, textOf } from "./pageText.ts";

const english = (result: AuditResult): string => htmlReport(result, "en", "1.2.3");

function closed(isWon: boolean, count: number): RawOpportunity[] {
    return Array.from({ length: count }, (_, index) =>
        rawOpportunity({
            Id: `006${isWon ? "W" : "L"}${index}`,
            StageName: isWon ? "Closed Won" : "Closed Lost",
            IsClosed: true,
            IsWon: isWon,
            CloseDate: "2026-03-01"
        })
    );
}

describe("the first sentence of the page", () => {
    it("says how many open opportunities break a rule, what they are worth, and which rule it is most", () => {
        const opportunities = [
            bare({ Amount: "1000.50" }),
            rawOpportunity({ Id: "006B", StageName: "Proposal", Amount: "500" }),
            rawOpportunity({ Id: "006C", Amount: "2000" })
        ];

        const text = textOf(english({ ...auditOf({ opportunities, currency: "TWD" }) }));

        assert.match(
            text,
            /2 of 3 open opportunities \(66\.7 %\), worth TWD 1,501 of 3,501, break at least one rule; the one broken most is “The people who decide are named” \(2\)\./
        );
    });

    it("speaks of no amount where several currencies are mixed, and says so", () => {
        const opportunities = [bare({ CurrencyIsoCode: "TWD" }), bare({ Id: "006B", CurrencyIsoCode: "USD" })];

        const html = english(auditOf({ opportunities }));

        assert.match(textOf(html), /2 of 2 open opportunities \(100\.0 %\) break at least one rule/);
        assert.match(html, /class="notice">Amounts are in several currencies and are not added up/);
        assert.match(textOf(sectionOf(html, "list")), /TWD 1,000 .* USD 1,000/);
    });

    it("says that all is well only where something was judged", () => {
        assert.match(textOf(english(auditOf())), /All is well: none of the 1 opportunities in scope breaks a rule/);
        const unreadable = auditOf({ opportunities: [rawOpportunity({ StageName: "Nowhere" })] });
        assert.match(textOf(english(unreadable)), /Nothing could be judged/);
        assert.doesNotMatch(textOf(english(unreadable)), /All is well/);
    });

    it("doesn't keep back what can't be told", () => {
        const opportunities = [rawOpportunity(), rawOpportunity({ Id: "006B", StageName: "Nowhere" })];

        assert.match(textOf(english(auditOf({ opportunities }))), /All is well.*Of 1 more it cannot be told/);
    });
});

describe("the page", () => {
    it("says which org it is, as whom, as of when, from which settings and by which version it was made", () => {
        const text = textOf(english(auditOf()));

        for (const said of [
            "Acme sandbox",
            "Ada (ada@example.com) who sees every opportunity",
            "As of 2026-06-30",
            "open, or closed since 2025-06-30",
            "Rule settings the rules' own defaults (Pipewright is not installed there, or this user may not read its rule records)",
            "9 API calls, 1.3 s",
            "Run run-1",
            "Pipewright 1.2.3"
        ]) {
            assert.ok(text.includes(said), `${said} is missing in: ${text.slice(0, 700)}`);
        }
    });

    it("shows what cannot be told: with each rule, with its reason, and with each opportunity", () => {
        const html = english(auditOf({ contactRoles: { unreadable: "INVALID_TYPE: no" }, opportunities: [bare()] }));

        const rules = sectionOf(html, "rules");
        assert.match(textOf(rules), /The people who decide are named Observe 1 0 0 1/);
        assert.match(textOf(rules), /OpportunityContactRole : INVALID_TYPE: no/);
        assert.match(textOf(rules), /The people who decide are named not readable: PW_Contact_Roles__c 1/);
        assert.match(rules, /aria-label="0 met, 0 unmet, 1 cannot tell"/);
        assert.match(
            textOf(sectionOf(html, "list")),
            /Cannot tell : The people who decide are named \(not readable: PW_Contact_Roles__c\)/
        );
        assert.match(html, /class="notice">Could not be read, though it should be readable: OpportunityContactRole/);
    });

    it("says in one line of an opportunity what one reason keeps several rules from judging", () => {
        const html = english(auditOf({ opportunities: [rawOpportunity({ StageName: "Nowhere" })] }));

        const lines = sectionOf(html, "list").match(/<li class="unknown">/g) ?? [];
        assert.equal(lines.length, 1);
        assert.match(
            textOf(sectionOf(html, "list")),
            /Cannot tell : Products are on the opportunity, The people who decide are named, The close date lies ahead \(the stage has no known place in its sales process\)/
        );
    });

    it("shows a column for what cannot be told even where there is nothing of it", () => {
        assert.match(sectionOf(english(auditOf()), "rules"), /<th scope="col"[^>]*>Cannot tell<\/th>/);
    });

    it("says that a partial view is one", () => {
        assert.match(english(auditOf({ seesAll: { value: false } })), /class="notice">This is a partial view/);
        assert.doesNotMatch(english(auditOf()), /partial view/);
    });

    it("of an org without opportunities is one clear sentence, without empty frames", () => {
        const html = english(auditOf({ opportunities: [] }));

        assert.match(textOf(html), /There is no opportunity that this user can see, open or closed since 2025-06-30/);
        assert.equal(sectionOf(html, "funnel") + sectionOf(html, "where") + sectionOf(html, "list"), "");
    });

    it("prints the win rate with its interval, or that there are too few", () => {
        const many = auditOf({ opportunities: [...closed(true, 10), ...closed(false, 10)] });
        const few = auditOf({ opportunities: closed(true, 3) });

        assert.match(
            textOf(sectionOf(english(many), "funnel")),
            /Win rate 50\.00 % 95 % interval: 29\.93 to 70\.07 %\. n = 20 \(Won 10, Lost 10\)/
        );
        assert.match(textOf(sectionOf(english(few), "funnel")), /Fewer than 20 decided: too few to say/);
    });

    it("tells of each opportunity to mend what to do and what was found, under its owner", () => {
        const late = rawOpportunity({ Id: "006L", Name: "Late one", CloseDate: "2026-06-01", Owner: { Name: "Omar" } });

        const text = textOf(sectionOf(english(auditOf({ opportunities: [late, bare()] })), "list"));

        assert.match(
            text,
            /Omar 1 to mend · 1,000 .*Late one Prospecting 1,000 Agree a new date .* close date: 2026-06-01/
        );
        assert.match(
            text,
            /Rita Rep 1 to mend .*Add what the customer .* Add the people .* contacts with a role: 0 · at least: 1/
        );
    });

    it("lists five hundred findings of an owner, counts the rest and says how to get them", () => {
        // Two findings each.
        const opportunities = Array.from({ length: 260 }, (_, index) =>
            bare({ Id: `006${index}`, Name: `N${index}.` })
        );

        const list = sectionOf(english(auditOf({ opportunities })), "list");

        assert.equal(list.match(/<a href="https/g)?.length, 250);
        assert.match(textOf(list), /Rita Rep 260 to mend/);
        assert.match(textOf(list), /20 more findings are not listed here\. Add --csv findings\.csv/);
    });

    it("leaves out the sales processes where none could be placed", () => {
        assert.notEqual(sectionOf(english(auditOf()), "processes"), "");
        assert.equal(sectionOf(english({ ...auditOf(), processes: [] }), "processes"), "");
    });
});

describe("the page in every language", () => {
    const opportunities = [
        ...closed(true, 12),
        ...closed(false, 9),
        bare(),
        rawOpportunity({ Id: "006N", StageName: "Nowhere" })
    ];
    const result = auditOf({ opportunities, seesAll: { value: false } });
    const shapeOf = (html: string): string[] => html.match(/<(h1|h2|h3|table|svg|dt|section|caption)\b/g) ?? [];

    for (const language of languages) {
        it(`is complete in ${language}`, () => {
            const html = htmlReport(result, language, "1.2.3");

            assert.deepEqual(shapeOf(html), shapeOf(english(result)));
            assert.doesNotMatch(textOf(html), /undefined|null|NaN|\[object/);
            assert.equal(/[\u4e00-\u9fff]/.test(textOf(html)), language !== "en");
            assert.match(
                html,
                { en: /<html lang="en">/, zh_TW: /lang="zh-Hant-TW"/, zh_CN: /lang="zh-Hans-CN"/ }[language]
            );
        });
    }
});
