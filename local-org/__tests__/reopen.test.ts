import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, it } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { fixedClock, settableClock } from "../clock.ts";
import { createOrg } from "../createOrg.ts";
import type { OrgWithControls } from "../createOrg.ts";
import { putStandardValueSet } from "../data/standardValueSets.ts";
import { deploy, file, problemsOf, textField, validationRule } from "../metadata/__tests__/deployed.ts";
import { saveRecords } from "../save/saveRecords.ts";
import { startLocalOrg } from "../startLocalOrg.ts";

const folder = mkdtempSync(join(tmpdir(), "reopen-"));
let path = "";
let count = 0;

beforeEach(() => {
    count += 1;
    path = join(folder, `org${count}.db`);
});
after(() => {
    rmSync(folder, { recursive: true });
});

const open = (): OrgWithControls =>
    createOrg({ clock: settableClock(fixedClock("2026-06-30")), newSecret: () => "secret", file: path });

function fill(held: OrgWithControls): void {
    const object = `${textField("Word__c")}<fields><fullName>Twice__c</fullName><type>Currency</type><label>Twice</label><formula>Amount * 2</formula><precision>18</precision><scale>2</scale></fields>`;
    const problems = problemsOf(
        deploy(
            held,
            {
                CustomField: ["Opportunity.Word__c", "Opportunity.Twice__c"],
                ValidationRule: ["Opportunity.Worded"]
            },
            {
                "objects/Opportunity.object": file(
                    "CustomObject",
                    object + validationRule("Worded", "ISBLANK(Word__c)")
                )
            }
        )
    );
    assert.deepEqual(problems, []);
    putStandardValueSet(held.org, "LeadSource", [{ value: "Fair", label: "Fair", active: true, isDefault: false }]);
    assert.equal(insert(held, { Word__c: "yes" }), "saved");
}

function insert({ org, administrator }: OrgWithControls, values: Record<string, string>): string {
    const object = org.schema.object("Opportunity");
    assert.ok(object);
    const records = [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-12-31", ...values }];
    const [outcome] = saveRecords(org, { operation: "insert", object, records, allOrNone: true, user: administrator });
    return outcome?.success === true ? "saved" : (outcome?.errors[0]?.message ?? "");
}

function shape({ org, deployed }: OrgWithControls) {
    const opportunity = org.schema.object("Opportunity");
    return {
        fields: [...(opportunity?.fields.values() ?? [])],
        objects: org.schema.objects().map(({ name, keyPrefix }) => `${keyPrefix} ${name}`),
        rows: org.schema.objects().map((object) => org.store.readMany(object)),
        components: deployed
            .components()
            .map(({ type, fullName }) => `${type} ${fullName}`)
            .sort()
    };
}

describe("an org in a file", () => {
    it("is the same when it is reopened: rows, schema, value sets, and what is deployed to it", () => {
        const first = open();
        fill(first);
        const before = shape(first);
        first.org.store.close();

        const second = open();

        assert.deepEqual(shape(second), before);
        assert.notEqual(insert(second, {}), "saved");
        assert.equal(insert(second, { Word__c: "yes" }), "saved");
        second.org.store.close();
    });

    it("goes on making Ids that no row has", () => {
        const first = open();
        insert(first, {});
        first.org.store.close();

        const second = open();

        assert.equal(insert(second, {}), "saved");
        second.org.store.close();
    });

    it("is not opened by two at once", () => {
        const first = open();

        assert.throws(open, /org\d+\.db is open in another local org\.$/);
        first.org.store.close();
    });

    it("is not reopened from a database that is none of ours, nor touched then", async () => {
        new DatabaseSync(path).exec("CREATE TABLE Mine (a TEXT)");

        await assert.rejects(startLocalOrg({ file: path }), /is not a local org's file\.$/);
        assert.ok(existsSync(path));
    });

    it("is not reopened from any other file", async () => {
        writeFileSync(path, "Dear diary, this is no database but a text that is long enough to be read as one.");

        await assert.rejects(startLocalOrg({ file: path }), /is not a local org's file\.$/);
    });

    it("takes no load when it is reopened", async () => {
        open().org.store.close();

        await assert.rejects(startLocalOrg({ file: path, load: [] }), /keeps an org already/);
    });

    it("signs the administrator in by a name with the port of this run", async () => {
        await (await startLocalOrg({ file: path })).close();

        const again = await startLocalOrg({ file: path });

        assert.equal(again.adminUsername, `admin@${new URL(again.url).port}.pipewright.local`);
        await again.close();
    });
});
