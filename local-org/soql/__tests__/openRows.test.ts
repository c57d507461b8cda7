import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { openPages, openRows } from "../openRows.ts";
import { pipeline } from "./pipeline.ts";

const { context, ids, as } = pipeline();

describe("rows opened for an export", () => {
    it("name their columns in the platform's spelling, parents by their path", () => {
        const { columns, objectName } = openRows(context, "SELECT id, account.owner.name, AMOUNT FROM opportunity");

        assert.equal(objectName, "Opportunity");
        assert.deepEqual(columns, [
            { name: "Id", type: "id" },
            { name: "Account.Owner.Name", type: "string" },
            { name: "Amount", type: "currency" }
        ]);
    });

    it("are cells of text in the order of the query", () => {
        const text =
            "SELECT Name, Amount, IsPrivate, CloseDate, CreatedDate, Account.Name FROM Opportunity ORDER BY Name LIMIT 3";

        assert.deepEqual(
            [...openRows(context, text).rows],
            [
                ["Alpha", "100.0", "true", "2026-01-15", "2025-12-31T23:59:59.000Z", "Acme"],
                ["alpha two", "250.5", "false", "2026-02-01", "2026-01-01T00:00:00.000Z", "Acme"],
                ["Beta", null, "false", "2025-12-31", "2026-01-15T23:59:59.000Z", "ÄPFEL AG"]
            ]
        );
    });

    for (const amount of ["-12.34", "-0.05", "0", "0.1", "1234567.89", "1234567890123456.78", "-9999999999999999.01"]) {
        it(`keep every digit of ${amount}`, () => {
            const { context: own, ids: named } = pipeline();
            const opportunity = own.schema.object("Opportunity");
            assert.ok(opportunity);
            own.store.update(opportunity, named.get("Alpha") ?? "", { Amount: new Decimal(amount) });

            const [row] = openRows(own, "SELECT Amount FROM Opportunity WHERE Name = 'alpha'").rows;

            assert.equal(new Decimal(row?.[0] ?? "NaN").toFixed(), new Decimal(amount).toFixed());
        });
    }

    it("come one by one, as they are asked for", () => {
        const { rows } = openRows(context, "SELECT Name FROM Opportunity ORDER BY Name");

        assert.deepEqual(rows.next().value, ["Alpha"]);
        assert.deepEqual(rows.next().value, ["alpha two"]);
        rows.return?.();
    });

    it("are those that the user sees, deleted ones on demand", () => {
        const bob = as({ id: ids.get("bob") ?? "", viewsAllData: false, isAdministrator: false });
        const text = "SELECT Name FROM Opportunity ORDER BY Name";

        assert.deepEqual([...openRows(bob, text).rows], [["alpha two"], ["O'Neil"]]);
        assert.equal([...openRows(context, text).rows].length, 5);
        assert.equal([...openRows(context, text, { includeDeleted: true }).rows].length, 6);
    });

    it("refuse groups and sub-selects before the first row", () => {
        const refusal = { errorCode: "MALFORMED_QUERY", message: /is not supported by this local org$/ };

        assert.throws(() => openRows(context, "SELECT COUNT(Id) FROM Opportunity"), refusal);
        assert.throws(() => openRows(context, "SELECT (SELECT Id FROM Contacts) FROM Account"), refusal);
    });

    it("come in pages in the order of their Ids, each going on after the last", () => {
        const { page } = openPages(context, "SELECT Name FROM Opportunity");
        const pages: (string | null)[][] = [];
        for (let after = ""; ; after = String(pages.at(-1)?.at(-1))) {
            const rows = [...(page?.(after, 2) ?? [])];
            if (rows.length === 0) break;
            pages.push(
                rows.map((row) => row[0] ?? null),
                [rows.at(-1)?.[1] ?? null]
            );
        }

        const names = pages.filter((_, place) => place % 2 === 0);
        assert.deepEqual(
            names.map((each) => each.length),
            [2, 2, 1]
        );
        assert.deepEqual(
            names.flat().sort(),
            [...openRows(context, "SELECT Name FROM Opportunity").rows].flat().sort()
        );
    });

    it("come in no pages where the query has an order or a limit of its own", () => {
        assert.equal(openPages(context, "SELECT Name FROM Opportunity ORDER BY Name").page, undefined);
        assert.equal(openPages(context, "SELECT Name FROM Opportunity LIMIT 1").page, undefined);
    });
});
