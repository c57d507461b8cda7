import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deploy, problemsOf } from "../../metadata/__tests__/deployed.ts";
import { flowOrg, recordStart } from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, flowFile, text } from "./flowXml.ts";

const flow = (letter: string): string =>
    recordStart("Add", { type: "RecordBeforeSave" }) + assignment("Add", [["$Record.Text__c", "Add", text(letter)]]);

function deployFlow(org: FlowOrg, name: string, order: number | null, status = "Active"): string {
    const head = `<status>${status}</status>${order === null ? "" : `<triggerOrder>${order}</triggerOrder>`}`;
    const report = deploy(org, { Flow: [name] }, { [`flows/${name}.flow`]: flowFile(flow(name), head) });
    return problemsOf(report).join("\n");
}

describe("the flows of one object run", () => {
    it("by number up to 1,000, then those without one as they became active, then the others", () => {
        const org = flowOrg();
        const orders = { E: 1001, D: null, C: null, B: 1000, Z: 5, A: 5 };
        for (const [name, order] of Object.entries(orders)) assert.equal(deployFlow(org, name, order), "");

        assert.equal(org.read(org.deal("Deal"))["Text__c"], "AZBDCE");
    });

    it("last of those without a number when it becomes active later", () => {
        const org = flowOrg();
        assert.equal(deployFlow(org, "A", null, "Draft"), "");
        for (const name of ["B", "A"]) assert.equal(deployFlow(org, name, null), "");

        assert.equal(org.read(org.deal("Deal"))["Text__c"], "BA");
    });

    for (const order of [0, 2001]) {
        it(`never with the number ${order}`, () => {
            assert.match(deployFlow(flowOrg(), "A", order), /triggerOrder \d+ is not from 1 to 2000/);
        });
    }
});
