#!/usr/bin/env node
import { requireNode } from "./requireNode.js";

requireNode();

// The log lies in the user's home, and its worker thread takes a second of every run.
process.env.SF_DISABLE_LOG_FILE ??= "true";

const { execute } = await import("@oclif/core");
await execute({ development: true, dir: import.meta.url });
