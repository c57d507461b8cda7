import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rangeOfDateLiteral } from "../dateLiterals.ts";

/** From, and up to but not including; on Thursday 2026-01-15 and with a fiscal year from January unless said. */
const TABLE: readonly (readonly [
    literal: string,
    start: string,
    end: string,
    today?: string,
    fiscalStartMonth?: number
])[] = [
    ["TODAY", "2026-01-15", "2026-01-16"],
    ["yesterday", "2026-01-14", "2026-01-15"],
    ["TOMORROW", "2026-01-16", "2026-01-17"],
    ["THIS_WEEK", "2026-01-11", "2026-01-18"],
    ["LAST_WEEK", "2026-01-04", "2026-01-11"],
    ["NEXT_WEEK", "2026-01-18", "2026-01-25"],
    ["THIS_WEEK", "2026-01-11", "2026-01-18", "2026-01-11"],
    ["LAST_MONTH", "2025-12-01", "2026-01-01"],
    ["THIS_MONTH", "2026-01-01", "2026-02-01"],
    ["NEXT_MONTH", "2026-02-01", "2026-03-01"],
    ["LAST_MONTH", "2026-02-01", "2026-03-01", "2026-03-31"],
    ["NEXT_MONTH", "2028-02-01", "2028-03-01", "2028-01-31"],
    ["THIS_QUARTER", "2026-01-01", "2026-04-01"],
    ["LAST_QUARTER", "2025-10-01", "2026-01-01"],
    ["NEXT_QUARTER", "2026-04-01", "2026-07-01"],
    ["THIS_YEAR", "2026-01-01", "2027-01-01"],
    ["LAST_YEAR", "2025-01-01", "2026-01-01"],
    ["NEXT_FISCAL_YEAR", "2027-01-01", "2028-01-01"],
    ["THIS_FISCAL_QUARTER", "2026-01-01", "2026-04-01"],
    ["LAST_90_DAYS", "2025-10-17", "2026-01-16"],
    ["NEXT_90_DAYS", "2026-01-16", "2026-04-16"],
    ["LAST_N_DAYS:1", "2026-01-14", "2026-01-16"],
    ["NEXT_N_DAYS:7", "2026-01-16", "2026-01-23"],
    ["N_DAYS_AGO:15", "2025-12-31", "2026-01-01"],
    ["LAST_N_WEEKS:2", "2025-12-28", "2026-01-11"],
    ["NEXT_N_WEEKS:1", "2026-01-18", "2026-01-25"],
    ["N_WEEKS_AGO:1", "2026-01-04", "2026-01-11"],
    ["LAST_N_MONTHS:2", "2025-11-01", "2026-01-01"],
    ["NEXT_N_MONTHS:2", "2026-02-01", "2026-04-01"],
    ["N_MONTHS_AGO:13", "2024-12-01", "2025-01-01"],
    ["LAST_N_QUARTERS:2", "2025-07-01", "2026-01-01"],
    ["NEXT_N_FISCAL_QUARTERS:2", "2026-04-01", "2026-10-01"],
    ["N_QUARTERS_AGO:1", "2025-10-01", "2026-01-01"],
    ["LAST_N_YEARS:3", "2023-01-01", "2026-01-01"],
    ["N_FISCAL_YEARS_AGO:2", "2024-01-01", "2025-01-01"],
    ["NEXT_N_YEARS:9999", "2027-01-01", "9999-12-31"],
    ["LAST_N_YEARS:9999", "0000-01-01", "2026-01-01"],
    ["THIS_FISCAL_YEAR", "2025-04-01", "2026-04-01", "2026-01-15", 4],
    ["THIS_FISCAL_YEAR", "2026-04-01", "2027-04-01", "2026-04-01", 4],
    ["LAST_FISCAL_YEAR", "2024-04-01", "2025-04-01", "2026-01-15", 4],
    ["THIS_FISCAL_QUARTER", "2026-01-01", "2026-04-01", "2026-01-15", 4],
    ["THIS_FISCAL_QUARTER", "2025-11-01", "2026-02-01", "2026-01-15", 2],
    ["NEXT_N_FISCAL_QUARTERS:2", "2026-02-01", "2026-08-01", "2026-01-15", 2],
    ["N_FISCAL_QUARTERS_AGO:1", "2025-08-01", "2025-11-01", "2026-01-15", 2],
    ["THIS_QUARTER", "2026-01-01", "2026-04-01", "2026-01-15", 2],
    ["THIS_YEAR", "2026-01-01", "2027-01-01", "2026-01-15", 10]
];

describe("date literals", () => {
    for (const [literal, start, end, today = "2026-01-15", fiscalStartMonth = 1] of TABLE) {
        it(`${literal} on ${today}, fiscal years from month ${fiscalStartMonth}, is ${start} to ${end}`, () => {
            assert.deepEqual(rangeOfDateLiteral(literal, { today, fiscalStartMonth }), { start, end });
        });
    }

    it("refuses a literal it does not know", () => {
        assert.throws(() => rangeOfDateLiteral("SOME_DAY", { today: "2026-01-15", fiscalStartMonth: 1 }), {
            errorCode: "MALFORMED_QUERY"
        });
    });
});
