import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fiveStages, gathered, rawOpportunity } from "../../__tests__/records.ts";
import { deriveFacts } from "../../derive/deriveFacts.ts";
import { placeStages } from "../../derive/stagePlaces.ts";
import type { RawOpportunity } from "../../gathered.ts";
import type { Funnel } from "../../result.ts";
import type { FunnelTerms } from "../sumFunnel.ts";
import { sumFunnel } from "../sumFunnel.ts";
import { winRateOf } from "../winRate.ts";

function funnelOf(opportunities: RawOpportunity[], terms: Partial<FunnelTerms> = {}): Funnel {
    const records = gathered({ opportunities });
    return sumFunnel(deriveFacts(records, placeStages(records)), {
        stages: fiveStages,
        timeZone: "UTC",
        currency: null,
        isAmountReadable: true,
        ...terms
    });
}

const won = (values: Partial<RawOpportunity> = {}): RawOpportunity =>
    rawOpportunity({ StageName: "Closed Won", IsClosed: true, IsWon: true, ...values });
const lost = (values: Partial<RawOpportunity> = {}): RawOpportunity =>
    rawOpportunity({ StageName: "Closed Lost", IsClosed: true, ...values });

describe("the funnel", () => {
    it("adds amounts exactly, in the order of the stages, strangers last", () => {
        const funnel = funnelOf([
            rawOpportunity({ StageName: "Nowhere", Amount: "5" }),
            won({ Amount: "90071992547409.93" }),
            won({ Amount: "0.08" }),
            rawOpportunity({ Amount: "0.1" }),
            rawOpportunity({ Amount: "0.2" }),
            rawOpportunity({ Amount: null })
        ]);

        assert.deepEqual(
            funnel.stages.map(({ stage, count, amount, withoutAmount }) => [stage, count, amount, withoutAmount]),
            [
                ["Prospecting", 3, "0.3", 1],
                ["Closed Won", 2, "90071992547410.01", 0],
                ["Nowhere", 1, "5", 0]
            ]
        );
        assert.deepEqual(funnel.open, { count: 4, amount: "5.3", withoutAmount: 1 });
    });

    it("never adds up several currencies", () => {
        const funnel = funnelOf([
            rawOpportunity({ CurrencyIsoCode: "USD" }),
            rawOpportunity({ CurrencyIsoCode: "TWD" })
        ]);

        assert.equal(funnel.isMixedCurrency, true);
        assert.deepEqual([funnel.currency, funnel.open.amount], [null, null]);
    });

    it("names the one currency there is", () => {
        assert.equal(funnelOf([rawOpportunity({ CurrencyIsoCode: "TWD" })]).currency, "TWD");
        assert.equal(funnelOf([rawOpportunity()], { currency: "EUR" }).currency, "EUR");
    });

    it("has no amounts rather than zeros when the amount can't be read", () => {
        const { Amount: _hidden, ...rest } = rawOpportunity();

        assert.equal(funnelOf([rest], { isAmountReadable: false }).open.amount, null);
    });

    it("counts open opportunities without an account, and says nothing when the account is hidden", () => {
        const { AccountId: _hidden, ...rest } = rawOpportunity();

        assert.equal(
            funnelOf([rawOpportunity({ AccountId: null }), rawOpportunity(), won({ AccountId: null })])
                .openWithoutAccount?.count,
            1
        );
        assert.equal(funnelOf([rest]).openWithoutAccount, null);
    });

    it("counts days from the day of creation in the user's time zone", () => {
        const created = "2026-01-01T20:00:00.000+0000";
        const records = [
            won({ CreatedDate: created, CloseDate: "2026-01-11" }),
            lost({ CreatedDate: created, CloseDate: "2026-01-02" })
        ];

        const inTaipei = funnelOf(records, { timeZone: "Asia/Taipei" }).daysToClose;
        const inUtc = funnelOf(records).daysToClose;

        assert.deepEqual(inUtc.won, { count: 1, mean: "10.00", median: "10.00" });
        assert.deepEqual(inUtc.closed, { count: 2, mean: "5.50", median: "5.50" });
        assert.deepEqual(inTaipei.won, { count: 1, mean: "9.00", median: "9.00" });
    });

    it("leaves out of the days what was never dated", () => {
        assert.deepEqual(funnelOf([won({ CreatedDate: null }), won({ CloseDate: null })]).daysToClose.won, {
            count: 0,
            mean: null,
            median: null
        });
    });
});

describe("the win rate", () => {
    // Wilson's intervals as a few lines of floating point elsewhere gave them.
    const cases: readonly [number, number, string | null, string | null, string | null][] = [
        [4238, 2473, "63.15", "61.99", "64.30"],
        [10, 10, "50.00", "29.93", "70.07"],
        [20, 0, "100.00", "83.89", "100.00"],
        [0, 20, "0.00", "0.00", "16.11"],
        [19, 0, "100.00", null, null],
        [0, 0, null, null, null]
    ];
    for (const [wins, losses, rate, low, high] of cases) {
        it(`of ${wins} won and ${losses} lost is ${rate ?? "none"}`, () => {
            const found = winRateOf(wins, losses);

            assert.equal(found.rate, rate);
            assert.deepEqual(found.wilson95, low === null ? null : { low, high });
            assert.equal(found.isTooFew, low === null);
        });
    }
});
