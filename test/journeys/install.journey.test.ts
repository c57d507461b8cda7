/** Installed, used, upgraded and removed: by `sf`, with an overlay written for the org, and without a trace in the end. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gatherFeatures } from "../../scripts/configure/gather/gatherFeatures.ts";
import { readOverlayFolder, writeOverlayFolder } from "../../scripts/configure/overlayFolder.ts";
import { propose, type Proposal } from "../../scripts/configure/propose.ts";
import { askedRule } from "../../scripts/level/askedRule.ts";
import { createLevelRun } from "../../scripts/level/levelRun.ts";
import { readRuleRecord } from "../../scripts/level/ruleRecord.ts";
import { setLevel } from "../../scripts/level/setLevel.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { gatherRemoval } from "../../scripts/remove/gatherRemoval.ts";
import { removeThrough } from "../../scripts/remove/openDoors.ts";
import { createRemovalRun } from "../../scripts/remove/removalRun.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { metadataOf, type OrgMetadata } from "../support/orgMetadata.ts";
import { openSf, type Sf } from "../support/sf.ts";
import { callLocalOrg } from "../support/signIn.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const rule = askedRule("next-step-filled");
const kinds = [
    { name: "without record types, in English", flags: [], languages: [] },
    {
        name: "with record types, in English and both Chinese languages",
        flags: ["--sample"],
        languages: ["zh_TW", "zh_CN"]
    }
] as const;
const skip = process.env["PW_TARGET_ORG"] ? "removes the package, so it runs against the local org only" : false;

for (const kind of kinds) {
    describe(`an org ${kind.name}`, { skip }, () => {
        let org: TargetOrg;
        let sf: Sf;
        let world: GateWorld;
        let fresh: OrgMetadata;
        const root = mkdtempSync(join(tmpdir(), "pipewright-install-"));
        const folder = join(root, "our-overlay");

        before(async () => {
            org = await openTargetOrg(["--clock", "2026-06-30", ...kind.flags]);
            sf = await openSf(org);
            world = await openGateWorld(org.connection, org.today);
            await callLocalOrg(org, "POST", "languages", { languages: kind.languages });
            fresh = await metadataOf(org);
        });
        after(async () => {
            await sf.close();
            await org.close();
            rmSync(root, { recursive: true });
        });

        /** Writes the overlay for the org as it stands, and deploys it with the core. */
        async function install(): Promise<Proposal> {
            const features = await gatherFeatures(org.connection);
            const given = readOverlayFolder(folder, packageRoot());
            const proposal = propose(features, given, { prefer: "org", version: "0.1.0" });
            writeOverlayFolder(given, proposal.files);
            const folders = ["--source-dir", "force-app/main", "--source-dir", folder];
            const deployed = await sf.run(["project", "deploy", "start", ...folders, ...org.sf.args, "--json"]);
            assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
            return proposal;
        }

        /** The error of the longest move forward in the first process, without a next step; null where it is saved. */
        async function moveForward({ processes }: Proposal): Promise<string | null> {
            const { recordType, stages } = processes.at(-1) ?? { recordType: "*", stages: [] };
            const open = stages.filter((stage) => stage.kind === "open").map((stage) => stage.name);
            const { records } =
                recordType === "*"
                    ? { records: [] }
                    : await org.connection.query(`SELECT Id FROM RecordType WHERE DeveloperName = '${recordType}'`);
            const ofType = records[0] === undefined ? {} : { RecordTypeId: String(records[0].Id) };
            const id = await world.opportunity(open[0] ?? "", ofType);
            const refusal = await world.save(id, { StageName: open.at(-1) ?? "" });
            return refusal?.message ?? null;
        }

        it("watches after the installation, refuses at Block, and refuses still after an upgrade", async () => {
            const installed = await install();
            assert.equal(await moveForward(installed), null, "a new installation watches");

            const change = { run: "raise", orgId: "00D", ruleId: rule.id, from: "Observe", to: "Block" } as const;
            const run = createLevelRun(root, change, await readRuleRecord(org.connection, rule), {});
            await setLevel(org.connection, rule, run, change);
            const upgraded = await install();

            assert.deepEqual(
                upgraded.levels.filter(({ isTakenOver }) => isTakenOver).map(({ ruleId, level }) => [ruleId, level]),
                [[rule.id, "Block"]]
            );
            assert.equal(await moveForward(upgraded), rule.words.en.message);
        });

        it("is as it was before once the package is removed, but for its data", async () => {
            const plan = await gatherRemoval(org.connection, packageRoot(), folder);
            assert.deepEqual(plan.leftAlone, []);
            assert.deepEqual(
                plan.goesAlong.filter(({ type }) => type !== "CustomMetadata"),
                []
            );

            const run = createRemovalRun(root, "removal", plan.org.id, plan.steps);
            const { steps, exported } = await removeThrough(org.connection, run, () => undefined);

            assert.deepEqual(
                steps.flatMap(({ failures }) => failures),
                []
            );
            assert.ok((exported.find(({ object }) => object === "Opportunity")?.rows ?? 0) >= 2);
            assert.deepEqual(await metadataOf(org), fresh);
        });
    });
}
