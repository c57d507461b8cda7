/** Every figure of the audit's answer must stand on the page: a report that leaves one out would hide it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { htmlReport } from "../htmlReport.ts";
import type { AuditResult } from "../../../result.ts";
import { rawOpportunity } from "../../../__tests__/records.ts";
import { auditOf, bare } from "./results.ts";
import { textOf } from "./pageText.ts";

/** Chosen so that no two figures are alike by chance. */
const result: AuditResult = {
    ...auditOf({
        opportunities: [bare({ Amount: "77123.25" }), rawOpportunity({ Id: "006B", CloseDate: "2026-01-01" })]
    }),
    rules: [
        {
            id: "products-present",
            kind: "record",
            practice: "products",
            level: "Block",
            settingsFrom: "configFile",
            applicable: 3609,
            met: 1201,
            unmet: 1303,
            unknown: 1105,
            exempt: 1517,
            reasons: [
                { code: "factUnreadable", detail: "Foo", count: 1004 },
                { code: "ruleThrew", detail: "Bar", count: 101 }
            ]
        }
    ],
    exceptions: [
        {
            ...{ ruleId: "products-present", recordId: "006B", recordName: "Fleet renewal", owner: null, stage: null },
            ...{ expiresOn: "2026-07-19", approver: "Ada Approver", reason: "Agreed on paper" }
        }
    ],
    funnel: {
        currency: "TWD",
        isMixedCurrency: false,
        stages: [
            { stage: "Prospecting", label: "探勘", kind: "open", count: 2011, amount: "3012.5", withoutAmount: 413 },
            { stage: "Proposal", label: "Proposal", kind: "open", count: 514, amount: "6015", withoutAmount: 716 }
        ],
        open: { count: 817, amount: "9018", withoutAmount: 1019 },
        won: { count: 1120, amount: "12021", withoutAmount: 1322 },
        lost: { count: 1423, amount: "15024", withoutAmount: 1625 },
        winRate: { won: 1726, lost: 1827, rate: "48.58", wilson95: { low: "46.94", high: "50.22" }, isTooFew: false },
        openWithoutAccount: { count: 1928, amount: "20029", withoutAmount: 2130 },
        daysToClose: {
            won: { count: 2231, mean: "23.32", median: "24.33" },
            closed: { count: 2534, mean: "26.35", median: "27.36" }
        }
    },
    processes: [
        {
            name: "Direct",
            recordTypeId: null,
            opportunities: 3040,
            stages: [{ stage: "Prospecting", kind: "open", position: "2837", probability: "29.38" }],
            offers: [
                {
                    ...{ stage: "Prospecting", label: "探勘", kind: "open", position: "2837" },
                    ...{ probability: "29.38", entered: 3141 }
                }
            ],
            advice: []
        }
    ]
};

const counts: (readonly [what: string, value: number | string | null])[] = [
    ["opportunities", result.run.opportunities],
    ["API calls", result.run.apiCalls],
    ["seconds", "1.3"],
    ...result.rules.flatMap(({ applicable, met, unmet, unknown, exempt, reasons }) => [
        ["applicable", applicable] as const,
        ["met", met] as const,
        ["unmet", unmet] as const,
        ["unknown", unknown] as const,
        ["exempt", exempt ?? null] as const,
        ["share met", "33.3"] as const,
        ...reasons.map(({ count }) => ["reason", count] as const)
    ]),
    ...[
        ...result.funnel.stages,
        result.funnel.open,
        result.funnel.won,
        result.funnel.lost,
        result.funnel.openWithoutAccount
    ].flatMap((total) =>
        total === null
            ? []
            : [
                  ["count", total.count] as const,
                  ["amount", total.amount] as const,
                  ["without amount", total.withoutAmount] as const
              ]
    ),
    ["won", result.funnel.winRate.won],
    ["lost", result.funnel.winRate.lost],
    ["win rate", result.funnel.winRate.rate],
    ["low", result.funnel.winRate.wilson95?.low ?? null],
    ["high", result.funnel.winRate.wilson95?.high ?? null],
    ...Object.values(result.funnel.daysToClose).flatMap(({ count, mean, median }) => [
        ["days, sample", count] as const,
        ["mean days", mean] as const,
        ["median days", median] as const
    ]),
    ["opportunities of a process", "3040"],
    ["position", "2837"],
    ["probability", "29.38"],
    ["entered", "3141"],
    ["last day of an exception", "2026-07-19"],
    ["amount of a finding", "77,123.25"],
    ["date of a finding", "2026-01-01"]
];

describe("the contract on the page", () => {
    const text = textOf(htmlReport(result, "en", "1.2.3"));

    for (const [what, value] of counts) {
        it(`shows ${what} ${String(value)}`, () => {
            const written = String(value);
            const grouped = written.replace(/\B(?=(\d{3})+(?!\d))/g, (_match, _digits, offset: number) =>
                written.includes(".") && offset > written.indexOf(".") ? "" : ","
            );
            const accepted = [written, grouped, `${grouped}0`].map((each) => each.replaceAll(".", "\\."));

            assert.match(text, new RegExp(`(?<![\\d.,])(${accepted.join("|")})(?!\\d)`));
        });
    }

    it("names a rule's level, and where a rule's settings came from", () => {
        assert.match(text, /Products are on the opportunity Block 3,609/);
    });
});
