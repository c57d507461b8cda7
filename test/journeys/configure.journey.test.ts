/** `opportunity configure` as an admin types it, and what the overlay it wrote does in an org with sales processes. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import JSZip from "jszip";
import type { ConfigureResult } from "../../scripts/commands/opportunity/configure.ts";
import { firstChoices } from "../../scripts/configure/choices.ts";
import { gatherFeatures } from "../../scripts/configure/gather/gatherFeatures.ts";
import { readOverlayFolder, writeOverlayFolder } from "../../scripts/configure/overlayFolder.ts";
import { propose } from "../../scripts/configure/propose.ts";
import { overlayFiles } from "../../scripts/gate/overlay.ts";
import { standardPlan } from "../../scripts/gate/overlayPlan.ts";
import { packageRoot } from "../../scripts/org/packageRoot.ts";
import { quietSf } from "../../scripts/org/sfProgram.ts";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { doorway } from "../support/doorway.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { openSf } from "../support/sf.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const elsewhere = process.env["PW_TARGET_ORG"] ? "it gives the org record types, which can't be taken back" : false;
const placed = ["PW_Record_Type__c", "PW_Position__c", "PW_From_Position__c", "PW_Stage_Stamp__c"];

describe("opportunity configure", { skip: elsewhere }, () => {
    let org: TargetOrg;
    let world: GateWorld;
    const recordTypes = new Map<string, string>();
    const root = mkdtempSync(join(tmpdir(), "pipewright-configure-"));
    const folder = join(root, "our-overlay");
    const choicesPath = join(folder, "pipewright.json");

    before(async () => {
        org = await openDeployedOrg();
        world = await openGateWorld(org.connection, org.today);
    });
    after(async () => {
        await org.close();
        rmSync(root, { recursive: true });
    });

    const run = (...args: readonly string[]) => configure(org, root, ["--overlay-dir", folder, ...args]);
    /** What the command finds, without the seconds that a process takes to start. */
    const look = async (at = folder) => {
        const features = await gatherFeatures(org.connection);
        return propose(features, readOverlayFolder(at, packageRoot()), { prefer: "org", version: "0.1.0" });
    };
    const choose = (rules: object) =>
        writeFileSync(choicesPath, JSON.stringify({ ...JSON.parse(readFileSync(choicesPath, "utf8")), rules }));
    const deal = (recordType: string, stage: string) =>
        world.opportunity(stage, { RecordTypeId: recordTypes.get(recordType) ?? null });

    it("proposes the repository's own overlay for an org with the standard stages and no record types", async () => {
        const { overlay, plan } = await look(join(root, "none"));

        assert.equal(plan.hasRecordTypes, false);
        // Alerts are left to whoever asks for them.
        assert.deepEqual(overlay, overlayFiles({ ...standardPlan, modules: firstChoices().modules }));
    });

    it("writes what it shows, once the org has two sales processes", async () => {
        await addSalesProcesses(org);
        const { records } = await org.connection.query("SELECT Id, DeveloperName FROM RecordType");
        records.forEach((row) => recordTypes.set(String(row["DeveloperName"]), String(row.Id)));

        const { exitCode, stdout, stderr } = await run("--yes", "--json");

        assert.equal(exitCode, 0, stdout + stderr);
        const { result } = JSON.parse(stdout) as { result: ConfigureResult };
        const places = Object.fromEntries(
            result.processes.map(({ recordType, stages }) => [
                recordType,
                stages.map(({ name, position }) => `${position} ${name}`).join(", ")
            ])
        );
        assert.equal(places["Partner"], "1 Prospecting, 4 Pilot, 11 Closed Won, 0 Closed Lost");
        assert.equal(
            places["Enterprise"],
            "1 Qualification, 9 Negotiation/Review, 10 Pilot, 11 Closed Won, 0 Closed Lost"
        );
        assert.deepEqual(
            result.added.filter((path) => !existsSync(join(folder, path))),
            []
        );
    });

    it("refuses a choice of what isn't there in one sentence, and writes nothing", async () => {
        const before = readFileSync(join(folder, "pipewright.lock.json"), "utf8");
        const chosen = readFileSync(choicesPath, "utf8");
        choose({ "products-present": { level: "Block", from: { stage: "Signature" } } });

        const { exitCode, stderr } = await run("--yes");

        assert.equal(exitCode, 2);
        assert.match(stderr, /rules\.products-present\.from names the stage "Signature", which the org does not have/);
        assert.equal(readFileSync(join(folder, "pipewright.lock.json"), "utf8"), before);
        writeFileSync(choicesPath, chosen);
    });

    it("writes the level that is chosen, and a deploy of the folder brings it", async () => {
        choose({
            "products-present": { level: "Block", from: { probability: 75 } },
            "loss-reason-given": { level: "Block", field: "Why_Lost__c" }
        });
        const { files } = await look();
        writeOverlayFolder(readOverlayFolder(folder, packageRoot()), files);

        const sf = await openSf(org);
        const deployed = await sf.run(["project", "deploy", "start", "--source-dir", folder, ...org.sf.args, "--json"]);
        await sf.close();

        assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
    });

    it("judges a move by the process of the opportunity's own record type", async () => {
        const partner = await deal("Partner", "Prospecting");
        assert.equal(await world.save(partner, { StageName: "Pilot" }), null, "Pilot is early for partners");
        assert.deepEqual(Object.values(await world.read(partner, placed)), ["Partner", 4, 1, "Pilot"]);

        const enterprise = await deal("Enterprise", "Qualification");
        assert.notEqual(
            await world.save(enterprise, { StageName: "Pilot" }),
            null,
            "Pilot is the last for enterprises"
        );
        const none = await deal("none", "Qualification");
        assert.notEqual(await world.save(none, { StageName: "Pilot" }), null, "Pilot is the last of all stages");
    });

    it("places the stage anew when the record type changes, and judges nothing", async () => {
        const id = await deal("Partner", "Prospecting");
        await world.save(id, { StageName: "Pilot" });

        assert.equal(await world.save(id, { RecordTypeId: recordTypes.get("Enterprise") ?? null }), null);

        assert.deepEqual(Object.values(await world.read(id, placed)), ["Enterprise", 10, 1, "Pilot"]);
        assert.equal(await world.save(id, { RecordTypeId: null }), null);
        assert.deepEqual(Object.values(await world.read(id, placed)), [null, 10, 1, "Pilot"]);
    });

    it("compares the stage before in the record type before with the new one in the new", async () => {
        const id = await deal("Enterprise", "Negotiation/Review");

        await world.save(id, { StageName: "Pilot", RecordTypeId: recordTypes.get("Partner") ?? null });

        assert.deepEqual(Object.values(await world.read(id, placed)), ["Partner", 4, 9, "Pilot"]);
    });

    it("asks for the reason of a loss in the org's own field", async () => {
        const id = await deal("Partner", "Prospecting");

        const inOurs = await world.save(id, { StageName: "Closed Lost", PW_Loss_Reason__c: "Price" });
        assert.match(inOurs?.message ?? "", /The loss reason is blank/);
        assert.equal(await world.save(id, { StageName: "Closed Lost", Why_Lost__c: "Price" }), null);
    });

    it("finds nothing to write the second time", async () => {
        const { exitCode, stdout } = await run("--dry-run");

        assert.equal(exitCode, 0);
        assert.match(stdout, /is as it should be: nothing to write\./);
    });

    it("takes over a level that somebody set in the org", async () => {
        await world.setRule("close-date-not-past", { level: "Warn", fromPosition: 1 });

        const { levels, changes } = await look();

        const taken = levels.filter(({ isTakenOver }) => isTakenOver);
        assert.deepEqual(
            taken.map(({ ruleId, chosen, level }) => [ruleId, chosen, level]),
            [["close-date-not-past", "Observe", "Warn"]]
        );
        assert.ok(changes.changed.includes("pipewright.json"));
    });

    it("holds a rule to the record types and amounts of its record, and asks more of larger deals", async () => {
        const move = async (recordType: string, Amount: number | null): Promise<boolean> => {
            const RecordTypeId = recordTypes.get(recordType) ?? null;
            const id = await world.opportunity("Prospecting", { RecordTypeId, Amount });
            return (await world.save(id, { StageName: "Pilot" })) === null;
        };
        const isLetPass = async () => [
            await move("Partner", 49_999.99),
            await move("Partner", 50_000),
            await move("Partner", null),
            await move("none", 50_000)
        ];

        await world.setRule("products-present", { level: "Block", fromPosition: 1, recordTypes: "Partner" });
        assert.deepEqual(await isLetPass(), [false, false, false, true]);
        await world.setRule("products-present", { level: "Block", fromPosition: 1, minimumAmount: 50_000 });
        assert.deepEqual(await isLetPass(), [true, false, true, false]);
        await world.setRule("products-present", { level: "Off" });
        const larger = { largerMinimum: 1, largerFromAmount: 50_000 };
        await world.setRule("contact-roles-present", { level: "Block", fromPosition: 1, ...larger });
        assert.deepEqual(await isLetPass(), [true, false, true, false]);
    });
});

/** Adds a late stage of low probability, and two processes in which it stands differently. */
async function addSalesProcesses(org: TargetOrg): Promise<void> {
    const { records } = await org.connection.query(
        "SELECT ApiName, DefaultProbability, IsClosed, IsWon, ForecastCategory FROM OpportunityStage ORDER BY SortOrder"
    );
    const stages = records.map((row) =>
        stageValue(String(row["ApiName"]), {
            closed: String(row["IsClosed"]),
            won: String(row["IsWon"]),
            probability: String(row["DefaultProbability"]),
            forecastCategory: String(row["ForecastCategory"])
        })
    );
    const pilot = { closed: "false", won: "false", probability: "30", forecastCategory: "Pipeline" };
    const values = stages.toSpliced(8, 0, stageValue("Pilot", pilot)).join("");
    const offers = {
        Partner: ["Prospecting", "Pilot"],
        Enterprise: ["Qualification", "Negotiation/Review", "Pilot"]
    };
    const parts = Object.entries(offers).map(([name, open]) => {
        const offered = [...open, "Closed Won", "Closed Lost"]
            .map(
                (stage) => `<values><fullName>${encodeURIComponent(stage)}</fullName><default>false</default></values>`
            )
            .join("");
        return {
            process: `<businessProcesses><fullName>${name}</fullName><isActive>true</isActive>${offered}</businessProcesses>`,
            recordType: `<recordTypes><fullName>${name}</fullName><active>true</active><businessProcess>${name}</businessProcess><label>${name}</label></recordTypes>`
        };
    });
    const field = `<fields><fullName>Why_Lost__c</fullName><label>Why Lost</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>Price</fullName><default>false</default><label>Price</label></value></valueSetDefinition></valueSet></fields>`;
    const object =
        field + parts.map(({ process }) => process).join("") + parts.map(({ recordType }) => recordType).join("");
    const named = Object.keys(offers)
        .map((name) => `<members>Opportunity.${name}</members>`)
        .join("");
    await deploy(org, {
        "package.xml": inRoot(
            "Package",
            `<types><members>Opportunity.Why_Lost__c</members><name>CustomField</name></types><types>${named}<name>BusinessProcess</name></types><types>${named}<name>RecordType</name></types><types><members>OpportunityStage</members><name>StandardValueSet</name></types><version>66.0</version>`
        ),
        "objects/Opportunity.object": inRoot("CustomObject", object),
        "standardValueSets/OpportunityStage.standardValueSet": inRoot(
            "StandardValueSet",
            `<sorted>false</sorted>${values}`
        )
    });
}

function stageValue(name: string, tags: Readonly<Record<string, string>>): string {
    const others = Object.entries(tags).map(([tag, text]) => `<${tag}>${text}</${tag}>`);
    return `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label>${others.join("")}</standardValue>`;
}

function inRoot(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
}

async function deploy(org: TargetOrg, files: Readonly<Record<string, string>>): Promise<void> {
    const zip = new JSZip();
    Object.entries(files).forEach(([path, text]) => zip.file(path, text));
    const content = await zip.generateAsync({ type: "base64" });
    const options = { rollbackOnError: true, singlePackage: true };
    const result = await org.connection.metadata.deploy(content, options).complete(true);
    assert.ok(result.success, JSON.stringify(result.details));
}

interface Ended {
    readonly exitCode: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** In a home of its own. */
function configure(org: TargetOrg, home: string, args: readonly string[]): Promise<Ended> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [...doorway, "configure", ...org.sf.args, ...args], {
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
        child.once("error", reject).once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
    });
}
