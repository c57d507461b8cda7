import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { fixedClock, settableClock } from "../clock.ts";
import { createOrg } from "../createOrg.ts";
import type { OrgWithControls } from "../createOrg.ts";
import { deploy, file, problemsOf, textField, validationRule } from "../metadata/__tests__/deployed.ts";
import { saveRecords } from "../save/saveRecords.ts";
import { snapshotOrg } from "../snapshotOrg.ts";

let held: OrgWithControls;
beforeEach(() => {
    held = createOrg({ clock: settableClock(fixedClock("2026-06-30")), newSecret: () => "secret" });
});
afterEach(() => {
    held.org.store.close();
});

function insert(values: Record<string, string> = {}): string {
    const { org, administrator } = held;
    const object = org.schema.object("Opportunity");
    assert.ok(object);
    const records = [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-12-31", ...values }];
    const [outcome] = saveRecords(org, { operation: "insert", object, records, allOrNone: true, user: administrator });
    return outcome?.success === true ? "saved" : (outcome?.errors[0]?.message ?? "");
}

function names(): unknown[] {
    const object = held.org.schema.object("Opportunity");
    return object === undefined ? [] : held.org.store.readMany(object).map((row) => row["Name"]);
}

function deployRule(name: string, field: string): void {
    const members = { CustomField: [`Opportunity.${field}`], ValidationRule: [`Opportunity.${name}`] };
    const content = textField(field) + validationRule(name, `ISBLANK(${field})`);
    const files = { "objects/Opportunity.object": file("CustomObject", content) };
    assert.deepEqual(problemsOf(deploy(held, members, files)), []);
}

describe("a snapshot of an org", () => {
    it("gives back rows, fields and rules as they were", () => {
        insert({ Name: "Before" });
        const snapshot = snapshotOrg(held);
        deployRule("Worded", "Word__c");
        insert({ Name: "After", Word__c: "yes" });

        snapshot.restore();

        assert.deepEqual(names(), ["Before"]);
        assert.equal(held.org.schema.object("Opportunity")?.fields.has("Word__c"), false);
        assert.deepEqual(held.deployed.components(), []);
        assert.equal(insert({ Name: "Again" }), "saved");
    });

    it("brings back what was removed after it", () => {
        deployRule("Worded", "Word__c");
        const snapshot = snapshotOrg(held);
        held.deployed.remove("ValidationRule", "Opportunity.Worded");
        held.org.schema.removeField("Opportunity", "Word__c");
        assert.equal(insert(), "saved");

        snapshot.restore();

        assert.notEqual(insert(), "saved");
        assert.equal(insert({ Word__c: "yes" }), "saved");
    });

    it("can be restored again and again", () => {
        const snapshot = snapshotOrg(held);

        for (const field of ["One__c", "Two__c", "Three__c"]) {
            deployRule("Worded", field);
            insert({ [field]: "yes" });
            snapshot.restore();

            assert.deepEqual([names(), held.deployed.components()], [[], []]);
        }
    });

    it("keeps the deleted rows of the recycle bin", () => {
        insert();
        const object = held.org.schema.object("Opportunity");
        const [row] = object === undefined ? [] : held.org.store.readMany(object);
        const id = String(row?.["Id"]);
        assert.ok(object);
        held.org.store.bin.put(object, id, id);
        const snapshot = snapshotOrg(held);
        held.org.store.bin.takeOut(object, id);

        snapshot.restore();

        assert.equal(held.org.store.bin.read(object, id)?.["Name"], "Deal");
        assert.deepEqual(names(), []);
    });

    it("is gone once it is discarded", () => {
        const snapshot = snapshotOrg(held);
        snapshot.discard();

        assert.throws(() => {
            snapshot.restore();
        }, /discarded/);
    });
});
