import assert from "node:assert/strict";
import { it } from "node:test";
import { placeProcesses } from "../../gate/placeProcesses.ts";
import { parseChoices } from "../choices.ts";
import { laterStarts } from "../laterStarts.ts";

it("names each process where a rule starts after the stage that was chosen", () => {
    const stage = (name: string, probability: string) => ({ name, kind: "open" as const, probability });
    const [first, pilot] = [stage("First", "50"), stage("Pilot", "50")];
    const processes = placeProcesses([
        { recordType: "*", stages: [first, pilot] },
        { recordType: "Short", stages: [pilot] }
    ]);
    const choices = parseChoices(
        JSON.stringify({ version: 1, rules: { "products-present": { from: { stage: "Pilot" } } } }),
        "pipewright.json"
    );

    assert.deepEqual(laterStarts(choices, processes), [
        { ruleId: "products-present", stage: "Pilot", recordType: "Short" }
    ]);
});
