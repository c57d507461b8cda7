import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, create, opportunityFields } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

describe("records over REST", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const sobjects = "/services/data/v66.0/sobjects";

    it("creates a record and reads it back with its defaults", async () => {
        const { connection } = connected;
        const id = await create(connection, "Opportunity", { ...opportunityFields, Amount: 1234.5 });

        const record = await connection.sobject("Opportunity").retrieve(id);

        assert.equal(record["Amount"], 1234.5);
        assert.equal(record["IsClosed"], false);
        assert.equal(record["HasOpportunityLineItem"], false);
        assert.equal(record["CreatedDate"], "2026-06-30T12:00:00.000+0000");
        assert.deepEqual(record["attributes"], { type: "Opportunity", url: `${sobjects}/Opportunity/${id}` });
    });

    it("reads the fields that are asked for, by names in any case", async () => {
        const id = await create(connected.connection, "Account", { Name: "Acme" });

        const { body } = await ask(connected, "GET", `${sobjects}/account/${id}?fields=name,ID`);

        const attributes = { type: "Account", url: `${sobjects}/Account/${id}` };
        assert.deepEqual(body, { attributes, Name: "Acme", Id: id });
    });

    it("updates and deletes with 204, and says of a deleted record that it is deleted", async () => {
        const path = `${sobjects}/Account/${await create(connected.connection, "Account", { Name: "Acme" })}`;

        const updated = await ask(connected, "PATCH", path, { body: { Name: "Apex" } });
        const read = await ask(connected, "GET", `${path}?fields=Name`);
        const deleted = await ask(connected, "DELETE", path);
        const gone = await ask(connected, "GET", path);

        assert.deepEqual([updated.status, deleted.status, gone.status], [204, 204, 404]);
        assert.equal(Object(read.body).Name, "Apex");
        assert.deepEqual(gone.body, [{ errorCode: "ENTITY_IS_DELETED", message: "entity is deleted" }]);
    });

    it("takes an Id of 15 characters for the same record", async () => {
        const id = await create(connected.connection, "Account", { Name: "Acme" });

        const { body } = await ask(connected, "GET", `${sobjects}/Account/${id.slice(0, 15)}`);

        assert.equal(Object(body).Id, id);
    });

    it("names a parent by its Id field, and refuses one that isn't there", async () => {
        const body = { LastName: "Lin", AccountId: "001000000000001AAA" };

        const reply = await ask(connected, "POST", `${sobjects}/Contact`, { body });

        assert.equal(Object(reply.body)[0].errorCode, "INVALID_CROSS_REFERENCE_KEY");
    });

    const refusals: readonly [what: string, body: object, errorCode: string, fields: readonly string[] | undefined][] =
        [
            ["an unknown field", { Foo: 1 }, "INVALID_FIELD", undefined],
            ["a field in two spellings", { NextStep: "a", nextstep: "a" }, "INVALID_FIELD", ["NextStep"]],
            ["a parent named in two ways", { AccountId: null, Account: { Name: "A" } }, "INVALID_FIELD", ["AccountId"]],
            ["a date that isn't one", { CloseDate: "2026-02-30" }, "JSON_PARSER_ERROR", ["CloseDate"]],
            ["a number that isn't one", { Amount: "many" }, "JSON_PARSER_ERROR", ["Amount"]],
            ["text where a number stood", { Name: 5 }, "JSON_PARSER_ERROR", ["Name"]],
            ["a blank required field", { Name: "  " }, "REQUIRED_FIELD_MISSING", ["Name"]],
            ["text that is too long", { Name: "x".repeat(121) }, "STRING_TOO_LONG", ["Name"]],
            ["a number that is too large", { Amount: 1e17 }, "NUMBER_OUTSIDE_VALID_RANGE", ["Amount"]],
            [
                "a value outside a restricted picklist",
                { ForecastCategoryName: "Sure" },
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                ["ForecastCategoryName"]
            ],
            ["a field the platform keeps", { IsWon: true }, "INVALID_FIELD_FOR_INSERT_UPDATE", ["IsWon"]],
            ["an Id that is none", { AccountId: "Acme" }, "MALFORMED_ID", ["AccountId"]],
            ["an Id of another object", { AccountId: "003000000000001AAA" }, "FIELD_INTEGRITY_EXCEPTION", ["AccountId"]]
        ];
    for (const [what, body, errorCode, fields] of refusals) {
        it(`refuses ${what}`, async () => {
            const reply = await ask(connected, "POST", `${sobjects}/Opportunity`, {
                body: { ...opportunityFields, ...body }
            });

            const [error] = reply.body as { errorCode: string; fields?: string[] }[];
            assert.equal(reply.status, 400);
            assert.equal(error?.errorCode, errorCode);
            assert.deepEqual(error?.fields, fields);
        });
    }

    it("names every missing field at once", async () => {
        const { body } = await ask(connected, "POST", `${sobjects}/Opportunity`, { body: {} });

        const fields = ["Name", "StageName", "CloseDate"];
        const message = "Required fields are missing: [Name, StageName, CloseDate]";
        assert.deepEqual(body, [{ errorCode: "REQUIRED_FIELD_MISSING", message, fields }]);
    });

    it("refuses to write what nobody writes", async () => {
        const { body } = await ask(connected, "POST", `${sobjects}/OpportunityStage`, { body: {} });

        assert.equal(Object(body)[0].errorCode, "INVALID_TYPE_FOR_OPERATION");
    });

    it("answers 404 for an unknown object, record or resource and 405 for a wrong method", async () => {
        const statuses = [];
        for (const [method, path] of [
            ["GET", `${sobjects}/Nothing/describe`],
            ["GET", `${sobjects}/Account/001000000000001AAA`],
            ["GET", "/services/data/v66.0/nothing"],
            ["DELETE", `${sobjects}/Account`]
        ] as const) {
            statuses.push((await ask(connected, method, path)).status);
        }

        assert.deepEqual(statuses, [404, 404, 404, 405]);
    });
});
