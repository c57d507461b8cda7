/** `opportunity remove` as a person types it: it stops where something of theirs is in the way, goes on, and leaves no trace. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import JSZip from "jszip";
import { OrgReader } from "../../scripts/audit/gather/orgReader.ts";
import type { RemoveResult } from "../../scripts/commands/opportunity/remove.ts";
import { deployZip } from "../../scripts/deploys/deployZip.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { exportRows } from "../../scripts/remove/exportRows.ts";
import { gatherRemoval } from "../../scripts/remove/gatherRemoval.ts";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { runCommand, type Ended } from "../support/doorway.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { manifestOf, type Members } from "../support/metadataFolders.ts";
import { metadataOf } from "../support/orgMetadata.ts";
import { callLocalOrg, signIn } from "../support/signIn.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const namespace = "http://soap.sforce.com/2006/04/metadata";
const skip = process.env["PW_TARGET_ORG"] ? "removes the package, so it runs against the local org only" : false;

/** Theirs: a field named like ours, and a rule of their own that reads a field of ours. */
const theirField =
    "<fields><fullName>PW_Their_Own__c</fullName><label>Theirs</label><type>Text</type><length>20</length></fields>";
const theirRule =
    "<validationRules><fullName>Their_Rule</fullName><active>false</active><errorConditionFormula>ISBLANK(PW_Gaps__c)</errorConditionFormula><errorMessage>No.</errorMessage></validationRules>";

describe("opportunity remove", { skip }, () => {
    let org: TargetOrg;
    let world: GateWorld;
    let folder: string;
    let opportunity: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "pipewright-remove-"));
        org = await openDeployedOrg();
        world = await openGateWorld(org.connection, org.today);
        await deployTheirs(org, { CustomField: ["Opportunity.PW_Their_Own__c"] }, theirField);
        await deployTheirs(org, { ValidationRule: ["Opportunity.Their_Rule"] }, theirRule);
        opportunity = await world.opportunity("Qualification");
    });
    after(async () => {
        await org.close();
        await rm(folder, { recursive: true });
    });

    function run(...args: readonly string[]): Promise<Ended> {
        return runCommand(org, folder, ["remove", ...args, "--run-dir", join(folder, "runs")]);
    }

    it("removes nothing while what is kept there can't be read", async () => {
        const stranger = await signIn(org, "stranger", "System Administrator", []);
        const hidden = { username: "stranger@journey.example", field: "Opportunity.PW_Gaps__c" };
        await callLocalOrg(org, "PUT", "field-security", { ...hidden, readable: false, editable: false });
        const field = { type: "CustomField", name: "Opportunity.PW_Gaps__c" };
        await assert.rejects(
            exportRows(new OrgReader(stranger.connection), [field], folder),
            /nothing more is removed: this user may not read PW_Gaps__c of Opportunity; assign PW_Admin/
        );
    });

    it("exports, removes what is ours, and stops before what theirs still reads", async () => {
        await signIn(org, "rep", "Standard User", ["PW_Rep"]);
        await world.create("PW_Decision__c", {
            ...{ Opportunity__c: opportunity, Kind__c: "Terms", Reason_Category__c: "Volume", Reason__c: "Ninety days" }
        });

        const { exitCode, stdout, stderr } = await run("--yes");

        assert.equal(exitCode, 2, stdout + stderr);
        assert.match(stdout, /CustomField Opportunity\.PW_Their_Own__c/);
        assert.match(stdout, /Stopped at 6 Fields and objects/);
        assert.match(stdout, /Their_Rule: .*PW_Gaps__c/);
        const [, name = ""] = /--resume (\S+)/.exec(stdout) ?? [];
        const exported = (file: string): Promise<string> =>
            readFile(join(folder, "runs", name, "export-1", file), "utf8");
        assert.match(await exported("PW_Decision__c.csv"), /"Ninety days"/);
        assert.match(await exported("Opportunity.csv"), /"Gate Qualification".*"Qualification"/);
        assert.match(await exported("PW_Rule__mdt.csv"), /"Products_Present".*"Observe"/);

        await world.create("PW_Decision__c", {
            ...{ Opportunity__c: opportunity, Kind__c: "Terms", Reason_Category__c: "Volume", Reason__c: "Meanwhile" }
        });
        await deployTheirs(org, {}, "", { ValidationRule: ["Opportunity.Their_Rule"] });
        const resumed = await run("--resume", name, "--json");

        assert.equal(resumed.exitCode, 0, resumed.stdout + resumed.stderr);
        const { result } = JSON.parse(resumed.stdout) as { result: RemoveResult };
        assert.deepEqual(result.remaining, []);
        const later = result.removed?.exported.filter(({ object }) => object === "PW_Decision__c").at(-1);
        assert.match(await readFile(later?.path ?? "", "utf8"), /"Ninety days"[^]*"Meanwhile"/);
        assert.deepEqual(new Set(result.removed?.steps.map(({ stage }) => stage)), new Set(["fields", "access"]));
    });

    it("leaves the org as it was before: its metadata, what is theirs, and the opportunities", async () => {
        const fresh = await openTargetOrg(["--clock", "2026-06-30"]);
        await deployTheirs(fresh, { CustomField: ["Opportunity.PW_Their_Own__c"] }, theirField);
        const before = await metadataOf(fresh);
        await fresh.close();

        assert.deepEqual(await metadataOf(org), before);
        assert.equal(await world.save(opportunity, { StageName: "Negotiation/Review" }), null);
        const { steps, leftAlone } = await gatherRemoval(org.connection, packageRoot(), null);
        assert.deepEqual(steps, []);
        assert.deepEqual(
            leftAlone.map(({ name }) => name),
            ["Opportunity.PW_Their_Own__c"]
        );
    });
});

/** Something of the org's own on Opportunity, brought or taken away. */
async function deployTheirs(
    { connection }: TargetOrg,
    members: Members,
    content: string,
    deleted: Members = {}
): Promise<void> {
    const zip = new JSZip();
    zip.file("package.xml", manifestOf(members));
    zip.file("destructiveChanges.xml", manifestOf(deleted));
    if (content !== "") {
        zip.file("objects/Opportunity.object", `<CustomObject xmlns="${namespace}">${content}</CustomObject>`);
    }
    assert.deepEqual(await deployZip(connection, await zip.generateAsync({ type: "nodebuffer" })), []);
}
