/** Names in an org are written by strangers; the page is opened by a manager. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fiveStages } from "../../../__tests__/records.ts";
import { htmlReport } from "../htmlReport.ts";
import { auditOf, bare } from "./results.ts";
import { textOf } from "./pageText.ts";

const hostile = `<script>alert("x")</script><img src=x onerror='go()'>&{a|b}`;

function hostilePage(): string {
    return htmlReport(
        auditOf({
            org: { value: { id: "00DA", name: hostile, isSandbox: false } },
            user: { value: { id: "005A", name: hostile, username: hostile } },
            stages: { value: fiveStages.map((stage) => ({ ...stage, label: `${stage.apiName} ${hostile}` })) },
            contactRoles: { unreadable: hostile },
            salesProcesses: [{ recordTypeId: null, developerName: null, name: hostile, stages: { value: null } }],
            opportunities: [
                bare({ Name: hostile, Owner: { Name: hostile }, CurrencyIsoCode: hostile }),
                bare({ Id: `"><b>`, StageName: hostile })
            ]
        }),
        "en",
        "1.2.3"
    );
}

describe("a hostile name", () => {
    const html = hostilePage();

    it("is shown as it is written and never becomes a tag", () => {
        assert.ok(textOf(html).includes(hostile));
        assert.doesNotMatch(html, /<(script|img|b)\b(?!r>)[^>]*(src|onerror|>alert)/i);
        assert.doesNotMatch(html, /<script|<img/i);
    });

    it("does not end an attribute, nor a link", () => {
        const tags = html.replaceAll(/<style>.*?<\/style>/gs, "").match(/<[^>]+>/g) ?? [];

        assert.deepEqual(
            tags.filter((tag) => /\son\w+=/i.test(tag.replaceAll(/"[^"]*"/g, '""'))),
            []
        );
        assert.match(html, /href="https:\/\/example\.my\.salesforce\.com\/%22%3E%3Cb%3E"/);
    });
});

describe("the file", () => {
    const html = htmlReport(auditOf({ opportunities: [bare()] }), "en", "1.2.3");

    it("forbids itself to fetch or run anything, and tries neither", () => {
        assert.match(
            html,
            /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/
        );
        assert.doesNotMatch(html, /<(script|link|img|iframe|object|embed|audio|video|form|base|use|image)\b/i);
        assert.doesNotMatch(html, /@import|@font-face|url\(|\ssrc=|javascript:/i);
    });

    it("knows no address but the org's, and links to nothing but its records", () => {
        const addresses = [...html.matchAll(/\b[a-z][a-z+.-]*:\/\/[^\s"<]+/gi)].map(([address]) => address);
        const links = [...html.matchAll(/href="([^"#][^"]*)"/g)].map(([, link]) => link);

        assert.deepEqual(new Set(addresses), new Set(["https://example.my.salesforce.com", ...links]));
        assert.deepEqual(links, ["https://example.my.salesforce.com/006A"]);
    });

    it("links to no address that a browser would run", () => {
        for (const url of ["javascript:alert(1)//", "data:text/html,x", "", "nonsense"]) {
            const page = htmlReport(auditOf({ url, opportunities: [bare()] }), "en", "1.2.3");

            assert.doesNotMatch(page, /href="(?!#)/, url);
            assert.match(textOf(page), /Fleet renewal/);
        }
    });

    it("says that links to a local org die with it", () => {
        const sentence = /a local org, which answers only while it runs/;

        assert.match(htmlReport(auditOf({ url: "http://127.0.0.1:8080" }), "en", "1.2.3"), sentence);
        assert.doesNotMatch(html, sentence);
    });
});

describe("what a screen reader meets", () => {
    const html = htmlReport(auditOf({ opportunities: [bare()] }), "en", "1.2.3");

    it("is a name and the numbers for each chart, and ids that are there once", () => {
        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

        assert.equal(new Set(ids).size, ids.length);
        const charts = html.match(/<svg(?![^>]*aria-hidden)[^>]*>/g) ?? [];
        assert.ok(charts.length >= 4);
        for (const chart of charts) {
            assert.match(chart, /role="img"/);
            const names = [...chart.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)].map(([, id]) => id);
            assert.ok(/aria-label="/.test(chart) || names.length === 2, chart);
            assert.ok(names.every((name) => ids.includes(name)));
        }
        assert.match(html, /<desc id="stage-counts-numbers">Proposal: 1<\/desc>/);
    });

    it("is headings without gaps and tables with captions and scopes", () => {
        const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

        assert.equal(levels.filter((level) => level === 1).length, 1);
        assert.ok(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1));
        assert.equal(html.match(/<table/g)?.length, html.match(/<caption/g)?.length);
        assert.doesNotMatch(html, /<th (?!scope=)/);
    });
});
