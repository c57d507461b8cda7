import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { text } from "../../schema/fields.ts";
import { deal, savingOrg } from "../../save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../save/__tests__/savingOrg.ts";
import type { PermissionSetGrants } from "../../metadata/deployed.ts";
import type { RunningUser } from "../people.ts";

const grants = {
    name: "Sales",
    label: "Sales",
    customPermissions: new Set(["Pass_The_Gate"]),
    objectPermissions: new Map([["Note__c", { read: true, create: false, edit: false, delete: false }]]),
    fieldPermissions: new Map([["Opportunity.Reason__c", { readable: true, editable: false }]]),
    customMetadataTypes: new Set(["Rule__mdt"])
};

describe("what a user may do", () => {
    let org: SavingOrg;
    let userId: string;
    beforeEach(() => {
        org = savingOrg();
        const { schema } = org.org;
        schema.putField("Opportunity", { ...text("Reason__c", 80), custom: true });
        const opportunity = org.object("Opportunity");
        schema.putObject({ ...opportunity, name: "Note__c", keyPrefix: "a0Y", kind: "customObject" });
        schema.putObject({ ...opportunity, name: "Rule__mdt", keyPrefix: "m0Y", kind: "customMetadata" });
        const profile = org.rows("Profile").find((row) => row["Name"] === "Standard User");
        userId = org.insert("User", {
            ...{
                Username: "rep@example.com",
                LastName: "Lin",
                FirstName: "Mei",
                Email: "rep@example.com",
                Alias: "rep"
            },
            ...{ ProfileId: profile?.["Id"], TimeZoneSidKey: "UTC", LocaleSidKey: "en_US" },
            ...{ EmailEncodingKey: "UTF-8", LanguageLocaleKey: "en_US" }
        });
    });

    const user = (id = userId): RunningUser => {
        const found = org.org.people.user(id);
        if (found === undefined) throw new Error(`There is no active user ${id}.`);
        return found;
    };
    const assignSales = (granted: PermissionSetGrants = grants): void => {
        org.deployed.putPermissionSet(granted);
        const set = org.org.store.newId(org.object("PermissionSet"));
        org.org.store.insert(org.object("PermissionSet"), { Id: set, Name: "Sales", Label: "Sales" });
        org.insert("PermissionSetAssignment", { AssigneeId: userId, PermissionSetId: set });
    };
    const rights = ({
        canReadObject,
        canEditObject,
        canReadField,
        canEditField,
        hasCustomPermission
    }: RunningUser) => ({
        standardField: [canReadField("Opportunity", "Amount"), canEditField("Opportunity", "Amount")],
        customField: [canReadField("Opportunity", "Reason__c"), canEditField("Opportunity", "Reason__c")],
        customObject: [canReadObject("Note__c"), canEditObject("Note__c")],
        customMetadata: [canReadObject("Rule__mdt"), canEditObject("Rule__mdt")],
        users: [canReadObject("User"), canEditObject("User")],
        permission: hasCustomPermission("pass_the_gate")
    });

    it("gives a standard user the standard fields only", () => {
        assert.deepEqual(rights(user()), {
            standardField: [true, true],
            customField: [false, false],
            customObject: [false, false],
            customMetadata: [false, false],
            users: [true, false],
            permission: false
        });
        assert.deepEqual([user().name, user().profileName, user().viewsAllData], ["Mei Lin", "Standard User", false]);
    });

    it("adds what an assigned permission set grants, at once", () => {
        assignSales();

        assert.deepEqual(rights(user()), {
            standardField: [true, true],
            customField: [true, false],
            customObject: [true, false],
            customMetadata: [true, false],
            users: [true, false],
            permission: true
        });
    });

    for (const way of ["create", "edit", "delete"] as const) {
        it(`lets ${way} an object's records whom a permission set lets do that, and nothing else`, () => {
            const permission = { read: true, create: false, edit: false, delete: false, [way]: true };
            const name = org.org.store.newId(org.object("Note__c"));
            org.org.store.insert(org.object("Note__c"), { ...deal, Id: name, OwnerId: userId });
            assignSales({ ...grants, objectPermissions: new Map([["Note__c", permission]]) });
            const as = { user: user() };

            const done = {
                create: org.save("insert", "Note__c", [deal], as),
                edit: org.save("update", "Note__c", [{ Id: name, NextStep: "Call" }], as),
                delete: org.save("delete", "Note__c", [{ Id: name }], as)
            };

            for (const [tried, outcomes] of Object.entries(done)) {
                const code = outcomes[0]?.errors[0]?.statusCode;
                assert.equal(code, tried === way ? undefined : "INSUFFICIENT_ACCESS_OR_READONLY", tried);
            }
        });
    }

    it("takes it away with the assignment", () => {
        assignSales();
        org.save("delete", "PermissionSetAssignment", [{ Id: org.rows("PermissionSetAssignment")[0]?.["Id"] }]);

        assert.equal(user().hasCustomPermission("Pass_The_Gate"), false);
    });

    it("gives an administrator all data, yet no custom permission that nobody granted", () => {
        assert.deepEqual(rights(org.administrator), {
            standardField: [true, true],
            customField: [true, true],
            customObject: [true, true],
            customMetadata: [true, true],
            users: [true, true],
            permission: false
        });
        assert.equal(org.administrator.viewsAllData, true);
    });

    it("takes one field away from one user, an administrator even", () => {
        org.fieldSecurity.set(org.administrator.id, "Opportunity", "Amount", false);

        assert.equal(org.administrator.canReadField("Opportunity", "amount"), false);
        assert.equal(user().canReadField("Opportunity", "Amount"), true);
    });

    it("refuses a save that gives a field the user may not edit, by name", () => {
        assignSales();

        const [outcome] = org.save("insert", "Opportunity", [{ ...deal, Reason__c: "Price" }], { user: user() });

        const [error] = outcome?.errors ?? [];
        assert.deepEqual([error?.statusCode, error?.fields], ["INVALID_FIELD_FOR_INSERT_UPDATE", ["Reason__c"]]);
    });

    it("ends a user's sessions with the user", () => {
        const token = org.org.people.signIn(userId);
        const before = org.org.people.userOfToken(token)?.username;
        org.save("update", "User", [{ Id: userId, IsActive: false }]);

        assert.deepEqual([before, org.org.people.userOfToken(token)], ["rep@example.com", undefined]);
        assert.throws(() => org.org.people.signIn(userId), { errorCode: "INVALID_LOGIN" });
    });

    it("refuses a second user of the same name", () => {
        const { Id: _id, ...copy } = { ...org.read(userId) };
        const fields = [
            "Username",
            "LastName",
            "Email",
            "Alias",
            "ProfileId",
            "TimeZoneSidKey",
            "LocaleSidKey",
            "EmailEncodingKey",
            "LanguageLocaleKey"
        ];

        const [outcome] = org.save("insert", "User", [Object.fromEntries(fields.map((field) => [field, copy[field]]))]);

        assert.equal(outcome?.errors[0]?.statusCode, "DUPLICATE_USERNAME");
    });
});
