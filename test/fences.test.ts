import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";

interface Fence {
    readonly name: string;
    readonly comment: string;
}

const repository = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);
const fences = (require("../.dependency-cruiser.cjs") as { forbidden: readonly Fence[] }).forbidden;

/** Files that stay inside every fence, and that the planted ones reach for. */
const allowed: Readonly<Record<string, string>> = {
    "package.json": JSON.stringify({
        name: "planted",
        type: "module",
        dependencies: { jsforce: "*" },
        devDependencies: { prettier: "*" }
    }),
    "node_modules/jsforce/package.json": JSON.stringify({ name: "jsforce", main: "index.js" }),
    "node_modules/jsforce/index.js": "",
    "node_modules/prettier/package.json": JSON.stringify({ name: "prettier", main: "index.js" }),
    "node_modules/prettier/index.js": "",
    "node_modules/chance/package.json": JSON.stringify({ name: "chance", main: "index.js" }),
    "node_modules/chance/index.js": "",
    "force-app/main/policy/lwc/package.json": JSON.stringify({
        name: "c",
        exports: { "./*": { development: "./*/*.ts" } }
    }),
    "force-app/main/policy/lwc/pwPolicy/pwPolicy.ts": 'export { rule } from "./rule.ts";',
    "force-app/main/policy/lwc/pwPolicy/rule.ts": "export const rule = 1;",
    "force-app/main/guidance/lwc/pwPanel/pwPanel.ts": 'import "lwc"; import "lightning/toast"; import "c/pwPolicy";',
    "local-org/server.ts": 'import "node:http"; export const server = 1;',
    "local-org/__tests__/server.test.ts": 'import "../server.ts"; import "c/pwPolicy";',
    "scripts/audit/gather/gather.ts": 'import "jsforce"; export type Row = string; export const gather = 1;',
    "scripts/audit/derive/derive.ts": 'import type { Row } from "../gather/gather.ts"; export const row: Row = "";',
    "scripts/audit/judge/judge.ts": 'import "c/pwPolicy"; export const judge = 1;',
    "scripts/audit/report/table.ts": "export const table = 1;"
};

/** One import each that must not be: fence, file, its only line. */
const planted: readonly (readonly [fence: string, file: string, code: string])[] = [
    ["policy-imports-only-itself", "force-app/main/policy/lwc/pwPolicy/clock.ts", 'import "node:perf_hooks";'],
    ["policy-imports-only-itself", "force-app/main/policy/lwc/pwPolicy/page.ts", 'import "lwc";'],
    [
        "guidance-stays-in-the-browser",
        "force-app/main/guidance/lwc/pwOther/pwOther.ts",
        'import "../../../../../scripts/audit/report/table.ts";'
    ],
    ["page-stays-in-the-browser", "scripts/page/browser/reads.ts", 'import "node:fs";'],
    ["gather-does-not-judge", "scripts/audit/gather/eager.ts", 'import "../judge/judge.ts";'],
    ["derive-and-judge-are-pure", "scripts/audit/judge/saves.ts", 'import "node:fs";'],
    ["derive-and-judge-reach-no-org", "scripts/audit/derive/asks.ts", 'import "jsforce";'],
    [
        "derive-and-judge-do-not-gather",
        "scripts/audit/judge/fetches.ts",
        'import { gather } from "../gather/gather.ts"; gather;'
    ],
    ["report-only-shows", "scripts/audit/report/judges.ts", 'import "../judge/judge.ts";'],
    ["report-only-shows", "scripts/audit/report/asks.ts", 'import "jsforce";'],
    ["local-org-is-met-through-its-url", "scripts/audit/gather/shortcut.ts", 'import "../../../local-org/server.ts";'],
    ["local-org-knows-no-pipewright", "local-org/knowing.ts", 'import "c/pwPolicy";'],
    ["product-needs-no-test", "scripts/audit/borrowed.ts", 'import "../../local-org/__tests__/server.test.ts";'],
    ["product-uses-shipped-libraries", "scripts/audit/tooled.ts", 'import "prettier";'],
    ["no-undeclared-library", "scripts/audit/lucky.ts", 'import "chance";'],
    ["no-cycle", "local-org/circle.ts", 'import "./circle.ts";'],
    ["every-import-is-found", "scripts/audit/lost.ts", 'import "./nowhere.ts";']
];

describe("the fences between the parts", () => {
    let tree = "";

    before(() => {
        tree = mkdtempSync(join(tmpdir(), "fences-"));
        for (const [file, code] of Object.entries(allowed)) write(join(tree, file), code);
        symlinkSync(join(tree, "force-app/main/policy/lwc"), join(tree, "node_modules/c"), "dir");
        cpSync(join(repository, ".dependency-cruiser.cjs"), join(tree, ".dependency-cruiser.cjs"));
    });

    after(() => rmSync(tree, { recursive: true, force: true }));

    it("let the ways through that the design has", () => {
        const { status, output } = cruise(tree);

        assert.equal(status, 0, output);
    });

    it("stop every import that may not be, and print why", () => {
        for (const [, file, code] of planted) write(join(tree, file), code);

        const { status, output } = cruise(tree);

        assert.notEqual(status, 0);
        for (const [name, file] of planted) {
            assert.match(
                output,
                new RegExp(`${name}: ${file.replaceAll(/[./]/g, "\\$&")}`),
                `${name} lets ${file} through`
            );
            assert.ok(output.includes(wordsOf(commentOf(name))), `the reason of ${name} is not printed`);
        }
    });

    it("each have a planted import that proves them", () => {
        const unproven = fences
            .map((fence) => fence.name)
            .filter((name) => !planted.some(([proven]) => proven === name));

        assert.deepEqual(unproven, []);
    });
});

/** The command of `npm run fences`, in another tree. Its output is given with all white space as one blank. */
function cruise(tree: string): { status: number | null; output: string } {
    const program = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const options = ["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"];
    const parts = ["force-app", "local-org", "scripts"];
    const run = spawnSync(process.execPath, [program, ...options, ...parts], { cwd: tree, encoding: "utf8" });
    return { status: run.status, output: wordsOf(`${run.stdout}${run.stderr}`) };
}

function commentOf(name: string): string {
    const fence = fences.find((candidate) => candidate.name === name);
    assert.ok(fence, `no fence is called ${name}`);
    return fence.comment;
}

function wordsOf(text: string): string {
    return text.replaceAll(/\s+/g, " ").trim();
}

function write(path: string, text: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
}
