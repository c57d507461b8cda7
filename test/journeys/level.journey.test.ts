/** `opportunity level` as a person types it: the evidence, the org's own tests, the record alone, and the way back. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { LevelResult } from "../../scripts/commands/opportunity/level.ts";
import { firstChoices, printChoices } from "../../scripts/configure/choices.ts";
import { levelInRecord as levelIn } from "../../scripts/configure/recordText.ts";
import { askedRule } from "../../scripts/level/askedRule.ts";
import { gatherEvidence } from "../../scripts/level/gatherEvidence.ts";
import { weigh } from "../../scripts/level/weigh.ts";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { runCommand, type Ended } from "../support/doorway.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { callLocalOrg } from "../support/signIn.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const rule = askedRule("products-present");
const late = "Id. Decision Makers";
const later = "Negotiation/Review";

describe("opportunity level", { skip: process.env["PW_TARGET_ORG"] ? "it sets the local org's levels" : false }, () => {
    let org: TargetOrg;
    let world: GateWorld;
    let folder: string;
    let bare: string;
    let run: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "pipewright-level-"));
        org = await openDeployedOrg();
        world = await openGateWorld(org.connection, org.today);
        await world.setRule("products-present", { level: "Warn", fromPosition: 3, createdFrom: "2020-01-01" });
        bare = await world.opportunity("Qualification");
        const sold = await world.opportunity("Qualification");
        await world.addLine(sold);
        await world.save(bare, { StageName: late });
        await world.save(sold, { StageName: late });
        await cp("force-app/overlay", overlay(), { recursive: true });
        await writeFile(join(overlay(), "pipewright.json"), printChoices(firstChoices()));
    });
    const overlay = (): string => join(folder, "our-overlay");
    const recordText = () => readFile(join(overlay(), "customMetadata/PW_Rule.Products_Present.md-meta.xml"), "utf8");
    after(async () => {
        await org.close();
        await rm(folder, { recursive: true });
    });

    function type(...args: readonly string[]): Promise<Ended> {
        return runCommand(org, folder, ["level", ...args, "--run-dir", join(folder, "runs")]);
    }

    it("counts who breaks the rule, which moves missed it, and what speaks against the next level", async () => {
        const drifted = { object: "Opportunity", records: [{ Id: bare, PW_Contact_Roles__c: 9 }] };
        await callLocalOrg(org, "POST", "workflow-update", drifted);
        const evidence = await gatherEvidence(org.connection, rule, {
            now: new Date("2026-06-30T12:00:00Z"),
            days: 30
        });

        assert.equal(evidence.level, "Warn");
        const { applicable, met, unmet, unknown } = evidence.open;
        assert.deepEqual({ applicable, met, unmet, unknown }, { applicable: 2, met: 1, unmet: 1, unknown: 0 });
        assert.deepEqual(evidence.byStage, [{ name: late, count: 1 }]);
        assert.deepEqual(evidence.moves, { value: { since: "2026-05-31", judged: 2, withGap: 1, unstamped: 0 } });
        const [nobody] = evidence.setUp;
        assert.deepEqual([nobody?.code, evidence.setUp.length], ["nobodyHasRep", 1]);
        const codes = weigh(evidence, "Block").map(({ code }) => code);
        assert.deepEqual(codes, ["wouldBeRefused", "drifted", "setUp"]);
        await callLocalOrg(org, "POST", "workflow-update", {
            ...{ object: "Opportunity", records: [{ Id: bare, PW_Contact_Roles__c: 0 }] }
        });
    });

    it("shows with --dry-run what it would do, and leaves nothing on disk or in the org", async () => {
        const asked = ["products-present", "--to", "Block", "--dry-run", "--overlay-dir", overlay()];

        const { exitCode, stdout, stderr } = await type(...asked);

        assert.equal(exitCode, 0, stdout + stderr);
        assert.match(stdout, /level -- products-present --to Block --run-tests --dry-run --target-org …/);
        assert.equal(existsSync(join(folder, "runs")), false);
        assert.equal(levelIn(await recordText()), "Observe");
    });

    it("asks the org's own tests, sets Block and nothing else, and the gate refuses from then on", async () => {
        const asked = ["products-present", "--to", "Block", "--run-tests", "--yes", "--overlay-dir", overlay()];

        const { exitCode, stdout, stderr } = await type(...asked);

        assert.equal(exitCode, 0, stdout + stderr);
        assert.match(stdout, /What speaks against Block[\s\S]*1 of 2 open opportunities don't meet it/);
        assert.match(
            stdout,
            /npx sf project deploy start --dry-run --test-level RunLocalTests --metadata-dir \S+package/
        );
        assert.match(stdout, /The check-only deploy went through/);
        [, run = ""] = /level -- undo (\S+)/.exec(stdout) ?? [];
        const { records } = await org.connection.query(
            "SELECT Level__c, From_Position__c, Created_From__c FROM PW_Rule__mdt WHERE DeveloperName = 'Products_Present'"
        );
        const { Level__c, From_Position__c, Created_From__c } = records[0] ?? {};
        assert.deepEqual([Level__c, From_Position__c, Created_From__c], ["Block", 3, "2020-01-01"]);
        const refusal = await world.save(bare, { StageName: later });
        assert.match(refusal?.message ?? "", /needs at least one product/);
        const choices = JSON.parse(await readFile(join(overlay(), "pipewright.json"), "utf8")) as {
            rules: Record<string, { level: string }>;
        };
        assert.equal(choices.rules["products-present"]?.level, "Block");
        assert.equal(levelIn(await recordText()), "Block");
        assert.match(stdout, /Created_From__c is 2020-01-01 in the org, and becomes blank/);
        assert.ok(!(stdout + stderr).includes(org.connection.accessToken ?? ""));
    });

    it("puts the level back, and the gate lets the move pass again", async () => {
        const back = await type("undo", run, "--yes", "--json");
        assert.equal(back.exitCode, 0, back.stdout + back.stderr);
        assert.equal((JSON.parse(back.stdout) as { result: LevelResult }).result.level, "Warn");
        assert.equal(await world.save(bare, { StageName: later }), null);
        assert.match(
            await readFile(join(overlay(), "pipewright.json"), "utf8"),
            /"products-present": \{\s*"level": "Observe"/
        );
        assert.equal(levelIn(await recordText()), "Observe");
    });
});
