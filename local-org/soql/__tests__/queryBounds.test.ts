import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { context } = pipeline();
const count = (where: string): number => executeSoql(context, `SELECT Id FROM Opportunity WHERE ${where}`).totalSize;
const repeated = (part: string, times: number, between: string): string => Array(times).fill(part).join(between);

describe("the bounds of a query", () => {
    it("refuses more than 100,000 characters", () => {
        assert.throws(() => count(`Name = '${"x".repeat(100_000)}'`), {
            errorCode: "MALFORMED_QUERY",
            message: "SOQL statements cannot be longer than 100000 characters."
        });
    });

    for (const levels of [101, 40_000]) {
        it(`refuses ${levels} parentheses within one another, and lives on`, () => {
            assert.throws(() => count(`${"(".repeat(levels)}Name = 'alpha'${")".repeat(levels)}`), {
                errorCode: "MALFORMED_QUERY",
                message: /deeper than 100 levels/
            });
            assert.equal(count("Name = 'alpha'"), 1);
        });
    }

    it("takes 100 groups within one another, and any number of parentheses within a string", () => {
        assert.equal(count(`${"(Amount > 1 AND ".repeat(100)}Name = 'alpha'${")".repeat(100)}`), 1);
        assert.equal(count(`Name = '${"(".repeat(5_000)}'`), 0);
    });

    it("takes 1,500 conditions in one chain, and refuses thousands", () => {
        assert.equal(count(`Name = 'alpha' OR ${repeated("Amount = 1", 1_499, " OR ")}`), 1);
        assert.equal(count(repeated("Amount > 1", 1_500, " AND ")), 2);
        assert.throws(() => count(repeated("Amount = 1", 3_000, " OR ")), { errorCode: "QUERY_TOO_COMPLICATED" });
    });

    it("takes as many values in a list as its length allows", () => {
        assert.equal(count(`Amount IN (100,${repeated("1", 49_000, ",")})`), 1);
        assert.equal(count(`Amount NOT IN (${repeated("1", 49_000, ",")},100)`), 4);
    });

    it("refuses hundreds of NOTs within one another by the grammar, not by the stack", () => {
        assert.throws(() => count(`${repeated("NOT", 1_500, " ")} Name = 'a'`), { errorCode: "MALFORMED_QUERY" });
    });

    it("refuses hundreds of selected sub-selects and deep paths without a crash", () => {
        const nested = `${"(SELECT Id, ".repeat(90)}Id${" FROM Contacts)".repeat(90)}`;
        assert.throws(() => executeSoql(context, `SELECT ${nested} FROM Account`), { name: "OrgError" });
        assert.throws(() => executeSoql(context, `SELECT ${repeated("Account", 9_000, ".")}.Name FROM Opportunity`), {
            errorCode: "MALFORMED_QUERY"
        });
    });

    it("refuses more parents, sort fields and wildcards than one query may have", () => {
        const people = ["Manager", "CreatedBy", "LastModifiedBy"];
        const paths = people.flatMap((one) =>
            people.flatMap((two) => people.flatMap((three) => people.map((four) => [one, two, three, four].join("."))))
        );
        const fields = paths.map((path) => `Owner.${path}.Name`).join(", ");
        const refused = (text: string): void =>
            assert.throws(() => executeSoql(context, text), {
                errorCode: "MALFORMED_QUERY",
                message: /No more than 55|at most/
            });

        refused(`SELECT ${fields} FROM Opportunity`);
        refused(`SELECT Id FROM Opportunity ORDER BY ${repeated("Name", 33, ", ")}`);
        refused(`SELECT Id FROM Opportunity WHERE Name LIKE '${"%a".repeat(30_000)}'`);
    });

    it("says that a sum is too large, instead of failing", () => {
        const { context: own } = pipeline();
        const opportunity = own.schema.object("Opportunity");
        assert.ok(opportunity);
        for (let row = 0; row < 12; row++) {
            const Amount = new Decimal("9999999999999999.99");
            own.store.insert(opportunity, { Id: own.store.newId(opportunity), Name: "huge", Amount });
        }

        assert.throws(() => executeSoql(own, "SELECT SUM(Amount) FROM Opportunity"), {
            errorCode: "NUMBER_OUTSIDE_VALID_RANGE"
        });
    });
});
