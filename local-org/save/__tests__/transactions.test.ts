import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { inTransaction } from "../inTransaction.ts";
import type { OpenTransaction } from "../openTransaction.ts";
import { AfterCommitFailed, LimitExceeded } from "../transaction.ts";
import type { Transaction } from "../transaction.ts";
import { savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("a transaction", () => {
    let org: SavingOrg;
    beforeEach(() => {
        org = savingOrg();
    });

    const run = <T>(work: (transaction: OpenTransaction) => T): T =>
        inTransaction(org.org, org.administrator, "test", work);
    const account = (Name: string) => ({ operation: "insert", objectName: "Account", records: [{ Name }] }) as const;
    const names = () => org.rows("Account").map((row) => row["Name"]);

    const limits: readonly [what: string, work: (transaction: Transaction) => void, message: string][] = [
        ["101 queries", (t) => repeat(101, () => t.countQuery(0)), "Too many SOQL queries: 101"],
        ["50,001 rows", (t) => repeat(3, () => t.countQuery(16_667)), "Too many query rows: 50001"],
        ["151 statements", (t) => repeat(151, () => t.countStatement()), "Too many DML statements: 151"],
        [
            "151 saves",
            (t) => repeat(151, () => t.save({ ...account("A"), records: [] })),
            "Too many DML statements: 151"
        ],
        [
            "10,001 saved records",
            (t) => t.save({ ...account("A"), records: Array.from({ length: 10_001 }, () => ({ Name: "A" })) }),
            "Too many DML rows: 10001"
        ]
    ];
    for (const [what, work, message] of limits) {
        it(`stops at ${what} and keeps nothing`, () => {
            const tooMuch = () =>
                run((transaction) => {
                    transaction.save(account("Acme"));
                    work(transaction);
                });

            assert.throws(tooMuch, (error) => error instanceof LimitExceeded && error.message === message);
            assert.deepEqual(names(), []);
            assert.deepEqual(
                org.org.transactions.all().map(({ outcome, problem }) => [outcome, problem]),
                [["rolledBack", message]]
            );
        });
    }

    it("stays below the limits with 100 queries, 50,000 rows and 150 statements", () => {
        run((transaction) => {
            repeat(100, () => transaction.countQuery(500));
            repeat(150, () => transaction.countStatement());
        });

        const [entry] = org.org.transactions.all();
        assert.deepEqual([entry?.queries, entry?.rows, entry?.statements], [100, 50_000, 150]);
    });

    it("keeps the good records of an automated save and says why the others were refused", () => {
        org.rule("Account", 'Name = "Bad"', { message: "No." });

        const outcomes = run((transaction) =>
            transaction.save({ ...account(""), records: [{ Name: "Good" }, { Name: "Bad" }] })
        );

        assert.deepEqual(
            outcomes.map(({ success, errors }) => [success, errors[0]?.message]),
            [
                [true, undefined],
                [false, "No."]
            ]
        );
        assert.deepEqual(names(), ["Good"]);
    });

    it("counts an automated save as one statement, however often it is tried", () => {
        org.rule("Account", 'Name = "Bad"', { message: "No." });

        run((transaction) => transaction.save({ ...account(""), records: [{ Name: "Good" }, { Name: "Bad" }] }));

        assert.deepEqual(
            org.org.transactions.all().map((entry) => [entry.statements, entry.statementRows]),
            [[1, 2]]
        );
    });

    it("lets automation write what its user may not", () => {
        org.fieldSecurity.set(org.administrator.id, "Account", "Site", false);

        const outcomes = run((transaction) =>
            transaction.save({ ...account(""), records: [{ Name: "Acme", Site: "HQ" }] })
        );

        assert.equal(outcomes[0]?.success, true);
    });

    it("tells what a request's save was: saved and refused records", () => {
        org.rule("Account", 'Name = "Bad"', { message: "No." });
        org.save("insert", "Account", [{ Name: "Good" }, { Name: "Bad" }], { allOrNone: false });

        const [entry] = org.org.transactions.all();
        assert.deepEqual(
            [entry?.request, entry?.records, entry?.refused, entry?.statements, entry?.outcome],
            ["insert Account", 1, 1, 0, "committed"]
        );
    });

    it("runs work after the commit in a transaction of its own, whose failure undoes only itself", () => {
        run((transaction) => {
            transaction.save(account("Kept"));
            transaction.afterCommit((after) => {
                after.save(account("Undone"));
                throw new AfterCommitFailed("No.");
            });
            transaction.afterCommit((after) => {
                after.save(account("Later"));
            });
        });

        assert.deepEqual(names().sort(), ["Kept", "Later"]);
        assert.deepEqual(
            org.org.transactions.all().map(({ request, statements, outcome }) => [request, statements, outcome]),
            [
                ["test", 1, "committed"],
                ["after commit of test", 1, "rolledBack"],
                ["after commit of test", 1, "committed"]
            ]
        );
    });

    it("runs nothing after a commit that never comes", () => {
        const ran: string[] = [];
        assert.throws(() =>
            run((transaction) => {
                transaction.afterCommit(() => ran.push("after"));
                throw new LimitExceeded("No.");
            })
        );

        assert.deepEqual(ran, []);
    });

    it("stops work that starts itself again after every commit", () => {
        let rounds = 0;
        const again = (transaction: Transaction): void => {
            rounds += 1;
            transaction.afterCommit(again);
        };
        run(again);

        assert.equal(rounds, 17);
        assert.match(org.org.transactions.all().at(-1)?.problem ?? "", /started itself again/);
    });

    it("saves more records than a batch holds", () => {
        const records = Array.from({ length: 401 }, (_, index) => ({ Name: `A${index}` }));

        const outcomes = run((transaction) => transaction.save({ ...account(""), records }));

        assert.equal(outcomes.filter((outcome) => outcome.success).length, 401);
        assert.equal(org.rows("Account").length, 401);
    });
});

function repeat(times: number, work: () => void): void {
    for (let time = 0; time < times; time += 1) work();
}
