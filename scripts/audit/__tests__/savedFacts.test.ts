import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readFacts, writeFacts } from "../savedFacts.ts";
import { gathered, rawOpportunity } from "./records.ts";

describe("saved facts", () => {
    it("come back as gathered, blanks and gaps told apart", () => {
        const { Amount: _hidden, ...hidden } = rawOpportunity();
        const records = gathered({
            opportunities: [hidden, rawOpportunity({ Amount: null })],
            stages: { unreadable: "no" }
        });

        assert.deepEqual(readFacts(writeFacts(records), "facts.json"), records);
    });

    it("are refused in one sentence when something else wrote them", () => {
        const ofAnotherVersion = writeFacts(gathered()).replace('"pipewright": 1', '"pipewright": 2');
        for (const text of [
            ofAnotherVersion,
            "",
            "{}",
            '{"pipewright":2,"gathered":{}}',
            '{"pipewright":1,"gathered":{}}'
        ]) {
            assert.throws(() => readFacts(text, "facts.json"), {
                name: "CannotStart",
                message: /^facts\.json .*--save/
            });
        }
    });
});
