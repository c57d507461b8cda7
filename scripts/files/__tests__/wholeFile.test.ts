import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { checkWritable, readWhole, writeWhole } from "../wholeFile.ts";

const folder = mkdtempSync(join(tmpdir(), "pipewright-files-"));
after(() => rmSync(folder, { recursive: true }));

describe("a file", () => {
    it("is written whole, with nothing beside it", () => {
        writeWhole(join(folder, "a.csv"), "車隊");

        assert.equal(readFileSync(join(folder, "a.csv"), "utf8"), "車隊");
        assert.deepEqual(readdirSync(folder), ["a.csv"]);
    });

    it("in a folder that isn't there is one sentence", () => {
        assert.throws(() => writeWhole(join(folder, "no", "a.csv"), ""), { name: "CannotStart", message: /ENOENT/ });
        assert.throws(() => readWhole(join(folder, "no.json")), {
            name: "CannotStart",
            message: /no\.json could not be read/
        });
    });

    it("is known to be writable before there is anything to write, and nothing is left of the question", () => {
        const before = readdirSync(folder);

        checkWritable(join(folder, "a.csv"));
        checkWritable(join(folder, "later.html"));

        assert.deepEqual(readdirSync(folder), before);
    });

    it("is known not to be writable where its folder is missing or it is a folder itself", () => {
        assert.throws(() => checkWritable(join(folder, "no", "a.html")), { name: "CannotStart", message: /ENOENT/ });
        assert.throws(() => checkWritable(folder), { name: "CannotStart", message: /is a folder: name a file in it/ });
    });

    it("gets a folder made for it where that is ours to make", () => {
        checkWritable(join(folder, "reports", "audit.html"), { makeFolder: true });

        assert.deepEqual(readdirSync(join(folder, "reports")), []);
    });
});
