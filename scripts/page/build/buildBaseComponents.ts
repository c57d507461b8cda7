import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rollup } from "rollup";
import type { Plugin } from "rollup";
import { packageRoot } from "../../org/packageRoot.ts";
import { lwcPlugin } from "./lwcPlugin.ts";

const sources = ["lwc", "lightning-base-components", "@lwc/rollup-plugin", "@lwc/synthetic-shadow"];

/** Raise it when this file makes something else of the same sources. */
const recipe = "2";

/**
 * Salesforce's own components and framework as modules for the browser, in a folder named after what they
 * were made from: some 20 seconds the first time, nothing after. Returns the folder.
 */
export async function buildBaseComponents(imports: readonly string[]): Promise<string> {
    const cache = join(packageRoot(), "node_modules", ".cache", "pipewright-page");
    const folder = join(cache, keyOf(imports));
    if (existsSync(folder)) {
        return folder;
    }
    mkdirSync(cache, { recursive: true });
    // Written aside and renamed, so that a build cut short is never taken for a whole one.
    const draft = mkdtempSync(join(cache, "draft-"));
    try {
        await write(imports, draft);
        renameIfFirst(draft, folder);
    } finally {
        rmSync(draft, { recursive: true, force: true });
    }
    return folder;
}

/** The file of an imported module inside the folder. */
export function fileOfImport(name: string): string {
    return `${name.replaceAll(/[@/]/g, "_")}.js`;
}

async function write(imports: readonly string[], folder: string): Promise<void> {
    const bundle = await rollup({
        input: Object.fromEntries(imports.map((name) => [fileOfImport(name).slice(0, -3), name])),
        preserveEntrySignatures: "strict",
        plugins: [browserOnly(), fromPackages(), lwcPlugin([{ npm: "lightning-base-components" }])],
        onwarn: ({ code, message }) => {
            // The base components form cycles among themselves, and name what other builds would use.
            if (code !== "CIRCULAR_DEPENDENCY" && code !== "PLUGIN_WARNING" && code !== "UNUSED_EXTERNAL_IMPORT") {
                throw new Error(message);
            }
        }
    });
    try {
        await bundle.write({ dir: folder, format: "es", chunkFileNames: "shared-[hash].js" });
    } finally {
        await bundle.close();
    }
}

/** Says to the code where it runs, as the bundlers it was written for do. */
function browserOnly(): Plugin {
    const known: Readonly<Record<string, string>> = {
        "import.meta.env.SSR": "false",
        "process.env.NODE_ENV": JSON.stringify("production"),
        "process.env.SKIP_LWC_VERSION_MISMATCH_CHECK": "false",
        "process.env.FORCE_NATIVE_SHADOW_MODE_FOR_TEST": "undefined"
    };
    return {
        name: "browser-only",
        transform(code) {
            const replaced = code.replaceAll(
                /\b(import\.meta\.env\.SSR|process\.env\.[A-Z_]+)\b/g,
                (name) => known[name] ?? name
            );
            return replaced === code ? null : { code: replaced, map: null };
        }
    };
}

/** An entry has no importer, and LWC's plugin resolves only what is imported. */
function fromPackages(): Plugin {
    return {
        name: "from-packages",
        async resolveId(name, importer, { attributes }) {
            if (importer !== undefined || /^[./]/.test(name)) {
                return null;
            }
            return this.resolve(name, join(packageRoot(), "index.js"), { attributes, isEntry: false, skipSelf: true });
        }
    };
}

function keyOf(imports: readonly string[]): string {
    const versions = sources.map((name) => {
        const file = join(packageRoot(), "node_modules", name, "package.json");
        return `${name}@${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`;
    });
    return createHash("sha256")
        .update([recipe, ...versions, ...imports.toSorted()].join("\n"))
        .digest("hex")
        .slice(0, 16);
}

function renameIfFirst(draft: string, folder: string): void {
    try {
        renameSync(draft, folder);
    } catch (error) {
        // Another start was faster with the same build.
        if (!existsSync(folder)) throw error;
    }
}
