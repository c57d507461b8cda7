import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The real `sf` as installed beside us: a file for Node to run. */
export const sfProgram = join(
    dirname(createRequire(import.meta.url).resolve("@salesforce/cli")),
    "..",
    "bin",
    "run.js"
);

/** Keeps `sf` from phoning home, from updating itself behind our back, and from a log that takes a second a call. */
export const quietSf = {
    SF_DISABLE_TELEMETRY: "true",
    SF_DISABLE_AUTOUPDATE: "true",
    SF_SKIP_NEW_VERSION_CHECK: "true",
    SF_USE_GENERIC_UNIX_KEYCHAIN: "true",
    SF_DISABLE_LOG_FILE: "true"
} as const;
