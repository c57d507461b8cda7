/** The check through its front door: a set-up that is right, then spoiled as an admin would spoil it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import JSZip from "jszip";
import { z } from "zod";
import { checkSetUp } from "../../scripts/check/checkSetUp.ts";
import { gatherSetUp } from "../../scripts/check/gather/gatherSetUp.ts";
import { readPackageContents } from "../../scripts/check/packageContents.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { quietSf } from "../../scripts/org/sfProgram.ts";
import { doorway } from "../support/doorway.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { openSf, type Sf } from "../support/sf.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const elsewhere = process.env["PW_TARGET_ORG"] ? "spoils the set-up of an org: the local org" : false;
const proposal = "Proposal/Price Quote";

const answer = z.object({
    result: z.object({
        findings: z.array(
            z.object({ code: z.string(), severity: z.string(), args: z.record(z.string(), z.unknown()) })
        ),
        fine: z.number(),
        checks: z.number()
    })
});

type Value = string | number | null;

describe("opportunity check", { skip: elsewhere }, () => {
    let org: TargetOrg;
    let sf: Sf;
    let world: GateWorld;
    const contents = readPackageContents(packageRoot());
    const home = mkdtempSync(join(tmpdir(), "pipewright-check-"));

    before(async () => {
        org = await openTargetOrg(["--clock", "2026-06-30"]);
        sf = await openSf(org);
        world = await openGateWorld(org.connection, org.today);
    });
    after(async () => {
        await sf.close();
        await org.close();
        rmSync(home, { recursive: true });
    });

    const check = (...args: readonly string[]) => runCheck(org, home, args);
    /** What the command judges, without the seconds that a process takes to start. */
    const findings = async () => {
        const scope = { now: new Date(), today: org.today, objects: [...contents.fields.keys()] };
        const result = checkSetUp(await gatherSetUp(org.connection, scope), contents);
        return result.findings.filter(({ severity }) => severity !== "cannotTell");
    };
    const codes = async () => (await findings()).map(({ code }) => code).toSorted();
    const write = async (fullName: string, values: Readonly<Record<string, Value>>) => {
        const record = {
            ...{ fullName, label: fullName, protected: false },
            values: Object.entries(values).map(([field, value]) => ({ field, value: typed(value) }))
        };
        const [result] = [await org.connection.metadata.upsert("CustomMetadata", record as never)].flat();
        assert.ok(result?.success, JSON.stringify(result));
    };
    const remove = (fullName: string) => org.connection.metadata.delete("CustomMetadata", fullName);
    const passes = async () =>
        assert.equal(await world.save(await world.opportunity("Qualification"), { StageName: proposal }), null);

    it("says that nothing is installed, before it is, and no word of the session", async () => {
        const { exitCode, stdout, stderr } = await check();

        assert.equal(exitCode, 1, stdout);
        assert.ok(!(stdout + stderr).includes(org.connection.accessToken ?? ""));
        assert.match(stdout, /not installed here.*deploy force-app\/main/);
    });

    it("finds nobody assigned right after the deploy, and nothing else wrong", async () => {
        const folders = ["--source-dir", "force-app/main", "--source-dir", "force-app/overlay"];
        const deployed = await sf.run(["project", "deploy", "start", ...folders, ...org.sf.args, "--json"]);
        assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);

        assert.deepEqual(await codes(), ["nobodyHasRep"]);
    });

    it("finds nothing wrong once somebody has PW_Rep, and exits with 0", async () => {
        await assign(org, world, "PW_Rep");

        const { exitCode, stdout } = await check();

        assert.equal(exitCode, 0, stdout);
        assert.match(stdout, /Nothing is wrong\./);
        assert.match(stdout, /Default Workflow User, which no API tells/);
    });

    it("could not start, and finds nothing wrong, where a file stands for the overlay's folder", async () => {
        const { exitCode, stderr } = await check("--overlay-dir", "package.json");

        assert.equal(exitCode, 2, stderr);
        assert.match(stderr, /There is no overlay in package\.json/);
    });

    it("speaks Chinese", async () => {
        assert.match((await check("--language", "zh_TW")).stdout, /沒有問題。/);
        assert.match((await check("--language", "zh_CN")).stdout, /没有问题。/);
    });

    describe("where the set-up was spoiled", () => {
        const present = { Level__c: "Block", From_Position__c: 7 };

        it("the gate refuses while all is well", async () => {
            await write("PW_Rule.Products_Present", present);

            assert.deepEqual(await codes(), []);
            const id = await world.opportunity("Qualification");
            assert.notEqual(await world.save(id, { StageName: proposal }), null);
        });

        it("names a misspelt level, and the move passes", async () => {
            await write("PW_Rule.Products_Present", { ...present, Level__c: "block!" });

            const { exitCode, stdout } = await check("--json");
            const found = answer.parse(JSON.parse(stdout)).result.findings;
            assert.equal(exitCode, 1);
            assert.deepEqual(
                found.filter(({ severity }) => severity !== "cannotTell"),
                [{ code: "levelMisspelt", severity: "broken", args: { record: "Products_Present", level: "block!" } }]
            );
            await passes();
        });

        it("names a start that is no stage's, and the move passes", async () => {
            await write("PW_Rule.Products_Present", { ...present, From_Position__c: 99 });

            const { exitCode, stdout } = await check();

            assert.equal(exitCode, 1);
            assert.match(stdout, /Products_Present begins at position 99, and the last stage stands at 9/);
            await passes();
        });

        it("names a negative threshold", async () => {
            await write("PW_Rule.Products_Present", { ...present, From_Position__c: -7 });

            assert.deepEqual(await codes(), ["thresholdNegative"]);
        });

        it("names a record type that isn't there and an amount below 0, and the moves pass", async () => {
            await write("PW_Rule.Products_Present", { ...present, Record_Types__c: "Partner" });
            assert.deepEqual(await codes(), ["recordTypesUnknown"]);
            await passes();

            await write("PW_Rule.Products_Present", { ...present, Record_Types__c: null, Minimum_Amount__c: -1 });
            assert.deepEqual(await codes(), ["thresholdNegative"]);
            await passes();
            await write("PW_Rule.Products_Present", { ...present, Minimum_Amount__c: null });
        });

        it("names a role that the org doesn't offer", async () => {
            await write("PW_Rule.Products_Present", present);
            await write("PW_Rule.Decision_Role_Named", { Decision_Roles__c: "Decision Maker;King" });

            const [finding] = await findings();
            assert.deepEqual(finding?.args, { record: "Decision_Role_Named", roles: ["King"] });
            await write("PW_Rule.Decision_Role_Named", { Decision_Roles__c: "Decision Maker" });
        });

        it("names a second record for one rule", async () => {
            await write("PW_Rule.Products_Present_2", { Level__c: "Block", From_Position__c: 1 });

            assert.deepEqual(await codes(), ["ruleRecordTwice"]);
            await remove("PW_Rule.Products_Present_2");
        });

        it("names a stage and a record type that aren't there, and the stage that is left without, where the move passes", async () => {
            const values = { Record_Type__c: "*", Position__c: 7, Kind__c: "open" };
            await write("PW_Stage.All_Proposal_Price_Quote", { ...values, Stage__c: "Proposal" });
            assert.deepEqual(await codes(), ["recordOfUnknownStage", "stageWithoutRecord"]);
            await passes();

            await write("PW_Stage.All_Proposal_Price_Quote", {
                ...values,
                Record_Type__c: "Partner",
                Stage__c: proposal
            });
            assert.deepEqual(await codes(), ["recordOfUnknownRecordType", "stageWithoutRecord"]);
            await passes();

            await write("PW_Stage.All_Proposal_Price_Quote", { ...values, Stage__c: proposal });
        });

        it("names the kill switch and who may pass", async () => {
            const organization = (await org.connection.query("SELECT Id FROM Organization")).records[0];
            const id = await world.create("PW_Settings__c", {
                SetupOwnerId: String(organization?.Id),
                Gate_Is_Off__c: true
            });
            await assign(org, world, "PW_Integration");

            assert.deepEqual(await codes(), ["bypassHolders", "gateIsOff"]);
            await passes();
            await org.connection.sobject("PW_Settings__c").destroy(id);
        });

        it("names the flow that was stopped, and the rule that stands at Block for nothing", async () => {
            await stopFlow(org, "PW_Stamp_Opportunity");

            assert.deepEqual(
                (await codes()).filter((code) => code !== "bypassHolders"),
                ["blockCannotWork", "flowInactive"]
            );
            await passes();
        });
    });

    it("refuses an org that nobody is signed in to, with 2", async () => {
        const { exitCode, stderr } = await runCheck(org, home, [], "nowhere");

        assert.equal(exitCode, 2);
        assert.match(stderr, /No org is signed in as "nowhere"/);
    });
});

interface Run {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** As `npm run check` does, in a home of its own. */
function runCheck(org: TargetOrg, home: string, args: readonly string[], alias?: string): Promise<Run> {
    const target = alias === undefined ? org.sf.args : ["--target-org", alias];
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [...doorway, "check", ...target, ...args], {
            cwd: packageRoot(),
            env: {
                ...{ ...process.env, ...quietSf, ...org.sf.env },
                ...{ HOME: home, USERPROFILE: home, LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" }
            },
            stdio: ["ignore", "pipe", "pipe"]
        });
        let [stdout, stderr] = ["", ""];
        child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
        child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
        child.once("error", reject).once("close", (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    });
}

/** jsforce writes keys that begin with "@" as attributes, and the key "" as the element's text. */
function typed(value: Value): Record<string, string> {
    const type = typeof value === "number" ? "double" : "string";
    return value === null ? { "@xsi:nil": "true" } : { "@xsi:type": `xsd:${type}`, "": String(value) };
}

async function assign(org: TargetOrg, world: GateWorld, permissionSet: string): Promise<void> {
    const user = await org.connection.identity();
    const sets = await org.connection.query(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    await world.create("PermissionSetAssignment", {
        AssigneeId: user.user_id,
        PermissionSetId: String(sets.records[0]?.Id)
    });
}

/** The public way to stop a flow: its definition with no active version. */
async function stopFlow(org: TargetOrg, flow: string): Promise<void> {
    const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
    const zip = new JSZip();
    zip.file(
        "package.xml",
        `<Package ${namespace}><types><members>${flow}</members><name>FlowDefinition</name></types><version>66.0</version></Package>`
    );
    zip.file(
        `flowDefinitions/${flow}.flowDefinition`,
        `<FlowDefinition ${namespace}><activeVersionNumber>0</activeVersionNumber></FlowDefinition>`
    );
    const content = await zip.generateAsync({ type: "base64" });
    const options = { rollbackOnError: true, singlePackage: true };
    const result = await org.connection.metadata.deploy(content, options).complete(true);
    assert.equal(result.success, true, JSON.stringify(result.details));
}
