import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    symlinkSync,
    writeFileSync
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { lockFile, noLock, printLock } from "../lock.ts";
import { changesOf, readOverlayFolder, writeOverlayFolder } from "../overlayFolder.ts";

describe("the folder of an overlay", () => {
    let root: string;
    const path = () => join(root, "overlay");
    const read = () => readOverlayFolder(path(), join(root, "product"));
    /** With the lock that names them, as every run writes it. */
    const files = (...given: readonly (readonly [path: string, content: string])[]) => {
        const lock = { ...noLock, files: given.map(([name]) => name).filter((name) => name !== "pipewright.json") };
        return [...given, [lockFile, printLock(lock)] as const].map(([name, content]) => ({ path: name, content }));
    };
    const put = (file: string, text: string) => {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
    };
    const tree = () =>
        readdirSync(root, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
            .sort();

    beforeEach(() => {
        root = realpathSync(mkdtempSync(join(tmpdir(), "pipewright-overlay-")));
    });
    afterEach(() => {
        rmSync(root, { recursive: true });
    });

    it("is made where there is none", () => {
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"], ["pipewright.json", '{"version":1}']));

        assert.deepEqual(tree(), [
            "overlay/flows/PW_A.flow-meta.xml",
            "overlay/pipewright.json",
            "overlay/pipewright.lock.json"
        ]);
        assert.deepEqual(read().choices?.version, 1);
    });

    it("loses what is no longer asked for, and keeps what others put there", () => {
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"], ["flows/PW_B.flow-meta.xml", "b"]));
        writeFileSync(join(path(), "README.md"), "ours");
        writeFileSync(join(path(), "flows", "Ours.flow-meta.xml"), "ours");

        const wanted = files(["flows/PW_A.flow-meta.xml", "a2"], ["flows/PW_C.flow-meta.xml", "c"]);
        assert.deepEqual(changesOf(read(), wanted), {
            added: ["flows/PW_C.flow-meta.xml"],
            changed: ["flows/PW_A.flow-meta.xml", "pipewright.lock.json"],
            removed: ["flows/PW_B.flow-meta.xml"]
        });
        writeOverlayFolder(read(), wanted);

        assert.deepEqual(tree(), [
            "overlay/README.md",
            "overlay/flows/Ours.flow-meta.xml",
            "overlay/flows/PW_A.flow-meta.xml",
            "overlay/flows/PW_C.flow-meta.xml",
            "overlay/pipewright.lock.json"
        ]);
        assert.equal(readFileSync(join(path(), "flows/PW_A.flow-meta.xml"), "utf8"), "a2");
    });

    it("keeps files of others, whatever they are named", () => {
        const others = ["classes/PW_Pricing.cls", "flows/PW_Our_Own.flow-meta.xml", "notes/PW_readme.txt"];
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"]));
        others.forEach((file) => put(join("overlay", file), "theirs"));

        assert.deepEqual(changesOf(read(), files(["flows/PW_A.flow-meta.xml", "a"])).removed, []);
        writeOverlayFolder(read(), files(["flows/PW_B.flow-meta.xml", "b"]));

        assert.deepEqual(
            others.map((file) => readFileSync(join(path(), file), "utf8")),
            others.map(() => "theirs")
        );
    });

    it("is refused where a file of somebody else would be overwritten, and taken where it is the same", () => {
        put("overlay/flows/PW_A.flow-meta.xml", "theirs");

        assert.throws(() => writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"])), {
            name: "CannotStart",
            message: /PW_A\.flow-meta\.xml is there already, and pipewright\.lock\.json does not name it/
        });
        assert.equal(readFileSync(join(path(), "flows/PW_A.flow-meta.xml"), "utf8"), "theirs");
        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "theirs"]));
        assert.ok(read().files.has("flows/PW_A.flow-meta.xml"));
    });

    it("stays as it was where one file can't be written", () => {
        const before = files(["flows/PW_A.flow-meta.xml", "a"], ["flows/PW_B.flow-meta.xml", "b"]);
        writeOverlayFolder(read(), before);
        // A folder in the place of a file to be written.
        put("overlay/flows/PW_C.flow-meta.xml/inside", "theirs");
        const is = tree();

        const wanted = files(["flows/PW_A.flow-meta.xml", "a2"], ["new/A.xml", ""], ["flows/PW_C.flow-meta.xml", "c"]);
        assert.throws(() => writeOverlayFolder(read(), wanted), { name: "CannotStart", message: /it is as it was/ });

        assert.deepEqual(tree(), is);
        assert.equal(existsSync(join(path(), "new")), false);
        assert.deepEqual(changesOf(read(), before), { added: [], changed: [], removed: [] });
    });

    const spellings: readonly [spelling: string, of: (path: string) => string][] = [
        ["./x", (to) => `./${relative(process.cwd(), to)}`],
        ["x/", (to) => `${relative(process.cwd(), to)}/`],
        ["../y/./x", (to) => `${dirname(to)}/../${relative(dirname(dirname(to)), dirname(to))}/./overlay`],
        ["an absolute path", (to) => to]
    ];
    for (const [spelling, of] of spellings) {
        it(`is the same the second time when named as ${spelling}`, () => {
            const wanted = files(["flows/PW_A.flow-meta.xml", "a"], ["pipewright.json", '{"version":1,"path":true}']);
            const named = () => readOverlayFolder(of(path()), join(root, "product"));
            writeOverlayFolder(named(), wanted);
            const is = tree();

            assert.equal(named().choices?.path, true);
            assert.deepEqual(changesOf(named(), wanted), { added: [], changed: [], removed: [] });
            writeOverlayFolder(named(), [...wanted, { path: "flows/PW_B.flow-meta.xml", content: "b" }]);

            assert.deepEqual(tree(), [...is, "overlay/flows/PW_B.flow-meta.xml"].sort());
        });
    }

    const refused: readonly [what: string, folder: string, sentence: RegExp][] = [
        ["the product's overlay", "product/force-app/overlay", /belongs to Pipewright/],
        ["a folder in the product's core", "product/force-app/main/ours", /belongs to Pipewright/],
        ["the checkout", "product", /holds Pipewright's own force-app/],
        ["a folder that holds the checkout", "", /holds Pipewright's own force-app/],
        ["a link into the product", "link", /belongs to Pipewright/],
        ["a link to the checkout", "all", /holds Pipewright's own force-app/],
        ["a folder below a file", "file/sub", /file\/sub can't be a folder, for .*file is a file/],
        ["a file", "file", /file can't be a folder/]
    ];
    for (const [what, folder, sentence] of refused) {
        it(`is never ${what}`, () => {
            mkdirSync(join(root, "product/force-app/overlay"), { recursive: true });
            symlinkSync(join(root, "product/force-app/overlay"), join(root, "link"));
            symlinkSync(join(root, "product"), join(root, "all"));
            put("file", "");

            const given = () => readOverlayFolder(join(root, folder), join(root, "product"));
            assert.throws(given, { name: "CannotStart", message: sentence });
            const throughLink = () => readOverlayFolder(join(root, folder), join(root, "all"));
            assert.throws(throughLink, { name: "CannotStart", message: sentence });
        });
    }

    for (const name of ["", "/dev/null/x"]) {
        it(`is refused in one sentence as "${name}"`, () => {
            assert.throws(() => readOverlayFolder(name, join(root, "product")), { name: "CannotStart" });
        });
    }

    it("is refused where it can't be made, and nothing is left", { skip: !existsSync("/proc/self") }, () => {
        const nowhere = readOverlayFolder("/proc/none/overlay", join(root, "product"));
        assert.throws(() => writeOverlayFolder(nowhere, files(["a", "b"])), {
            name: "CannotStart",
            message: /^\/proc\/none\/overlay could not be written \(\w+\): it is as it was\.$/
        });
    });

    it("is refused where a link in it leads out of it", () => {
        mkdirSync(path());
        mkdirSync(join(root, "elsewhere"));
        symlinkSync(join(root, "elsewhere"), join(path(), "flows"));
        assert.throws(() => writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"])), {
            name: "CannotStart",
            message: /flows leads out of the folder/
        });
    });

    it("is refused with a lock that names files elsewhere", () => {
        put("theirs.txt", "theirs");
        put("overlay/pipewright.lock.json", printLock({ ...noLock, files: ["../theirs.txt"] }));
        assert.throws(read, { name: "CannotStart", message: /names \.\.\/theirs\.txt, which is not in the folder/ });
    });

    it("clears what runs that were killed left beside it, and nothing of those that run", () => {
        const { pid: dead } = spawnSync("true");
        put(`overlay.${dead}.part/flows/PW_A.flow-meta.xml`, "half");
        put(`overlay.${process.pid}.part/flows/PW_A.flow-meta.xml`, "half");
        put(`overlay.${process.ppid}.part/kept`, "");
        put(`another.${dead}.part/kept`, "");

        writeOverlayFolder(read(), files(["flows/PW_A.flow-meta.xml", "a"]));

        assert.deepEqual(
            tree().filter((file) => file.includes(".part")),
            [`another.${dead}.part/kept`, `overlay.${process.ppid}.part/kept`]
        );
    });

    it("is read where an editor put a byte order mark before the choices", () => {
        put("overlay/pipewright.json", '\uFEFF{"version":1,"path":true}');
        assert.equal(read().choices?.path, true);
    });

    it("is refused with a lock that nobody wrote", () => {
        mkdirSync(path());
        writeFileSync(join(path(), "pipewright.lock.json"), "<<<<<<< HEAD");
        assert.throws(read, { name: "CannotStart", message: /restore it from version control[.]/ });
    });
});
