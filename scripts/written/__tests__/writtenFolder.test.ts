import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { hasDrifted, writeFolder } from "../writtenFolder.ts";

const files = [
    { path: "a.md", content: "a" },
    { path: "deep/b.md", content: "b" }
];

describe("a folder of written files", () => {
    let folder = "";
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "pw-written-"));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it("is written once; a second run changes nothing", async () => {
        assert.deepEqual((await writeFolder(folder, files, { check: false })).missing, ["a.md", "deep/b.md"]);
        assert.equal(hasDrifted(await writeFolder(folder, files, { check: false })), false);
        assert.equal(await readFile(join(folder, "deep/b.md"), "utf8"), "b");
    });
    it("is only compared on a check, which names what was edited, lost or left over", async () => {
        await writeFolder(folder, files, { check: false });
        await writeFile(join(folder, "a.md"), "edited by hand");
        await rm(join(folder, "deep/b.md"));
        await writeFile(join(folder, "old.md"), "of a rule that is gone");

        const drift = await writeFolder(folder, files, { check: true });

        assert.deepEqual(drift, { missing: ["deep/b.md"], changed: ["a.md"], unexpected: ["old.md"] });
        assert.equal(await readFile(join(folder, "a.md"), "utf8"), "edited by hand");
    });
    it("is mended by writing again", async () => {
        await writeFile(join(folder, "old.md"), "of a rule that is gone");
        await writeFolder(folder, files, { check: false });
        assert.equal(hasDrifted(await writeFolder(folder, files, { check: true })), false);
    });
});
