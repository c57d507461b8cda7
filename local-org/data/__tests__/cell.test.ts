import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkbox, currency, date, datetime, percent, reference, text } from "../../schema/fields.ts";
import { CellProblem, readCell } from "../cell.ts";

const accepted = [
    [text("Name", 10), "  x ", "  x "],
    [text("Name", 10), "", null],
    [currency("Amount"), "-1234.50", "-1234.5"],
    [currency("Amount"), "0.005", "0.01"],
    [currency("Amount"), "9999999999999999.99", "9999999999999999.99"],
    [percent("Probability", 3, 0), "", null],
    [checkbox("IsActive"), "TRUE", true],
    [checkbox("IsActive"), "false", false],
    [date("CloseDate"), "2028-02-29", "2028-02-29"],
    [datetime("CreatedDate"), "2026-03-01", "2026-03-01T00:00:00.000Z"],
    [datetime("CreatedDate"), "2026-03-01T08:30:00.000+0000", "2026-03-01T08:30:00.000Z"],
    [datetime("CreatedDate"), "2026-03-01T08:30:00+08:00", "2026-03-01T00:30:00.000Z"],
    [reference("OwnerId", "User"), "012000000000000", "012000000000000AAA"]
] as const;

const refused = [
    [text("Name", 3), "four", /4 characters; the field holds 3/],
    [currency("Amount"), "1,234", /not a number/],
    [currency("Amount"), "1e3", /not a number/],
    [currency("Amount"), "99999999999999999", /too large/],
    [percent("Probability", 3, 0), "1000", /too large/],
    [checkbox("IsActive"), "1", /neither true nor false/],
    [date("CloseDate"), "2026-02-30", /not a date/],
    [date("CloseDate"), "31/12/2026", /not a date/],
    [date("CloseDate"), "2026-13-01", /not a date/],
    [datetime("CreatedDate"), "2026-02-30T00:00:00Z", /not a date and time/],
    [datetime("CreatedDate"), "2026-02-28T25:00:00Z", /not a date and time/],
    [reference("OwnerId", "User"), "Ada Admin", /not an Id/],
    [reference("OwnerId", "User"), "012000000000000AAB", /not an Id/]
] as const;

describe("a cell", () => {
    for (const [field, cell, value] of accepted) {
        it(`"${cell}" of a ${field.type} is ${String(value)}`, () => {
            const read = readCell(field, cell);

            assert.equal(typeof read === "object" && read !== null ? read.toString() : read, value);
        });
    }

    for (const [field, cell, message] of refused) {
        it(`"${cell}" of a ${field.type} is refused`, () => {
            assert.throws(
                () => readCell(field, cell),
                (error) => error instanceof CellProblem && message.test(error.message)
            );
        });
    }
});
