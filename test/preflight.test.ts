/** The preflight against an org that answers for itself: names that are taken, and what ours left. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import jsforce from "jsforce";
import { fixedClock } from "../local-org/clock.ts";
import { deployZip } from "../local-org/rest/__tests__/deployZip.ts";
import { file, textField } from "../local-org/metadata/__tests__/deployed.ts";
import { startLocalOrg, type LocalOrg } from "../local-org/startLocalOrg.ts";
import { gatherFeatures } from "../scripts/configure/gather/gatherFeatures.ts";
import { saidIn } from "../scripts/configure/preflight/ourNames.ts";
import { runPreflight } from "../scripts/configure/preflight/runPreflight.ts";
import { overlayFiles } from "../scripts/gate/overlay.ts";
import { standardPlan } from "../scripts/gate/overlayPlan.ts";
import { packageRoot } from "../scripts/org/packageRoot.ts";
import { gatherRemoval } from "../scripts/remove/gatherRemoval.ts";
import { readSourceFiles, zipOfSource } from "./conformance/gate/repositoryPackage.ts";

/** Of nobody in particular. */
const flow =
    "<label>x</label><processType>AutoLaunchedFlow</processType><start><connector><targetReference>A</targetReference></connector></start><assignments><name>A</name><label>A</label><assignmentItems><assignToReference>v</assignToReference><operator>Assign</operator><value><stringValue>x</stringValue></value></assignmentItems></assignments><variables><name>v</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>false</isOutput></variables><status>Active</status>";

describe("the preflight of an org", () => {
    let org: LocalOrg;
    let connection: jsforce.Connection;

    before(async () => {
        org = await startLocalOrg({ clock: fixedClock("2026-06-30"), languages: ["zh_TW"] });
        connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
    });
    after(() => org.close());

    const core = join(packageRoot(), "force-app/main");
    const preflight = () => runPreflight(connection, core, overlayFiles(standardPlan));
    const opportunity = (name: string) =>
        deployZip(
            connection,
            { CustomField: [`Opportunity.${name}`] },
            { "objects/Opportunity.object": file("CustomObject", textField(name)) }
        );

    it("finds nothing taken in a new org, and that everything would be added", async () => {
        const rollUps = (await preflight()).find(({ kind }) => kind === "rollUps");

        assert.equal(rollUps?.used, 0);
        assert.ok(rollUps.added > 0);
    });

    it("refuses, naming it, where something of the org's own has a name of ours", async () => {
        await opportunity("Ours_Not__c");
        await opportunity("PW_Bypassed_Rules__c");
        await deployZip(connection, { Flow: ["PW_Note_Move"] }, { "flows/PW_Note_Move.flow": file("Flow", flow) });

        await assert.rejects(preflight(), {
            name: "CannotStart",
            message:
                /overwrite: CustomField Opportunity\.PW_Bypassed_Rules__c, Flow PW_Note_Move\. Rename it\. Nothing was written\./
        });
    });

    it("removes nothing where nothing is certain to be ours", async () => {
        await assert.rejects(
            gatherRemoval(connection, packageRoot(), null),
            /nothing there is certain to be Pipewright's/
        );
    });

    it("takes what a deploy of ours left for ours", async () => {
        const options = { rollbackOnError: true, singlePackage: true };
        const zip = zipOfSource(readSourceFiles());
        const deployed = await connection.metadata.deploy(zip, options).complete(true);
        assert.ok(deployed.success, JSON.stringify(deployed.details));

        const [rollUps, fields] = await preflight();

        assert.equal(rollUps?.added, 0);
        assert.equal(fields?.added, 0);
    });

    it("plans the removal of all that an overlay can hold, and leaves a rule of their own by a name of ours", async () => {
        const overlay = overlayFiles({ ...standardPlan, hasRecordTypes: true });
        const written = overlay.find(({ path }) => path.includes("PW_Stamp_Record_Type.flow-"))?.content ?? "";
        const same = `<description>${saidIn(written).description ?? ""}</description>${flow}`;
        await deployZip(
            connection,
            { Flow: ["PW_Stamp_Record_Type"] },
            { "flows/PW_Stamp_Record_Type.flow": file("Flow", same) }
        );
        const rule =
            "<validationRules><fullName>PW_Products_Present</fullName><active>false</active><description>Ours</description><errorConditionFormula>ISBLANK(NextStep)</errorConditionFormula><errorMessage>No.</errorMessage></validationRules>";
        await deployZip(
            connection,
            { ValidationRule: ["Opportunity.PW_Products_Present"] },
            { "objects/Opportunity.object": file("CustomObject", rule) }
        );

        const { steps, leftAlone } = await gatherRemoval(connection, packageRoot(), null);

        const going = steps.flatMap(({ components }) => components.map(({ name }) => name));
        assert.ok(going.includes("PW_Stamp_Record_Type") && going.includes("Opportunity.PW_Gaps__c"));
        assert.ok(!going.includes("Opportunity.PW_Products_Present"));
        assert.deepEqual(
            leftAlone.map(({ name }) => name),
            ["Opportunity.PW_Products_Present"]
        );
    });

    it("reads what the org has", async () => {
        const features = await gatherFeatures(connection);

        assert.equal(features.hasRecordTypes, false);
        assert.deepEqual(features.languages, ["zh_TW"]);
        assert.equal(features.levels.get("products-present"), "Observe");
        assert.ok(features.contactRoles?.includes("Decision Maker"));
        assert.equal(features.fields.get("PW_Loss_Reason__c")?.type, "picklist");
    });
});
