import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { closedSinceOf, dayIn, daysBetween, endOfDayIn, isDay } from "../day.ts";

describe("days", () => {
    it("follow the time zone, not the machine", () => {
        const instant = new Date("2026-06-30T20:00:00Z");

        assert.deepEqual(
            ["UTC", "Asia/Taipei", "America/Los_Angeles"].map((zone) => dayIn(zone, instant)),
            ["2026-06-30", "2026-07-01", "2026-06-30"]
        );
    });

    it("are counted over a change of summer time and a leap day", () => {
        assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
        assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
        assert.equal(daysBetween("2026-01-02", "2026-01-01"), -1);
    });

    it("are days of the calendar only", () => {
        assert.deepEqual(["2024-02-29", "2026-02-29", "2026-13-01", "20260101", ""].map(isDay), [
            true,
            false,
            false,
            false,
            false
        ]);
    });

    it("end at midnight of the time zone, in summer and in winter", () => {
        assert.equal(endOfDayIn("Asia/Taipei", "2026-06-30").toISOString(), "2026-06-30T15:59:59.999Z");
        assert.equal(endOfDayIn("America/New_York", "2026-01-15").toISOString(), "2026-01-16T04:59:59.999Z");
        assert.equal(endOfDayIn("America/New_York", "2026-07-15").toISOString(), "2026-07-16T03:59:59.999Z");
        assert.equal(endOfDayIn("UTC", "2026-12-31").toISOString(), "2026-12-31T23:59:59.999Z");
    });

    it("look back from the as-of date, or not at all", () => {
        assert.equal(closedSinceOf("2026-06-30", 365), "2025-06-30");
        assert.equal(closedSinceOf("2026-06-30", 0), null);
    });
});
