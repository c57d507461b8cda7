import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { CannotStart } from "../../cannotStart.ts";
import { applyRemoval, type RemovalDoors } from "../applyRemoval.ts";
import type { Component } from "../component.ts";
import type { Step } from "../planRemoval.ts";
import { createRemovalRun, openRemovalRun, RemovalJournal, replanRemoval } from "../removalRun.ts";

const rule: Component = { type: "ValidationRule", name: "Opportunity.PW_Rule" };
const set: Component = { type: "PermissionSet", name: "PW_Rep" };
const field: Component = { type: "CustomField", name: "Opportunity.PW_Kind__c" };
const steps: readonly Step[] = [
    { stage: "rules", action: "delete", components: [rule] },
    { stage: "fields", action: "delete", components: [field] },
    { stage: "access", action: "delete", components: [set] }
];

describe("applyRemoval", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "pipewright-removal-"))));
    after(() => rmSync(folder, { recursive: true }));

    /** An org that has all three; `refused` says what it won't delete. */
    function openDoors(run: string, refused: readonly Component[] = []) {
        const events: string[] = [];
        const present = new Set([rule, set, field]);
        const doors: RemovalDoors = {
            exportRows: (components) => {
                events.push(`export ${components.length}`);
                return Promise.resolve([{ object: "Opportunity", rows: 3, path: "Opportunity.csv" }]);
            },
            listPresent: () => Promise.resolve([...present]),
            apply: ({ components }) => {
                const blocked = components.filter((each) => refused.some(({ name }) => name === each.name));
                events.push(...components.map(({ name }) => name));
                return Promise.resolve(blocked.map((each) => ({ ...each, problem: "it is in use" })));
            },
            journal: new RemovalJournal(createRemovalRun(folder, run, "00D1", steps)),
            progress: () => undefined
        };
        return { doors, events };
    }

    it("keeps all rows before the first deletion, and those of a field again right before it goes", async () => {
        const { doors, events } = openDoors("whole");

        const { steps: done, exported } = await applyRemoval(steps, doors);

        assert.deepEqual(events, ["export 3", rule.name, "export 1", field.name, set.name]);
        assert.deepEqual(
            done.map(({ outcome }) => outcome),
            ["removed", "removed", "removed"]
        );
        assert.equal(exported[0]?.rows, 3);
    });

    it("ends where the org refuses, and keeps on going from a plan made anew, with what was written meanwhile", async () => {
        const { doors } = openDoors("stopped", [field]);
        const first = await applyRemoval(steps, doors);
        assert.deepEqual(
            first.steps.map(({ outcome }) => outcome),
            ["removed", "refused"]
        );
        assert.match(readFileSync(join(folder, "stopped", "journal.jsonl"), "utf8"), /it is in use/);

        const left = replanRemoval(openRemovalRun(folder, "stopped", "00D1"), "00D1", steps.slice(1));
        const again = openDoors("went on");
        await applyRemoval(left.steps, again.doors);

        assert.deepEqual(again.events, ["export 2", "export 1", field.name, set.name]);
        assert.deepEqual(openRemovalRun(folder, "stopped", "00D1").steps, steps.slice(1));
    });

    it("removes nothing where the export fails", async () => {
        const { doors, events } = openDoors("unexported");
        const failing = { ...doors, exportRows: () => Promise.reject(new CannotStart("The export is not complete.")) };

        await assert.rejects(applyRemoval(steps, failing), /not complete/);
        assert.deepEqual(events, []);
    });

    it("passes over what is gone already", async () => {
        const { doors, events } = openDoors("gone");

        const { steps: done } = await applyRemoval(steps, { ...doors, listPresent: () => Promise.resolve([field]) });

        assert.deepEqual(
            done.map(({ outcome }) => outcome),
            ["gone", "removed", "gone"]
        );
        assert.ok(!events.includes(rule.name));
    });

    it("refuses a run of another org, and one that is not there", () => {
        createRemovalRun(folder, "other", "00D2", steps);

        assert.throws(() => openRemovalRun(folder, "other", "00D1"), /made in another org: nothing was removed here/);
        assert.throws(() => openRemovalRun(folder, "none", "00D1"), /There is no removal in/);
        assert.throws(() => openRemovalRun(folder, "../else", "00D1"), /is no run/);
    });
});
