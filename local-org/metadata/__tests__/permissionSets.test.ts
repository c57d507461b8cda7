import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { seeded } from "../../data/seedOrg.ts";
import type { RecordValues } from "../../data/value.ts";
import { retrieveFiles } from "../retrieveFiles.ts";
import { contextOf, deploy, file, manifest, newOrg, problemsOf, textField } from "./deployed.ts";

const bypass = "<customPermissions><enabled>true</enabled><name>Bypass</name></customPermissions>";
const word =
    "<fieldPermissions><editable>true</editable><field>Opportunity.Word__c</field><readable>true</readable></fieldPermissions>";
const members = {
    CustomPermission: ["Bypass"],
    CustomField: ["Opportunity.Word__c"],
    PermissionSet: ["Helpers"]
};

const filesWith = (content: string): Record<string, string> => ({
    "customPermissions/Bypass.customPermission": file("CustomPermission", "<label>Bypass</label>"),
    "objects/Opportunity.object": file("CustomObject", textField("Word__c")),
    "permissionsets/Helpers.permissionset": file("PermissionSet", `<label>Helpers</label>${content}`)
});

function rowsOf({ org }: OrgWithControls, name: string): RecordValues[] {
    const object = org.schema.object(name);
    assert.ok(object);
    return org.store.readMany(object);
}

/** A user of the profile Standard User with the permission set. */
function helper(held: OrgWithControls) {
    const { schema, store, people } = held.org;
    const [user, assignment] = ["User", "PermissionSetAssignment"].map((name) => schema.object(name));
    assert.ok(user && assignment);
    const id = store.newId(user);
    store.insert(user, {
        Id: id,
        Username: "helper@example.com",
        ProfileId: seeded.standardUserProfile,
        IsActive: true
    });
    const set = rowsOf(held, "PermissionSet").find((row) => row["Name"] === "Helpers");
    store.insert(assignment, {
        Id: store.newId(assignment),
        AssigneeId: id,
        PermissionSetId: String(set?.["Id"])
    });
    return () => people.user(id);
}

describe("a deployed permission set", () => {
    it("tells who holds which custom permission, until the permission is deleted", () => {
        const held = newOrg();
        assert.deepEqual(problemsOf(deploy(held, members, filesWith(bypass + word))), []);
        const user = helper(held);
        const [permission] = rowsOf(held, "CustomPermission");
        const [set] = rowsOf(held, "PermissionSet").filter((row) => row["Name"] === "Helpers");
        const accesses = (): unknown[] =>
            rowsOf(held, "SetupEntityAccess").map((row) => [row["ParentId"], row["SetupEntityId"]]);

        assert.deepEqual(accesses(), [[set?.["Id"], permission?.["Id"]]]);
        assert.equal(user()?.hasCustomPermission("Bypass"), true);

        const gone = { "destructiveChanges.xml": manifest({ CustomPermission: ["Bypass"] }) };
        assert.deepEqual(problemsOf(deploy(held, {}, gone)), []);
        assert.deepEqual([accesses(), rowsOf(held, "CustomPermission")], [[], []]);
        assert.equal(user()?.hasCustomPermission("Bypass"), false);
    });

    it("no longer speaks of a field that was deleted, so that it can be retrieved and deployed again", () => {
        const held = newOrg();
        deploy(held, members, filesWith(bypass + word));

        const gone = { "destructiveChanges.xml": manifest({ CustomField: ["Opportunity.Word__c"] }) };
        assert.deepEqual(problemsOf(deploy(held, {}, gone)), []);

        const path = "permissionsets/Helpers.permissionset";
        const asked = [{ type: "PermissionSet", names: ["Helpers"] }];
        const text = new TextDecoder().decode(Buffer.from(retrieveFiles(contextOf(held), asked).files.get(path) ?? ""));
        assert.match(text, /Bypass/);
        assert.doesNotMatch(text, /Word__c/);
        assert.deepEqual(problemsOf(deploy(held, { PermissionSet: ["Helpers"] }, { [path]: text })), []);
    });

    it("gives View All Data while it says so", () => {
        const held = newOrg();
        const all =
            "<userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions><userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>";
        assert.deepEqual(problemsOf(deploy(held, members, filesWith(all))), []);
        const user = helper(held);
        assert.deepEqual([user()?.viewsAllData, user()?.isAdministrator], [true, false]);

        assert.deepEqual(problemsOf(deploy(held, members, filesWith(""))), []);
        assert.equal(user()?.viewsAllData, false);
    });
});
