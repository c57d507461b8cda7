import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { askedRule } from "../askedRule.ts";
import { createLevelRun, openLevelRun } from "../levelRun.ts";
import { proposedCommand, rehearsal } from "../proposal.ts";
import { levelOf, readRuleRecord, recordPackage, withLevel, type RecordReader } from "../ruleRecord.ts";
import { setLevel } from "../setLevel.ts";

const rule = askedRule("products-present");
const kept = {
    fullName: "PW_Rule.Products_Present",
    label: "Products & prices",
    protected: "false",
    values: [
        { field: "Level__c", value: { _: "Observe", $: { "xsi:type": "xsd:string" } } },
        { field: "From_Position__c", value: { _: "7.0", $: { "xsi:type": "xsd:double" } } },
        { field: "Created_From__c", value: { $: { "xsi:nil": "true" } } }
    ]
};

/** An org that has this record and takes every deploy, counting them. */
function orgWith(record: unknown): RecordReader & { deploys: number } {
    const org = {
        deploys: 0,
        instanceUrl: "https://org",
        metadata: {
            read: () => Promise.resolve(record),
            deploy: () => {
                org.deploys += 1;
                return Promise.resolve({ id: "0Af1" });
            },
            checkDeployStatus: () => Promise.resolve({ done: true, success: true, status: "Succeeded" })
        }
    };
    return org;
}

describe("the record of a rule", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "pipewright-level-"))));
    after(() => rmSync(folder, { recursive: true }));

    it("keeps every value but the level, with its type, and blanks as blanks", async () => {
        const record = await readRuleRecord(orgWith(kept), rule);

        const files = recordPackage(withLevel(record, "Warn"));

        assert.equal(levelOf(record), "Observe");
        const text = files["customMetadata/PW_Rule.Products_Present.md"] ?? "";
        assert.match(text, /<label>Products &amp; prices<\/label>/);
        assert.match(text, /<field>From_Position__c<\/field>\s*<value xsi:type="xsd:double">7\.0<\/value>/);
        assert.match(text, /<field>Created_From__c<\/field>\s*<value xsi:nil="true"\/>/);
        assert.match(text, /<field>Level__c<\/field>\s*<value xsi:type="xsd:string">Warn<\/value>/);
        assert.doesNotMatch(text, /Observe/);
        assert.match(files["package.xml"] ?? "", /<members>PW_Rule\.Products_Present<\/members>/);
    });

    it("is not written where it can't be read whole", async () => {
        await assert.rejects(readRuleRecord(orgWith({}), rule), /could not be read whole: nothing was changed/);
    });

    it("is left alone where somebody changed the level meanwhile, or it says so already", async () => {
        const record = await readRuleRecord(orgWith(kept), rule);
        const change = { run: "mine", orgId: "00D1", ruleId: rule.id, from: "Observe", to: "Block" } as const;
        const run = createLevelRun(folder, change, record, recordPackage(record));
        const org = orgWith(kept);

        await assert.rejects(
            setLevel(org, rule, run, { from: "Warn", to: "Block" }),
            /stands at Observe by now, not at Warn/
        );
        await setLevel(org, rule, run, { from: "Warn", to: "Observe" });
        assert.equal(org.deploys, 0);
        await setLevel(org, rule, run, { from: "Observe", to: "Block" });
        assert.equal(org.deploys, 1);
        assert.match(readFileSync(join(folder, "mine", "journal.jsonl"), "utf8"), /"writing".*\n.*\n*.*"written"/s);
        assert.deepEqual(openLevelRun(folder, "mine", "00D1"), run);
        assert.throws(() => openLevelRun(folder, "mine", "00D2"), /made in another org/);
    });

    it("has nothing to take back where the run never asked the org, or the org refused", async () => {
        const record = await readRuleRecord(orgWith(kept), rule);
        const change = { orgId: "00D1", ruleId: rule.id, from: "Observe", to: "Block" } as const;
        const files = recordPackage(record);
        createLevelRun(folder, { run: "left", ...change }, record, files);
        const refused = createLevelRun(folder, { run: "refused", ...change }, record, files);
        const org = orgWith(kept);
        org.metadata.checkDeployStatus = () =>
            Promise.resolve({ done: true, success: false, status: "Failed", errorMessage: "No." });

        await assert.rejects(setLevel(org, rule, refused, { from: "Observe", to: "Block" }), /refused the level: No\./);

        assert.throws(() => openLevelRun(folder, "left", "00D1"), /Run left set no level/);
        assert.throws(() => openLevelRun(folder, "refused", "00D1"), /Run refused set no level/);
    });

    it("is proposed by a command that a shell takes as it is", () => {
        assert.match(
            proposedCommand("/a folder/run", "my-sandbox"),
            /^npx sf project deploy start --dry-run --test-level RunLocalTests --metadata-dir '\/a folder\/run\/package' --target-org my-sandbox$/
        );
    });

    it("is proposed without the session that stands in for the org's name", () => {
        assert.match(proposedCommand("/run", "00D5!secret"), /--target-org …$/);
    });

    it("is rehearsed by a command that keeps nothing", () => {
        assert.equal(
            rehearsal("products-present", "00D5!secret"),
            "npm run -s level -- products-present --to Block --run-tests --dry-run --target-org …"
        );
    });
});
