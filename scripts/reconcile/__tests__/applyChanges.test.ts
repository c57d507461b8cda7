import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import { applyChanges, batchSize, type WriteRecords } from "../applyChanges.ts";
import { createRunFolder, Journal } from "../runFolder.ts";
import { stampFields, stampTypes, type Change } from "../stamp.ts";

const parent = mkdtempSync(join(tmpdir(), "pipewright-apply-"));
after(() => rmSync(parent, { recursive: true }));

const idOf = (number: number): string => `006${String(number).padStart(15, "0")}`;
const changes: Change[] = Array.from({ length: batchSize + 50 }, (_, number) => ({
    id: idOf(number),
    name: `Deal ${number}`,
    stage: "Qualification",
    before: { PW_Contact_Roles__c: "2" },
    after: { PW_Contact_Roles__c: "1" }
}));

/** An org that knows these opportunities, with two contacts each until they are written. */
function org() {
    const contactRoles = new Map(changes.map(({ id }) => [id, 2]));
    const asked: number[] = [];
    const rowOf = (id: string): object => ({
        ...Object.fromEntries(stampFields.map((field) => [field, stampTypes[field] === "boolean" ? false : null])),
        ...{ Id: id, StageName: "Qualification", PW_Contact_Roles__c: contactRoles.get(id) }
    });
    const request = (url: string): Promise<string> => {
        const records = [...decodeURIComponent(url).matchAll(/'(\w{18})'/g)].map(([, id = ""]) => rowOf(id));
        return Promise.resolve(JSON.stringify({ records, done: true }));
    };
    const write: WriteRecords = (records) => {
        asked.push(records.length);
        for (const { Id, PW_Contact_Roles__c } of records) contactRoles.set(String(Id), Number(PW_Contact_Roles__c));
        return Promise.resolve(records.map(() => null));
    };
    return { contactRoles, asked, write, reader: new OrgReader({ instanceUrl: "https://org.example", request }) };
}

const quiet = { progress: () => undefined, pause: () => Promise.resolve() };

describe("applying changes", () => {
    it("writes 200 at a time, and nothing again when run again", async () => {
        const { asked, write, reader } = org();
        const journal = new Journal(createRunFolder(parent, "all", "00D1", changes), "journal");
        const settled = await applyChanges(changes, { reader, write, journal, ...quiet });
        const again = await applyChanges(changes, { reader, write, journal, ...quiet });

        assert.deepEqual(asked, [200, 50]);
        assert.ok(settled.every(({ outcome }) => outcome === "written"));
        assert.deepEqual(again, settled);
    });

    it("goes on after a crash whose batch went through unseen", async () => {
        const { asked, write, reader } = org();
        const journal = new Journal(createRunFolder(parent, "crash", "00D1", changes), "journal");
        const crash: WriteRecords = async (records) => {
            await write(records);
            throw new Error("killed");
        };
        await assert.rejects(applyChanges(changes, { reader, write: crash, journal, ...quiet }), /killed/);
        const settled = await applyChanges(changes, { reader, write, journal, ...quiet });

        assert.deepEqual(asked, [200, 50]);
        assert.equal(settled.filter(({ outcome }) => outcome === "written").length, 250);
    });

    it("leaves alone what somebody changed meanwhile, and keeps the org's reason for a refusal", async () => {
        const { asked, contactRoles, reader } = org();
        contactRoles.set(idOf(0), 5);
        const write: WriteRecords = (records) => {
            asked.push(records.length);
            return Promise.resolve(records.map(({ Id }) => (Id === idOf(1) ? "Frozen." : null)));
        };
        const journal = new Journal(createRunFolder(parent, "others", "00D1", changes), "journal");
        const [changed, refused] = await applyChanges(changes, { reader, write, journal, ...quiet });

        assert.deepEqual(asked, [199, 50]);
        assert.deepEqual(changed, { id: idOf(0), outcome: "changedMeanwhile", reason: null });
        assert.deepEqual(refused, { id: idOf(1), outcome: "refused", reason: "Frozen." });
    });
});
