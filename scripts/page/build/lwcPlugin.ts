import lwc from "@lwc/rollup-plugin";
import type { Plugin } from "rollup";
import { browserFolder } from "./modules.ts";

/** Its types say CommonJS; to Node it is a module with a default. */
const compiler = lwc as unknown as typeof lwc.default;

/** LWC's compiler; synthetic shadow is the mode that looks like Lightning Experience. */
export function lwcPlugin(modules: readonly { npm: string }[]): Plugin {
    return compiler({
        rootDir: browserFolder,
        modules: [...modules],
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true
    });
}
