import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { file, validationRule } from "../../metadata/__tests__/deployed.ts";
import { ask, connect, create, opportunityFields } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { addUser } from "./addUser.ts";

const records = "/services/data/v66.0/ui-api/records";

describe("UI API's createRecord and updateRecord", () => {
    let connected: Connected;
    let id: string;
    before(async () => {
        connected = await connect();
        id = await create(connected.connection, "Opportunity", opportunityFields);
        const rules =
            validationRule("On_Stage", 'NextStep = "no"', "<errorDisplayField>StageName</errorDisplayField>") +
            validationRule("On_Top", 'NextStep = "never"');
        await deployZip(
            connected.connection,
            { ValidationRule: ["Opportunity.On_Stage", "Opportunity.On_Top"] },
            {
                "objects/Opportunity.object": file("CustomObject", rules)
            }
        );
    });
    after(() => connected.localOrg.close());

    const post = (body: unknown) => ask(connected, "POST", records, { body });
    const patch = (body: unknown, token?: string) =>
        ask(connected, "PATCH", `${records}/${id}`, token === undefined ? { body } : { body, token });
    const read = async () => (await connected.connection.sobject("Opportunity").retrieve(id))["NextStep"];

    it("create a record, and show the fields that were given", async () => {
        const { status, body } = await post({ apiName: "Opportunity", fields: { ...opportunityFields, Amount: 5 } });
        assert.equal(status, 201);
        const { apiName, fields } = body as { apiName: string; fields: Record<string, unknown> };
        assert.equal(apiName, "Opportunity");
        assert.deepEqual(fields["Amount"], { displayValue: "5.00", value: 5 });
    });
    it("change a record through the whole save", async () => {
        const { status } = await patch({ fields: { NextStep: "Call" } });
        assert.deepEqual([status, await read()], [200, "Call"]);
    });
    it("show a refusal under its field, and one of the whole record apart", async () => {
        const onField = await patch({ fields: { NextStep: "no" } });
        const onTop = await patch({ fields: { NextStep: "never" } });
        const outputOf = ({ body }: { body: unknown }) => (body as { output: unknown }[])[0]?.output;
        const shared = { constituentField: null, duplicateRecordError: null, message: "Add a product first." };
        const error = { ...shared, errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION" };
        assert.equal(onField.status, 400);
        assert.deepEqual(outputOf(onField), {
            errors: [],
            fieldErrors: { StageName: [{ ...error, field: "StageName", fieldLabel: "Stage" }] }
        });
        assert.deepEqual(outputOf(onTop), {
            errors: [{ ...error, field: null, fieldLabel: null }],
            fieldErrors: {}
        });
        assert.equal(await read(), "Call");
    });
    it("answer 404 to a user with whom the record is not shared", async () => {
        const rep = await addUser(connected, "rep");
        assert.equal((await patch({ fields: { NextStep: "Mine" } }, rep.token)).status, 404);
        assert.equal(await read(), "Call");
    });
    it("refuse by name what they leave out", async () => {
        const saidOf = ({ body }: { body: unknown }) => JSON.stringify(body);
        assert.match(saidOf(await patch({ fields: {}, allowSaveOnDuplicate: true })), /allowSaveOnDuplicate/);
        assert.match(saidOf(await patch({ fields: { Id: id } })), /The Id stands in the path/);
        assert.match(saidOf(await patch({ fields: { Nothing__c: 1 } })), /INVALID_FIELD/);
        assert.equal((await post({ apiName: "Nothing__c", fields: {} })).status, 404);
    });
});
