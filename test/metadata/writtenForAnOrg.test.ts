import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { overlayFiles } from "../../scripts/gate/overlay.ts";
import { standardPlan } from "../../scripts/gate/overlayPlan.ts";
import { readMetadataTypes } from "./metadataTypes.ts";
import { problemsInXml } from "./problemsInXml.ts";

const types = readMetadataTypes();

/** What the repository's own overlay has none of, because its plan speaks English and asks for no Path. */
describe("what is written for some orgs only", () => {
    const plan = { ...standardPlan, translations: ["zh_TW", "zh_CN"], hasPath: true } as const;
    const files = overlayFiles(plan);

    for (const [what, pattern] of [
        ["translations of objects", /\.objectTranslation-meta\.xml$/],
        ["translations of fields", /\.fieldTranslation-meta\.xml$/],
        ["a Path", /\.pathAssistant-meta\.xml$/]
    ] as const) {
        it(`is what Salesforce's own types take: ${what}`, () => {
            const chosen = files.filter(({ path }) => pattern.test(path));

            assert.ok(chosen.length > 0);
            for (const { path, content } of chosen) assert.deepEqual(problemsInXml(content, types), [], path);
        });
    }
});
