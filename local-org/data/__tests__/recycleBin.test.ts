import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { createSchema } from "../../schema/createSchema.ts";
import { text } from "../../schema/fields.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import type { Schema } from "../../schema/schema.ts";
import { openStore } from "../openStore.ts";
import type { Store } from "../store.ts";

describe("the recycle bin", () => {
    let schema: Schema;
    let store: Store;
    let account: ObjectSchema;
    let id: string;
    beforeEach(() => {
        schema = createSchema();
        store = openStore(schema);
        const found = schema.object("Account");
        if (found === undefined) throw new Error("There is no Account.");
        account = found;
        id = store.newId(account);
        store.insert(account, { Id: id, Name: "Acme" });
    });

    const counted = (from: string): bigint | string | null | undefined =>
        [...store.select(`SELECT count(*) AS n FROM ${from} AS t WHERE "Id" = ?`, [id])][0]?.["n"];

    it("hides a row from every reader but the one who asks for deleted ones", () => {
        store.bin.put(account, id, id);

        assert.equal(store.read(account, id), undefined);
        assert.deepEqual(store.readMany(account), []);
        assert.deepEqual([counted(store.table(account)), counted(store.tableWithDeleted(account))], [0n, 1n]);
        assert.equal(store.bin.read(account, id)?.["IsDeleted"], true);
    });

    it("gives a row back as it was", () => {
        const before = store.read(account, id);
        store.bin.put(account, id, id);
        store.bin.takeOut(account, id);

        assert.deepEqual(store.read(account, id), before);
        assert.deepEqual([store.bin.read(account, id), store.bin.idsOf(id)], [undefined, []]);
    });

    it("follows the fields of its object", () => {
        store.bin.put(account, id, id);
        schema.putField("Account", { ...text("Motto__c", 20), custom: true });

        assert.equal(store.bin.read(account, id)?.["Motto__c"], null);
    });

    it("forgets what a transaction that is rolled back put in", () => {
        assert.throws(() =>
            store.transaction(() => {
                store.bin.put(account, id, id);
                throw new Error("No.");
            })
        );

        assert.equal(store.read(account, id)?.["Name"], "Acme");
    });

    it("runs what waits for a commit after the outermost one, and never after a rollback", () => {
        const ran: string[] = [];
        store.transaction(() => {
            store.transaction(() => store.afterCommit(() => ran.push("kept")));
            assert.throws(() =>
                store.transaction(() => {
                    store.afterCommit(() => ran.push("undone"));
                    throw new Error("No.");
                })
            );
            ran.push("end of the work");
        });

        assert.deepEqual(ran, ["end of the work", "kept"]);
    });
});
