import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { recordStart, update } from "../../flow/__tests__/flowParts.ts";
import { flowFile, text } from "../../flow/__tests__/flowXml.ts";
import { file, validationRule } from "../../metadata/__tests__/deployed.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { ask, connect, create } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";

describe("convertLead, asked by jsforce", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
        const stamp = update("Put", [["NextStep", text("stamped")]], "<inputReference>$Record</inputReference>");
        await deployZip(
            connected.connection,
            { Flow: ["Stamp"], ValidationRule: ["Opportunity.No_Acme"] },
            {
                "flows/Stamp.flow": flowFile(recordStart("Put", { on: "Create", type: "RecordBeforeSave" }) + stamp),
                "objects/Opportunity.object": file("CustomObject", validationRule("No_Acme", 'Name = "Refused"'))
            }
        );
    });
    after(() => connected.localOrg.close());

    const newLead = (more: object = {}): Promise<string> =>
        create(connected.connection, "Lead", {
            ...{ LastName: "Lin", Company: "Acme", Phone: "1", LeadSource: "Web", City: "Taipei" },
            ...more
        });
    const convert = async (leadId: string, more: object = {}) => {
        const given = { leadId, convertedStatus: "Closed - Converted", doNotCreateOpportunity: false };
        const [result] = await connected.connection.soap.convertLead([{ ...given, ...more }] as never);
        assert.ok(result);
        return result;
    };
    const query = async (soql: string): Promise<object[]> => {
        const { records } = await connected.connection.query(soql);
        return records.map(({ attributes: _, ...record }) => record);
    };
    const setting = (body: object) => ask(connected, "PUT", "/local-org/lead-conversion", { body });

    it("makes an account, a contact and an opportunity with a primary role", async () => {
        const leadId = await newLead();

        const { success, accountId, contactId, opportunityId } = await convert(leadId);

        assert.equal(success, true);
        assert.deepEqual(await query(`SELECT Name, Phone, BillingCity FROM Account WHERE Id = '${accountId}'`), [
            { Name: "Acme", Phone: "1", BillingCity: "Taipei" }
        ]);
        const asked = "SELECT Name, StageName, CloseDate, LeadSource, AccountId, NextStep FROM Opportunity";
        assert.deepEqual(await query(`${asked} WHERE Id = '${opportunityId}'`), [
            {
                ...{ Name: "Acme", StageName: "Prospecting", CloseDate: "2026-06-30", LeadSource: "Web" },
                ...{ AccountId: accountId, NextStep: "stamped" }
            }
        ]);
        assert.deepEqual(
            await query(
                `SELECT ContactId, IsPrimary FROM OpportunityContactRole WHERE OpportunityId = '${opportunityId}'`
            ),
            [{ ContactId: contactId, IsPrimary: true }]
        );
        assert.deepEqual(
            await query(`SELECT IsConverted, Status, ConvertedOpportunityId FROM Lead WHERE Id = '${leadId}'`),
            [{ IsConverted: true, Status: "Closed - Converted", ConvertedOpportunityId: opportunityId }]
        );
    });

    it("fills blank fields alone of records that are there, and makes no opportunity where told so", async () => {
        const { connection } = connected;
        const accountId = await create(connection, "Account", { Name: "Old", Phone: "9" });
        const contactId = await create(connection, "Contact", { LastName: "Chen", AccountId: accountId });
        const more = { accountId, contactId, doNotCreateOpportunity: true };

        const result = await convert(await newLead({ Fax: "7" }), more);

        assert.deepEqual([result.success, result.opportunityId], [true, undefined]);
        assert.deepEqual(await query(`SELECT Name, Phone, Fax FROM Account WHERE Id = '${accountId}'`), [
            { Name: "Old", Phone: "9", Fax: "7" }
        ]);
        assert.deepEqual(await query(`SELECT LastName, LeadSource FROM Contact WHERE Id = '${contactId}'`), [
            { LastName: "Chen", LeadSource: "Web" }
        ]);
    });

    it("keeps nothing where a validation rule refuses the opportunity, unless rules are not asked", async () => {
        const leadId = await newLead({ LastName: "Wu", Company: "Sole" });
        const refused = await convert(leadId, { opportunityName: "Refused" });

        assert.deepEqual(
            [refused.success, refused.errors.map(({ statusCode }) => statusCode)],
            [false, ["FIELD_CUSTOM_VALIDATION_EXCEPTION"]]
        );
        assert.deepEqual(await query("SELECT Id FROM Account WHERE Name = 'Sole'"), []);

        await setting({ requiresValidation: false, runsFlows: false });
        const { success, opportunityId } = await convert(leadId, { opportunityName: "Refused" });
        const told = await connected.connection.metadata.read("LeadConfigSettings" as never, "LeadConfig");
        await setting({ requiresValidation: true, runsFlows: true });

        assert.equal(success, true);
        assert.deepEqual(await query(`SELECT NextStep FROM Opportunity WHERE Id = '${opportunityId}'`), [
            { NextStep: null }
        ]);
        assert.equal(String(Object(told).shouldLeadConvertRequireValidation), "false");
    });

    const refusals: readonly [name: string, more: object, says: string][] = [
        ["another status", { convertedStatus: "Open - Not Contacted" }, "INVALID_STATUS"],
        ["a contact without its account", { contactId: "003000000000001AAA" }, "REQUIRED_FIELD_MISSING"],
        ["an account that isn't there", { accountId: "001000000000001AAA" }, "INVALID_CROSS_REFERENCE_KEY"],
        ["an owner who isn't there", { ownerId: "005000000000001AAA" }, "INVALID_CROSS_REFERENCE_KEY"]
    ];
    for (const [name, more, code] of refusals) {
        it(`is refused for ${name}`, async () => {
            const { success, errors } = await convert(await newLead(), more);
            assert.deepEqual([success, errors.map(({ statusCode }) => statusCode)], [false, [code]]);
        });
    }

    it("converts a lead once", async () => {
        const leadId = await newLead();
        await convert(leadId);
        assert.match(JSON.stringify((await convert(leadId)).errors), /CANNOT_UPDATE_CONVERTED_LEAD/);
    });

    it("refuses by name what it does not do", async () => {
        const leadId = await newLead();
        const { soap } = connected.connection;
        await assert.rejects(convert(leadId, { opportunityId: "006000000000001AAA" }), /element opportunityId is not/);
        await assert.rejects(convert(leadId, { sendNotificationEmail: true }), /sendNotificationEmail true is not/);
        await assert.rejects(soap.getUserInfo(), /The operation getUserInfo of the Partner API is not supported/);
        assert.equal((await setting({ runsFlows: "yes" })).status, 400);
    });
});
