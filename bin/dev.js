#!/usr/bin/env node
import { requireNode } from "./requireNode.js";

requireNode();

// The log lies in the user's home, and its worker thread takes a second of every run.
process.env.SF_DISABLE_LOG_FILE ??= "true";

const { swallowedFlags } = await import("../scripts/terminal/swallowedFlags.ts");
const swallowed = swallowedFlags(process.env).map((name) => `--${name}`);
if (swallowed.length > 0) {
    const script = process.env.npm_lifecycle_event;
    process.stderr.write(
        `npm kept ${swallowed.join(", ")} for itself: put "--" before the flags, as in npm run ${script} -- ${swallowed[0]} …\n`
    );
    process.exit(2);
}

const { execute } = await import("@oclif/core");
await execute({ development: true, dir: import.meta.url });
