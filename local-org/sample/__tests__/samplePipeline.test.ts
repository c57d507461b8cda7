import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import type { TextTable } from "../../data/table.ts";
import { to18 } from "../../data/recordId.ts";
import { seeded } from "../../data/seedOrg.ts";
import { SAMPLE_AS_OF, samplePipeline } from "../samplePipeline.ts";
import { cents, grouped, rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";

const tables = samplePipeline();
const opportunities = rowsOf(tables, "Opportunity");
const histories = grouped(rowsOf(tables, "OpportunityHistory"), "OpportunityId");
const isClosed = (row: Row) => row["StageName"]?.startsWith("Closed") === true;
const day = (datetime: string | undefined) => (datetime ?? "").slice(0, 10);

describe("the sample pipeline", () => {
    it("is the same on every call", () => {
        assert.equal(fingerprint(samplePipeline()), fingerprint(tables));
    });

    const sizes: readonly (readonly [string, number, number])[] = [
        ["UserRole", 4, 6],
        ["User", 8, 11],
        ["Product2", 12, 18],
        ["Account", 180, 220],
        ["Contact", 540, 680],
        ["Opportunity", 2000, 2000],
        ["OpportunityLineItem", 2000, 4500],
        ["OpportunityContactRole", 2000, 4500],
        ["OpportunityHistory", 8000, 16000],
        ["FeedItem", 800, 2500],
        ["Task", 1000, 2500]
    ];
    for (const [object, least, most] of sizes) {
        it(`holds ${least} to ${most} rows of ${object}`, () => {
            const count = rowsOf(tables, object).length;

            assert.ok(count >= least && count <= most, `${count}`);
        });
    }

    it("gives every row an Id of its own with the right checksum", () => {
        const withIds = tables.filter((table) => table.object !== "BusinessProcessStage");
        const ids = withIds.flatMap((table) => rowsOf(tables, table.object).map((row) => row["Id"] ?? ""));

        assert.equal(new Set(ids).size, ids.length);
        assert.equal(
            ids.find((id) => id.length !== 18 || to18(id) !== id),
            undefined
        );
    });

    it("refers to rows that are there, or that every org has", () => {
        const known = new Set<string>(Object.values(seeded));
        for (const table of tables) {
            const rows = rowsOf(tables, table.object);
            if (table.object === "User" || table.object === "UserRole")
                rows.forEach((row) => known.add(row["Id"] ?? ""));
            const dangling = rows.flatMap((row) =>
                Object.entries(row).filter(
                    ([name, id]) => /[a-z]Id$/.test(name) && name !== "TableEnumOrId" && id !== "" && !known.has(id)
                )
            );
            assert.deepEqual(dangling.slice(0, 3), [], table.object);
            rows.forEach((row) => known.add(row["Id"] ?? ""));
        }
    });

    it("keeps Amount the sum of the lines where there are lines", () => {
        const lines = grouped(rowsOf(tables, "OpportunityLineItem"), "OpportunityId");
        const wrong = opportunities.filter((row) => {
            const ofDeal = lines.get(row["Id"] ?? "");
            return (
                ofDeal !== undefined &&
                ofDeal.reduce((sum, line) => sum + cents(line["TotalPrice"]), 0n) !== cents(row["Amount"])
            );
        });

        assert.deepEqual(some(wrong), []);
    });

    it("prices every line by quantity, sales price and discount, without a fraction of a cent", () => {
        const wrong = rowsOf(tables, "OpportunityLineItem").filter((line) => {
            const full = BigInt(line["Quantity"] ?? "") * cents(line["UnitPrice"]);
            return full * BigInt(100 - Number(line["Discount"])) !== cents(line["TotalPrice"]) * 100n;
        });

        assert.deepEqual(some(wrong), []);
    });
});

describe("the history of a sample opportunity", () => {
    it("begins at its creation and ends in what the opportunity says now", () => {
        for (const row of opportunities) {
            const chain = histories.get(row["Id"] ?? "") ?? [];
            assert.equal(chain[0]?.["CreatedDate"], row["CreatedDate"]);
            for (const field of ["StageName", "Amount", "CloseDate", "Probability", "ForecastCategory"]) {
                assert.equal(chain.at(-1)?.[field], row[field], `${row["Id"]} ${field}`);
            }
        }
    });

    it("goes forward in time, and each row tells of a change", () => {
        for (const chain of histories.values()) {
            for (const [index, now] of chain.entries()) {
                const before = chain[index - 1];
                if (before === undefined) continue;
                assert.ok((before["CreatedDate"] ?? "") < (now["CreatedDate"] ?? ""), now["Id"]);
                assert.equal(now["PrevAmount"], before["Amount"]);
                assert.equal(now["PrevCloseDate"], before["CloseDate"]);
                assert.ok(
                    ["StageName", "Amount", "CloseDate"].some((field) => now[field] !== before[field]),
                    now["Id"]
                );
            }
        }
    });

    it("carries each stage's own probability", () => {
        const stages = rowsOf(tables, "OpportunityStage");
        const probabilities = new Map(stages.map((stage) => [stage["ApiName"], stage["DefaultProbability"]]));
        const wrong = opportunities.filter((row) => probabilities.get(row["StageName"] ?? "") !== row["Probability"]);

        assert.deepEqual(some(wrong), []);
    });
});

describe("the dates of the sample", () => {
    it("lie before the day it is looked at, but for what is still to come", () => {
        for (const table of tables) {
            const late = rowsOf(tables, table.object).filter((row) => day(row["CreatedDate"]) >= SAMPLE_AS_OF);
            assert.deepEqual(some(late), [], table.object);
        }
    });

    it("close an opportunity on the day its last stage change says", () => {
        const wrong = opportunities.filter(
            (row) =>
                isClosed(row) &&
                (row["CloseDate"] !== day(row["LastStageChangeDate"]) || row["CloseDate"] >= SAMPLE_AS_OF)
        );

        assert.deepEqual(some(wrong), []);
    });

    it("span 24 months", () => {
        const created = opportunities.map((row) => day(row["CreatedDate"])).sort();

        assert.equal(created[0]?.slice(0, 7), "2024-07");
        assert.equal(created.at(-1)?.slice(0, 7), "2026-06");
    });
});

/** Of every cell: a whole pipeline is too large for a readable difference. */
function fingerprint(all: readonly TextTable[]): string {
    const hash = createHash("sha256");
    for (const { object, columns, rows } of all) hash.update(JSON.stringify([object, columns, [...rows]]));
    return hash.digest("hex");
}

/** Enough of them to go looking. */
function some(rows: readonly Row[]): unknown[] {
    return rows.slice(0, 3).map((row) => row["Id"]);
}
