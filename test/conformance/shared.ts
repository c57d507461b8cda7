import { existsSync } from "node:fs";

/** Published data that is not ours to copy lies beside the repository; a clone alone does without it. */
export const sharedData = new URL("../../../shared/data/", import.meta.url);

export const sharedIsHere = existsSync(sharedData);
