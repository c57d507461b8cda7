import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The real `sf` as installed beside us: a file for Node to run. */
export const sfProgram = join(
    dirname(createRequire(import.meta.url).resolve("@salesforce/cli")),
    "..",
    "bin",
    "run.js"
);

/** Keeps `sf` from phoning home and from updating itself behind our back. */
export const quietSf = {
    SF_DISABLE_TELEMETRY: "true",
    SF_DISABLE_AUTOUPDATE: "true",
    SF_SKIP_NEW_VERSION_CHECK: "true",
    SF_USE_GENERIC_UNIX_KEYCHAIN: "true"
} as const;
