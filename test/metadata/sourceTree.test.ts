import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { problemsWithLength, problemsWithPrefix, problemsWithWords } from "./houseRules.ts";
import { type MetadataFile, readMetadataFiles } from "./metadataFiles.ts";
import { readMetadataTypes } from "./metadataTypes.ts";
import { problemsInXml } from "./problemsInXml.ts";

const types = readMetadataTypes();
const files = readMetadataFiles(join(import.meta.dirname, "../../force-app"));

describe("the metadata we deploy", () => {
    it("is there", () => {
        assert.ok(files.length > 0, "no -meta.xml was found under force-app");
    });

    const judges: readonly (readonly [sentence: string, judge: (file: MetadataFile) => string[]])[] = [
        ["holds only elements and values that the Metadata API knows", (file) => problemsInXml(file.xml, types)],
        ["says what each thing is for, and fields what to enter", problemsWithWords],
        ["carries the prefix that keeps it from overwriting others", problemsWithPrefix],
        ["fits the lengths that Setup takes", problemsWithLength]
    ];

    for (const [sentence, judge] of judges) {
        it(sentence, () => {
            const problems = files.flatMap((file) => judge(file).map((problem) => `${file.path}: ${problem}`));

            assert.deepEqual(problems, []);
        });
    }
});
