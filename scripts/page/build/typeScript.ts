import { stripTypeScriptTypes } from "node:module";
import type { Plugin } from "rollup";

/** Takes the types out, as Node does for our own scripts; decorators stay for LWC's compiler. */
export function withoutTypes(): Plugin {
    return {
        name: "without-types",
        transform(code, id) {
            const isTypeScript = (id.split("?")[0] ?? id).endsWith(".ts");
            return isTypeScript ? { code: quietly(() => stripTypeScriptTypes(code)), map: null } : null;
        }
    };
}

/** Node warns that this function may change one day; Node is pinned, and who starts the page need not hear it. */
function quietly<T>(work: () => T): T {
    const { emitWarning } = process;
    process.emitWarning = () => undefined;
    try {
        return work();
    } finally {
        process.emitWarning = emitWarning;
    }
}
