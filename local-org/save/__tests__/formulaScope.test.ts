import assert from "node:assert/strict";
import { Decimal } from "decimal.js";
import { beforeEach, describe, it } from "node:test";
import { checkbox, double, reference, text } from "../../schema/fields.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import { formulaNames, formulaScope } from "../formulaScope.ts";
import { deal, savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("names in a validation rule", () => {
    let org: SavingOrg;
    let account: string;
    let opportunity: string;
    beforeEach(() => {
        org = savingOrg();
        account = org.insert("Account", { Name: "Acme" });
        opportunity = org.insert("Opportunity", { ...deal, AccountId: account, Probability: 30 });
        const custom = (field: FieldSchema): FieldSchema => ({ ...field, custom: true });
        put("Rule__mdt", "customMetadata", "m0Z", [text("DeveloperName", 40), custom(double("Minimum__c", 5, 2))]);
        put("Setting__c", "customSetting", "a0Z", [
            reference("SetupOwnerId", ["Organization", "Profile", "User"]),
            custom(checkbox("Off__c")),
            custom(text("Note__c", 9))
        ]);
        org.org.store.insert(org.object("Rule__mdt"), {
            Id: "m0Z000000000001AAA",
            DeveloperName: "First",
            Minimum__c: new Decimal("2.5")
        });
        org.deployed.putCustomPermission("Pass");
        org.deployed.putLabel("Greeting", "你好");
    });

    function put(name: string, kind: ObjectSchema["kind"], keyPrefix: string, fields: readonly FieldSchema[]): void {
        const id = org.object("Account").fields.get("Id");
        if (id === undefined) throw new Error("Account has no Id.");
        const declared = new Map([id, ...fields].map((field) => [field.name, field]));
        org.org.schema.putObject({ ...org.object("Account"), name, kind, keyPrefix, fields: declared });
    }
    const valueOf = (path: string): unknown => {
        const values = org.read(opportunity);
        const scope = formulaScope(org.org, org.object("Opportunity"), { values, prior: null }, org.administrator);
        const value = scope.valueOf(path.split("."));
        return Decimal.isDecimal(value) ? value.toString() : value;
    };
    const typeOf = (path: string) => formulaNames(org.org, org.object("Opportunity")).typeOf(path.split("."));

    const known: readonly [path: string, type: string, value: unknown][] = [
        ["StageName", "picklist", "Prospecting"],
        ["stagename", "picklist", "Prospecting"],
        ["Probability", "number", "0.3"],
        ["Amount", "number", null],
        ["IsPrivate", "boolean", false],
        ["CloseDate", "date", "2026-09-30"],
        ["Account.Name", "text", "Acme"],
        ["Account.Owner.Profile.Name", "text", "System Administrator"],
        ["Account.Parent.Name", "text", null],
        ["$User.Username", "text", "admin@pipewright.local"],
        ["$Profile.Name", "text", "System Administrator"],
        ["$Organization.TimeZoneSidKey", "picklist", "UTC"],
        ["$Permission.Pass", "boolean", false],
        ["$Label.Greeting", "text", "你好"],
        ["$CustomMetadata.Rule__mdt.First.Minimum__c", "number", "2.5"],
        ["$Setup.Setting__c.Off__c", "boolean", false],
        ["$Setup.Setting__c.Note__c", "text", null]
    ];
    for (const [path, type, value] of known) {
        it(`knows ${path}`, () => {
            assert.deepEqual([typeOf(path), valueOf(path)], [type, value]);
        });
    }

    for (const path of [
        "Foo",
        "Account.Foo",
        "Owner",
        "Acount.Name",
        "$Permission.Fail",
        "$Label.Farewell",
        "$CustomMetadata.Rule__mdt.Second.Minimum__c",
        "$CustomMetadata.Rule__mdt.First.Maximum__c",
        "$Setup.Rule__mdt.Minimum__c",
        "$RecordType.Name",
        "$Nothing.At.All"
    ]) {
        it(`doesn't know ${path}, so that its deploy fails`, () => {
            assert.equal(typeOf(path), undefined);
        });
    }

    it("takes a setting from the user, else the profile, else the org", () => {
        const profile = org.rows("Profile").find((row) => row["Name"] === "System Administrator")?.["Id"];
        const owners = [org.org.id, String(profile), org.administrator.id];
        const notes = owners.map((SetupOwnerId, place) => {
            const Id = `a0Z00000000000${place}AAA`;
            org.org.store.insert(org.object("Setting__c"), {
                Id,
                SetupOwnerId,
                Off__c: place === 1,
                Note__c: place === 1 ? null : String(place)
            });
            return [valueOf("$Setup.Setting__c.Note__c"), valueOf("$Setup.Setting__c.Off__c")];
        });

        assert.deepEqual(notes, [
            ["0", false],
            ["0", true],
            ["2", false]
        ]);
    });

    it("reads the stored record for PRIORVALUE, and the new one when there is none", () => {
        const prior = { ...org.read(opportunity) };
        const values = { ...prior, StageName: "Closed Won" };
        const object = org.object("Opportunity");

        const changed = formulaScope(org.org, object, { values, prior }, org.administrator);
        const created = formulaScope(org.org, object, { values, prior: null }, org.administrator);

        assert.deepEqual([changed.isNew, changed.priorValueOf(["StageName"])], [false, "Prospecting"]);
        assert.deepEqual([created.isNew, created.priorValueOf(["StageName"])], [true, "Closed Won"]);
    });
});
