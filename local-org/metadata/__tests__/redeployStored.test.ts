import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import { componentRows } from "../componentRows.ts";
import { createDeployed } from "../deployedRegistry.ts";
import { redeployStored } from "../redeployStored.ts";
import { contextOf, deploy, file, manifest, newOrg, problemsOf, textField, validationRule } from "./deployed.ts";

const permission = file("CustomPermission", "<label>Bypass</label>");
const access = `<fieldPermissions><editable>true</editable><field>Opportunity.Word__c</field><readable>true</readable></fieldPermissions>`;
const bypass = "<customPermissions><enabled>true</enabled><name>Bypass</name></customPermissions>";

const members = {
    CustomPermission: ["Bypass"],
    CustomField: ["Opportunity.Word__c"],
    ValidationRule: ["Opportunity.Worded"],
    PermissionSet: ["Writers"]
};
const files = {
    "customPermissions/Bypass.customPermission": permission,
    "objects/Opportunity.object": file(
        "CustomObject",
        textField("Word__c") + validationRule("Worded", "AND(ISBLANK(Word__c), NOT($Permission.Bypass))")
    ),
    "permissionsets/Writers.permissionset": file("PermissionSet", `<label>Writers</label>${bypass}${access}`)
};

/** The same schema and rows with an empty registry, which is what reopening a file leaves. */
function reopened(held: OrgWithControls): OrgWithControls {
    const deployed = createDeployed(componentRows(held.org.store));
    return { ...held, deployed, org: { ...held.org, deployed } };
}

function refusals({ org, administrator }: OrgWithControls): string[] {
    const object = org.schema.object("Opportunity");
    assert.ok(object);
    const records = [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" }];
    const request = { operation: "insert", object, records, allOrNone: true, user: administrator } as const;
    return saveRecords(org, request).flatMap(({ errors }) => errors.map(({ message }) => message));
}

describe("what was deployed", () => {
    it("works again in a reopened org", () => {
        const held = newOrg();
        assert.deepEqual(problemsOf(deploy(held, members, files)), []);
        const again = reopened(held);
        assert.deepEqual(refusals(again), [], "nothing is enforced yet");

        redeployStored(contextOf(again), componentRows(again.org.store));

        assert.deepEqual(refusals(again), ["Add a product first."]);
        assert.deepEqual(again.deployed.components().length, held.deployed.components().length);
        assert.deepEqual(again.deployed.permissionSet("Writers"), held.deployed.permissionSet("Writers"));
    });

    it("is not kept of a deploy that was rolled back, nor of what was deleted", () => {
        const held = newOrg();
        const kept = (): number => componentRows(held.org.store).all().length;

        deploy(held, members, files, { checkOnly: true });
        assert.equal(kept(), 0);
        deploy(held, { ...members, Layout: ["Ghost"] }, files);
        assert.equal(kept(), 0);

        deploy(held, members, files);
        assert.equal(kept(), 4);
        deploy(held, {}, { "destructiveChanges.xml": manifest({ ValidationRule: ["opportunity.worded"] }) });
        assert.equal(kept(), 3);
    });
});
