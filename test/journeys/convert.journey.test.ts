/** What `sf` would ship: every component's TypeScript has left its JavaScript, and nothing else of ours goes along. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { after, describe, it } from "node:test";
import { quietSf, sfProgram } from "../../scripts/org/sfProgram.ts";

const folder = mkdtempSync(join(tmpdir(), "pipewright-convert-"));
after(() => rmSync(folder, { recursive: true }));

describe("sf project convert source", () => {
    const sources = filesOf("force-app/main").filter(
        (path) => /\/lwc\/.+\.ts$/.test(path) && !path.includes("__tests__")
    );
    const output = join(folder, "mdapi");
    const converted = spawnSync(
        process.execPath,
        [sfProgram, "project", "convert", "source", "--source-dir", "force-app/main", "--output-dir", output],
        { encoding: "utf8", env: { ...process.env, ...quietSf, HOME: folder, USERPROFILE: folder } }
    );
    const shipped = converted.status === 0 ? filesOf(output).map((path) => relative(output, path)) : [];

    it("ships one .js for every .ts of a component", () => {
        assert.equal(converted.status, 0, converted.stderr);
        const wanted = sources.map((path) => `${path.slice(path.indexOf("lwc/"), -".ts".length)}.js`).sort();
        const scripts = shipped.filter((path) => path.startsWith("lwc/") && path.endsWith(".js")).sort();
        assert.ok(wanted.length > 0);
        assert.deepEqual(scripts, wanted);
    });
    it("ships no TypeScript, no tests and no package file", () => {
        const strays = shipped.filter((path) => /\.ts$|__tests__/.test(path) || basename(path) === "package.json");
        assert.deepEqual(strays, []);
    });
});

function filesOf(path: string): string[] {
    return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
}
