import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Level } from "c/pwPolicy";
import { features } from "../../configure/__tests__/orgFeatures.ts";
import { parseChoices } from "../../configure/choices.ts";
import { readOverlayFolder, writeOverlayFolder } from "../../configure/overlayFolder.ts";
import { propose, type Proposal } from "../../configure/propose.ts";
import { levelInRecord } from "../../configure/recordText.ts";
import { askedRule } from "../askedRule.ts";
import { otherSettings } from "../otherSettings.ts";
import { readOverlayLevel, recordIn, takeBackOverlayLevel, writeOverlayLevel } from "../overlayLevel.ts";
import type { OrgRuleRecord } from "../ruleRecord.ts";
import { writeOverlayOutcome } from "../writeOverlayOutcome.ts";

const rule = askedRule("products-present");
const orgId = "00D000000000001";

describe("the level in a customer's overlay", () => {
    let folder: string;
    beforeEach(() => {
        folder = join(mkdtempSync(join(tmpdir(), "pipewright-overlay-level-")), "ours");
        configure("Warn");
    });
    afterEach(() => rmSync(dirname(folder), { recursive: true }));

    /** As the command does for an org whose record says `inOrg`. */
    function configure(inOrg: Level): Proposal {
        const before = readOverlayFolder(folder, "/none");
        const org = features({ levels: new Map([[rule.id, inOrg]]) });
        const proposal = propose(org, before, { prefer: "org", version: "1.0.0" });
        writeOverlayFolder(before, proposal.files);
        return proposal;
    }

    const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");
    const choices = () => parseChoices(textOf("pipewright.json"), "pipewright.json");
    const record = (): Level | null => levelInRecord(recordIn(folder, rule)?.content ?? "");
    const raise = (to: Level) => {
        const before = readOverlayLevel(folder, rule);
        assert.ok(before);
        assert.ok(writeOverlayLevel(rule, orgId, { ...before, chosen: to, record: to }));
        return before;
    };

    it("is chosen and brought by a deploy, and nothing else changes there", () => {
        const [before, text] = [choices(), recordIn(folder, rule)?.content];

        raise("Block");

        assert.equal(choices().rules[rule.id]?.level, "Block");
        assert.deepEqual({ ...choices(), rules: { ...choices().rules, [rule.id]: before.rules[rule.id] } }, before);
        assert.equal(recordIn(folder, rule)?.content, text?.replace(">Warn<", ">Block<"));
    });

    it("is known to configure, which has nothing to write, and is not taken for somebody's when another is chosen", () => {
        raise("Block");
        const { added, changed, removed } = configure("Block").changes;
        assert.deepEqual([...added, ...changed, ...removed], []);

        raise("Off");
        writeFileSync(join(folder, "pipewright.json"), textOf("pipewright.json").replace('"Off"', '"Observe"'));
        configure("Off");
        assert.equal(record(), "Observe");
    });

    it("is taken back with the run, choice and record and all", () => {
        const [choice, text] = [textOf("pipewright.json"), recordIn(folder, rule)?.content];
        const before = raise("Block");

        const taken = takeBackOverlayLevel(rule, orgId, before, { from: "Warn", to: "Block" });

        assert.deepEqual(taken, { choiceLeft: null, isGone: false });
        assert.deepEqual([textOf("pipewright.json"), recordIn(folder, rule)?.content], [choice, text]);
        const { added, changed, removed } = configure("Warn").changes;
        assert.deepEqual([...added, ...changed, ...removed], []);
    });

    it("is no choice again where nothing was chosen before", () => {
        writeFileSync(join(folder, "pipewright.json"), '{ "version": 1, "rules": {} }');
        const before = raise("Block");

        takeBackOverlayLevel(rule, orgId, before, { from: "Warn", to: "Block" });

        assert.deepEqual(choices().rules, {});
    });

    it("is left, and told, where somebody chose another meanwhile; the record goes back", () => {
        const before = raise("Block");
        writeFileSync(join(folder, "pipewright.json"), textOf("pipewright.json").replace('"Block"', '"Off"'));

        const taken = takeBackOverlayLevel(rule, orgId, before, { from: "Warn", to: "Block" });

        assert.deepEqual(taken, { choiceLeft: "Off", isGone: false });
        assert.deepEqual([choices().rules[rule.id]?.level, record()], ["Off", "Warn"]);
    });

    it("is told to be gone where the folder is", () => {
        const before = raise("Block");
        rmSync(folder, { recursive: true });
        assert.ok(takeBackOverlayLevel(rule, orgId, before, { from: "Warn", to: "Block" }).isGone);
    });

    it("is only chosen where the folder has no record yet, and configure must run first", () => {
        mkdirSync(join(folder, "new"));
        writeFileSync(join(folder, "new", "pipewright.json"), '{ "version": 1 }');
        const before = readOverlayLevel(join(folder, "new"), rule);
        assert.ok(before);

        const isWritten = writeOverlayLevel(rule, orgId, { ...before, chosen: "Block", record: "Block" });

        assert.equal(isWritten, false);
        const [said] = writeOverlayOutcome({ rule, record: inOrg({}), folder: before.folder, isWritten }, "en");
        assert.match(JSON.stringify(said), /Run opportunity configure before you deploy/);
    });

    it("is nobody's where nobody chooses, and refused where the choices can't be read", () => {
        assert.equal(readOverlayLevel(join(folder, "none"), rule), null);
        writeFileSync(join(folder, "pipewright.json"), "{");
        assert.throws(() => readOverlayLevel(folder, rule), /is not JSON/);
    });

    it("comes with what else a deploy of the folder would change in the org", () => {
        const same = { Level__c: "Warn", From_Position__c: "4" };
        const position = /From_Position__c<\/field>\s*<value[^>]*>([\d.]+)/.exec(
            recordIn(folder, rule)?.content ?? ""
        )?.[1];
        const file = recordIn(folder, rule)?.content ?? "";
        assert.deepEqual(otherSettings(rule, inOrg({ ...same, From_Position__c: position ?? "" }), file), []);
        const other = inOrg({ From_Position__c: position ?? "", Exempt_Families__c: "Training" });

        const sections = writeOverlayOutcome({ rule, record: other, folder, isWritten: true }, "en");

        assert.match(JSON.stringify(sections), /Exempt_Families__c is Training in the org, and becomes blank/);
        assert.doesNotMatch(JSON.stringify(sections), /From_Position__c|Level__c/);
    });
});

function inOrg(values: Readonly<Record<string, string>>): OrgRuleRecord {
    return {
        ...{ fullName: "PW_Rule.Products_Present", label: "Products", protected: false },
        values: Object.entries(values).map(([field, text]) => ({ field, value: { type: "xsd:string", text } }))
    };
}
