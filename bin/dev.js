#!/usr/bin/env node
import { requireNode } from "./requireNode.js";

requireNode();

const { execute } = await import("@oclif/core");
await execute({ development: true, dir: import.meta.url });
