import { join } from "node:path";
import { rollup } from "rollup";
import type { Plugin } from "rollup";
import { lwcPlugin } from "./lwcPlugin.ts";
import { browserFolder, fileOfModule } from "./modules.ts";
import { withoutTypes } from "./typeScript.ts";

export interface BuiltPage {
    readonly code: string;
    /** Modules the browser must get from elsewhere: lwc and the base components. */
    readonly imports: readonly string[];
}

/** The page and the panel from their sources, as one module. Base components are left out: they never change. */
export async function buildPage(): Promise<BuiltPage> {
    const bundle = await rollup({
        input: join(browserFolder, "main.ts"),
        external: (name) => isForeign(name),
        plugins: [ourModules(), withoutTypes(), lwcPlugin([])]
    });
    try {
        const { output } = await bundle.generate({ format: "es" });
        const [chunk] = output;
        return { code: chunk.code, imports: chunk.imports };
    } finally {
        await bundle.close();
    }
}

function isForeign(name: string): boolean {
    return /^(lwc$|@lwc\/synthetic-shadow|lightning\/|@salesforce\/)/.test(name) && fileOfModule(name) === null;
}

/** Tells LWC under which name a component goes; its folder alone would make `lwc-pw-guidance` of ours. */
function ourModules(): Plugin {
    return {
        name: "our-modules",
        resolveId(name) {
            const file = fileOfModule(name);
            if (file === null) {
                return null;
            }
            return /^(c|page)\//.test(name) ? `${file}?specifier=${encodeURIComponent(name)}` : file;
        }
    };
}
