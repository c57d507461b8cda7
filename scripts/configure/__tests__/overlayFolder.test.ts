import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { changesOf, readOverlayFolder, writeOverlayFolder } from "../overlayFolder.ts";

describe("the folder of an overlay", () => {
    let root: string;
    const path = () => join(root, "overlay");
    const read = () => readOverlayFolder(path(), join(root, "product"));
    const files = (...given: readonly (readonly [path: string, content: string])[]) =>
        given.map(([name, content]) => ({ path: name, content }));
    const tree = () =>
        readdirSync(root, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
            .sort();

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "pipewright-overlay-"));
    });
    afterEach(() => {
        rmSync(root, { recursive: true });
    });

    it("is made where there is none", () => {
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"], ["pipewright.json", '{"version":1}']));

        assert.deepEqual(tree(), ["overlay/flows/PW_A.flow-meta.xml", "overlay/pipewright.json"]);
        assert.deepEqual(read().choices?.version, 1);
    });

    it("loses what is no longer asked for, and keeps what others put there", () => {
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"], ["flows/PW_B.flow-meta.xml", "b"]));
        writeFileSync(join(path(), "README.md"), "ours");
        writeFileSync(join(path(), "flows", "Ours.flow-meta.xml"), "ours");

        const wanted = files(["flows/PW_A.flow-meta.xml", "a2"], ["flows/PW_C.flow-meta.xml", "c"]);
        assert.deepEqual(changesOf(read(), wanted), {
            added: ["flows/PW_C.flow-meta.xml"],
            changed: ["flows/PW_A.flow-meta.xml"],
            removed: ["flows/PW_B.flow-meta.xml"]
        });
        writeOverlayFolder(read(), wanted);

        assert.deepEqual(tree(), [
            "overlay/README.md",
            "overlay/flows/Ours.flow-meta.xml",
            "overlay/flows/PW_A.flow-meta.xml",
            "overlay/flows/PW_C.flow-meta.xml"
        ]);
        assert.equal(readFileSync(join(path(), "flows/PW_A.flow-meta.xml"), "utf8"), "a2");
    });

    it("stays as it was where one file can't be written", () => {
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"], ["flows/PW_B.flow-meta.xml", "b"]));
        const folder = read();
        // A folder in the place of a file to be written.
        mkdirSync(join(path(), "flows/PW_C.flow-meta.xml/inside"), { recursive: true });

        const wanted = files(["flows/PW_A.flow-meta.xml", "a2"], ["flows/PW_C.flow-meta.xml", "c"]);
        assert.throws(() => writeOverlayFolder(folder, wanted), { name: "CannotStart", message: /it is as it was/ });

        assert.deepEqual(tree(), ["overlay/flows/PW_A.flow-meta.xml", "overlay/flows/PW_B.flow-meta.xml"]);
        assert.equal(readFileSync(join(path(), "flows/PW_A.flow-meta.xml"), "utf8"), "a");
    });

    it("is not made where it can't be filled", () => {
        writeFileSync(join(root, "overlay"), "a file");
        assert.throws(() => writeOverlayFolder({ ...read(), path: join(path(), "in") }, files(["a", "b"])), {
            name: "CannotStart"
        });
        assert.equal(existsSync(join(path(), "in")), false);
    });

    it("is never the product's own", () => {
        assert.throws(() => readOverlayFolder(join(root, "product/force-app/overlay"), join(root, "product")), {
            name: "CannotStart",
            message: /belongs to Pipewright/
        });
    });

    it("is refused with a lock that nobody wrote", () => {
        mkdirSync(path());
        writeFileSync(join(path(), "pipewright.lock.json"), "<<<<<<< HEAD");
        assert.throws(read, { name: "CannotStart", message: /restore it from version control, or delete it/ });
    });
});
