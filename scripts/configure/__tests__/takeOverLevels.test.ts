import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Level } from "c/pwPolicy";
import { customMetadataPath } from "../../gate/customMetadata.ts";
import { choicesFile, parseChoices, type Choices } from "../choices.ts";
import { lockFile, noLock, parseLock, printLock, type Lock } from "../lock.ts";
import { propose } from "../propose.ts";
import { levelInRecord } from "../recordText.ts";
import { settleLevels, withLevels } from "../takeOverLevels.ts";
import { features } from "./orgFeatures.ts";

const rule = "products-present";
const recordPath = customMetadataPath("PW_Rule", "Products_Present");

describe("the level of a rule, between the choices and the org", () => {
    const table: readonly [
        what: string,
        chosen: Level | undefined,
        inOrg: Level | undefined,
        lastSeen: Level | undefined,
        lastWritten: Level | undefined,
        expected: readonly [Level, isTakenOver: boolean]
    ][] = [
        ["both say the same", "Warn", "Warn", "Observe", "Observe", ["Warn", false]],
        ["the org has no record", "Block", undefined, undefined, undefined, ["Block", false]],
        [
            "nothing was chosen, and the org says nothing",
            undefined,
            undefined,
            undefined,
            undefined,
            ["Observe", false]
        ],
        ["somebody raised it in the org", "Observe", "Warn", "Observe", "Observe", ["Warn", true]],
        ["somebody raised it before the first run", "Observe", "Block", undefined, undefined, ["Block", true]],
        ["somebody raised it, and nothing was chosen", undefined, "Block", "Observe", "Observe", ["Block", true]],
        ["it was chosen and never deployed", "Block", "Observe", "Observe", "Block", ["Block", false]],
        [
            "what was chosen before was deployed, and another is chosen",
            "Block",
            "Warn",
            "Observe",
            "Warn",
            ["Block", false]
        ],
        [
            "what was chosen before was never deployed, and another is chosen",
            "Block",
            "Observe",
            "Observe",
            "Warn",
            ["Block", false]
        ],
        ["what was chosen was deployed, and somebody then changed it", "Warn", "Off", "Observe", "Warn", ["Off", true]],
        [
            "it was deployed and seen, and somebody undid it in the org",
            "Warn",
            "Observe",
            "Warn",
            "Warn",
            ["Observe", true]
        ],
        ["it was deployed, and the choice was undone", "Observe", "Warn", "Observe", "Warn", ["Observe", false]],
        ["both were changed", "Block", "Off", "Observe", "Warn", ["Off", true]]
    ];
    for (const [what, chosen, inOrg, lastSeen, lastWritten, expected] of table) {
        it(`where ${what}`, () => {
            const given = { version: 1, rules: chosen === undefined ? {} : { [rule]: { level: chosen, minimum: 1 } } };
            const choices = parseChoices(JSON.stringify(given), "pipewright.json");
            const written = levels(lastWritten);
            const known = { choices, inOrg: levels(inOrg), lastSeen: levels(lastSeen), inFolder: levels(undefined) };

            const settled = settleLevels({ ...known, lastWritten: written, prefer: "org" });

            const found = settled.find(({ ruleId }) => ruleId === rule);
            assert.deepEqual([found?.level, found?.isTakenOver], expected);
            const after = withLevels(choices, settled).rules[rule];
            assert.equal(after?.level, expected[1] ? expected[0] : chosen);
            assert.equal(after?.minimum, chosen === undefined ? undefined : "1");
            const byChoices = settleLevels({ ...known, lastWritten: written, prefer: "choices" });
            assert.ok(!byChoices.some(({ isTakenOver }) => isTakenOver));
        });
    }
});

describe("a level that is chosen, run after run", () => {
    it("stays chosen though the one before was deployed", () => {
        const folder = new Folder();
        folder.configure("sandbox", "Observe");
        folder.choose("Warn");
        folder.configure("sandbox", "Observe");
        folder.choose("Block");

        folder.configure("sandbox", folder.record());

        assert.deepEqual([folder.chosen(), folder.record()], ["Block", "Block"]);
    });

    it("gives way to what somebody sets in the org after the deploy", () => {
        const folder = new Folder();
        folder.configure("sandbox", "Observe");
        folder.choose("Warn");
        folder.configure("sandbox", "Observe");

        folder.configure("sandbox", "Off");

        assert.deepEqual([folder.chosen(), folder.record()], ["Off", "Off"]);
    });

    it("stays chosen where the folder was deployed to an org that it was not written for", () => {
        const folder = new Folder();
        folder.configure("sandbox", "Observe");
        folder.choose("Warn");
        folder.configure("sandbox", "Observe");
        folder.choose("Block");

        folder.configure("production", "Warn");

        assert.equal(folder.chosen(), "Block");
    });

    it("keeps apart what was written for each of two orgs", () => {
        const folder = new Folder();
        folder.configure("sandbox", "Observe");
        folder.choose("Warn");
        folder.configure("sandbox", "Observe");
        folder.configure("production", "Warn");
        folder.choose("Block");
        folder.configure("sandbox", "Warn");
        folder.choose("Observe");

        folder.configure("production", "Warn");
        assert.equal(folder.chosen(), "Observe");
        folder.configure("sandbox", "Off");
        assert.equal(folder.chosen(), "Off");
    });

    it("is compared with the folder where an older lock says nothing of what was written", () => {
        const folder = new Folder();
        folder.configure("sandbox", "Observe");
        folder.choose("Warn");
        folder.configure("sandbox", "Observe");
        const { writtenLevels: _, ...older } = JSON.parse(printLock(folder.lock)) as Lock;
        folder.lock = parseLock(JSON.stringify(older), lockFile);
        folder.choose("Block");

        folder.configure("sandbox", "Warn");

        assert.equal(folder.chosen(), "Block");
    });
});

/** A customer's folder over several runs of configure, for orgs whose record of the rule a test sets. */
class Folder {
    files: ReadonlyMap<string, string> = new Map();
    choices: Choices = parseChoices('{"version":1}', choicesFile);
    lock: Lock = noLock;

    choose(level: Level): void {
        this.choices = { ...this.choices, rules: { [rule]: { level } } };
    }

    configure(orgId: string, inOrg: Level): void {
        const org = features({ org: { id: orgId, name: orgId }, levels: levels(inOrg) });
        const { files } = propose(org, { path: "ours", ...this }, { prefer: "org", version: "1.0.0" });
        this.files = new Map(files.map(({ path, content }) => [path, content]));
        this.choices = parseChoices(this.files.get(choicesFile) ?? "", choicesFile);
        this.lock = parseLock(this.files.get(lockFile) ?? "", lockFile);
    }

    chosen(): Level | undefined {
        return this.choices.rules[rule]?.level;
    }

    /** What a deploy of the folder brings. */
    record(): Level {
        const level = levelInRecord(this.files.get(recordPath) ?? "");
        assert.ok(level);
        return level;
    }
}

function levels(level: Level | undefined): ReadonlyMap<string, Level> {
    return new Map(level === undefined ? [] : [[rule, level]]);
}
