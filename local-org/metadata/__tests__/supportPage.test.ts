import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { withSupportPage } from "../writeSupportPage.ts";

describe("the local org's README", () => {
    it("lists what the deploy enforces, stores and refuses; else run local-org/metadata/writeSupportPage.ts", () => {
        const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

        assert.equal(readme, withSupportPage(readme));
    });
});
