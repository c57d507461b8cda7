import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { rules } from "c/pwPolicy";

const field = join(
    import.meta.dirname,
    "../../force-app/main/gate/objects/PW_Exception__c/fields/Rule__c.field-meta.xml"
);

describe("the rule of an exception", () => {
    it("is any record rule of the policy, under its title, and nothing else", () => {
        const values = readFileSync(field, "utf8").matchAll(
            /<fullName>([^<]+)<\/fullName>\s*<default>false<\/default>\s*<label>([^<]+)<\/label>/g
        );

        assert.deepEqual(
            Array.from(values, ([, id, label]) => [id, label]),
            rules.map(({ id, words }) => [id, words.en.title])
        );
    });
});
