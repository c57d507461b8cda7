import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { createRunFolder, Journal, openRunFolder } from "../runFolder.ts";
import type { Change } from "../stamp.ts";

const parent = mkdtempSync(join(tmpdir(), "pipewright-runs-"));
after(() => rmSync(parent, { recursive: true }));

const changes: Change[] = ["006000000000001AAA", "006000000000002AAA"].map((id) => ({
    id,
    name: "Deal",
    stage: "Qualification",
    before: { PW_Contact_Roles__c: "2", PW_Roles_Uncounted__c: true },
    after: { PW_Contact_Roles__c: "1", PW_Roles_Uncounted__c: false }
}));
const [first = "", second = ""] = changes.map(({ id }) => id);

describe("the folder of a run", () => {
    it("gives the plan back as it was kept", () => {
        const made = createRunFolder(parent, "run-1", "00D1", changes);
        assert.deepEqual(openRunFolder(parent, "run-1", "00D1"), made);
    });

    it("is not taken for whole where a line of the backup is missing", () => {
        const { path } = createRunFolder(parent, "run-2", "00D1", changes);
        const lines = readFileSync(join(path, "backup.jsonl"), "utf8").trimEnd().split("\n");
        writeFileSync(join(path, "backup.jsonl"), lines.slice(0, -1).join("\n"));
        assert.throws(() => openRunFolder(parent, "run-2", "00D1"), /is not whole: nothing was changed/);
    });

    it("is refused in another org than that of the run", () => {
        createRunFolder(parent, "run-4", "00D1", changes);
        assert.throws(() => openRunFolder(parent, "run-4", "00D2"), /was made in another org/);
    });

    it("is looked for below its parent alone", () => {
        assert.throws(() => openRunFolder(parent, "../elsewhere", "00D1"), /is no run/);
        assert.throws(() => openRunFolder(parent, "run-9", "00D1"), /There is no run in/);
    });
});

describe("the journal of a run", () => {
    it("tells what was begun and what became of it, past a line that a crash cut off", () => {
        const folder = createRunFolder(parent, "run-3", "00D1", changes);
        const journal = new Journal(folder, "journal");
        journal.noteWriting([first]);
        appendFileSync(join(folder.path, "journal.jsonl"), '{"settled":[{"id":"0060');
        journal.noteWriting([second]);
        journal.noteSettled([{ id: second, outcome: "refused", reason: "Frozen." }]);

        const { begun, settled } = journal.read();
        assert.deepEqual([...begun], [first, second]);
        assert.deepEqual([...settled.keys()], [second]);
        assert.equal(settled.get(second)?.reason, "Frozen.");
    });
});
