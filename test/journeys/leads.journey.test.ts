/** Opportunities that lead conversion makes, whatever of the gate the platform runs then. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { gatherConversion } from "../../scripts/check/gather/gatherAutomation.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { openPackagedOrg, type PackagedOrg } from "../support/packagedOrg.ts";
import { callLocalOrg } from "../support/signIn.ts";

const stamp = ["StageName", "PW_Stage_Stamp__c", "PW_Position__c", "PW_From_Position__c"];

describe("an opportunity that lead conversion makes", () => {
    let org: PackagedOrg;
    let world: GateWorld;
    let back: () => Promise<void>;

    before(async () => {
        org = await openPackagedOrg("2026-06-30");
        world = await openGateWorld(org.connection, org.today);
        await world.setRule("products-present", { level: "Block", fromPosition: 1 });
    });
    beforeEach(async () => {
        back = await org.keep();
    });
    afterEach(async () => {
        await back();
        await callLocalOrg(org, "PUT", "lead-conversion", { requiresValidation: true, runsFlows: true });
    });
    after(() => org.close());

    const convert = async (): Promise<string> => {
        const leadId = await world.create("Lead", { LastName: "Lin", Company: "Acme" });
        const given = { leadId, convertedStatus: "Closed - Converted", doNotCreateOpportunity: false };
        const [result] = await org.connection.soap.convertLead([given] as never);
        assert.deepEqual(result?.errors, []);
        return String(result.opportunityId);
    };

    it("starts with its stamp where flows run", async () => {
        assert.deepEqual(await world.read(await convert(), stamp), {
            ...{ StageName: "Prospecting", PW_Stage_Stamp__c: "Prospecting" },
            ...{ PW_Position__c: 1, PW_From_Position__c: 0 }
        });
    });

    it("is refused nothing for want of a stamp where they don't, and has one after its next move", async () => {
        await callLocalOrg(org, "PUT", "lead-conversion", { runsFlows: false });
        const id = await convert();
        const none = { PW_Stage_Stamp__c: null, PW_Position__c: null, PW_From_Position__c: null };
        assert.deepEqual(await world.read(id, stamp), { StageName: "Prospecting", ...none });
        assert.equal(await world.save(id, { NextStep: "Call" }), null);

        const refusal = await world.save(id, { StageName: "Qualification" });
        assert.match(refusal?.message ?? "", /product/);
        await world.addLine(id);
        assert.equal(await world.save(id, { StageName: "Qualification" }), null);
        assert.deepEqual(await world.read(id, stamp), {
            ...{ StageName: "Qualification", PW_Stage_Stamp__c: "Qualification" },
            ...{ PW_Position__c: 2, PW_From_Position__c: 1 }
        });
    });

    it("is known to the check as held to the rules or not", async () => {
        const asked = () => gatherConversion(org.connection, org.local?.url ?? "");
        assert.deepEqual(await asked(), { value: true });
        await callLocalOrg(org, "PUT", "lead-conversion", { requiresValidation: false });
        assert.deepEqual(await asked(), { value: false });
    });
});
