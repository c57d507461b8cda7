import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type Bundle, readBundles } from "./metadataFiles.ts";

/** The part of Salesforce's own compiler that is used here; the package has no types. */
interface PlatformCompiler {
    compile(config: { bundle: object }): Promise<{ success: boolean; diagnostics: readonly { message: string }[] }>;
}

const require = createRequire(import.meta.url);
const { compile } = require("@lwc/sfdc-lwc-compiler") as PlatformCompiler;
const bundles = readBundles(join(import.meta.dirname, "../../force-app"));

describe("the components we deploy", () => {
    it("are there", () => {
        assert.ok(bundles.length > 0, "no bundle was found under force-app");
    });

    for (const bundle of bundles) {
        it(`${bundle.name} ships one .js for every .ts, and no other`, () => {
            assert.deepEqual(problemsWithEmit(bundle), []);
        });

        it(`${bundle.name} passes the platform's compiler`, async () => {
            assert.deepEqual(await problemsOfCompiler(bundle), []);
        });
    }
});

describe("the judges of components", () => {
    it("name a .ts that was never compiled, and a .js whose source is gone", () => {
        const bundle = { name: "pwPlanted", folder: "", sources: ["pwPlanted.ts", "rules/left.js", "pwPlanted.html"] };

        assert.deepEqual(problemsWithEmit(bundle), [
            "pwPlanted.ts has no .js: run `npm run build:lwc`",
            "rules/left.js has no .ts: delete it"
        ]);
    });

    it("name what the platform's compiler refuses", async () => {
        const problems = await compilePlanted(
            "import { LightningElement } from 'lwc'; export default class extends LightningElement { static {} }"
        );

        assert.notDeepEqual(problems, []);
    });

    it("read a bundle as it lies on disk, without its tests", () => {
        const folder = plant({
            "pwPlanted.js-meta.xml": "",
            "pwPlanted.ts": "",
            "rules/one.ts": "",
            "__tests__/one.test.ts": ""
        });
        try {
            assert.deepEqual(
                readBundles(folder).map(({ name, sources }) => ({ name, sources })),
                [{ name: "pwPlanted", sources: ["pwPlanted.ts", "rules/one.ts"] }]
            );
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});

/** `sf` deploys a bundle without its .js in silence, so this is the place to see it. */
function problemsWithEmit({ sources }: Bundle): string[] {
    const without = (ending: string): string[] =>
        sources.filter((source) => source.endsWith(ending)).map((source) => source.slice(0, -ending.length));
    const [typed, compiled] = [without(".ts"), without(".js")];
    return [
        ...typed
            .filter((file) => !compiled.includes(file))
            .map((file) => `${file}.ts has no .js: run \`npm run build:lwc\``),
        ...compiled.filter((file) => !typed.includes(file)).map((file) => `${file}.js has no .ts: delete it`)
    ];
}

async function problemsOfCompiler({ name, folder, sources }: Bundle): Promise<string[]> {
    const shipped = sources.filter((source) => !source.endsWith(".ts"));
    const files = Object.fromEntries(shipped.map((source) => [source, readFileSync(join(folder, source), "utf8")]));
    const report = await compile({ bundle: { name, namespace: "c", type: "platform", apiVersion: 66, files } });
    const problems = report.diagnostics.map(({ message }) => message);
    return report.success || problems.length > 0 ? problems : ["the compiler failed and did not say why"];
}

async function compilePlanted(code: string): Promise<string[]> {
    const folder = plant({
        "pwPlanted.js-meta.xml": "",
        "pwPlanted.js": code,
        "pwPlanted.html": "<template></template>"
    });
    try {
        const [bundle] = readBundles(folder);
        assert.ok(bundle);
        return await problemsOfCompiler(bundle);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function plant(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), "bundle-"));
    for (const [path, content] of Object.entries(files)) {
        const file = join(root, "lwc/pwPlanted", path);
        mkdirSync(join(file, ".."), { recursive: true });
        writeFileSync(file, content);
    }
    return root;
}
