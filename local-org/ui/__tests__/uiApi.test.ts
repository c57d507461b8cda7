import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, create, opportunityFields } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { addUser } from "./addUser.ts";

describe("UI API's getRecord", () => {
    let connected: Connected;
    let id: string;
    let rep: { token: string; username: string };
    before(async () => {
        connected = await connect();
        const account = await create(connected.connection, "Account", { Name: "山海電子" });
        id = await create(connected.connection, "Opportunity", {
            ...opportunityFields,
            Amount: 30000.5,
            AccountId: account
        });
        rep = await addUser(connected, "rep");
    });
    after(() => connected.localOrg.close());

    const read = async (query: string, token?: string) => {
        const path = `/services/data/v66.0/ui-api/records/${id}${query}`;
        const { status, body } = await ask(connected, "GET", path, token === undefined ? {} : { token });
        return { status, body: body as Record<string, unknown> };
    };

    it("gives the named fields in the shape that components receive", async () => {
        const { status, body } = await read(
            "?fields=Opportunity.Name,Opportunity.CloseDate&optionalFields=Opportunity.Amount"
        );

        assert.equal(status, 200);
        assert.deepEqual(body["fields"], {
            Amount: { displayValue: "30,000.50", value: 30000.5 },
            CloseDate: { displayValue: "9/30/26", value: "2026-09-30" },
            Name: { displayValue: null, value: "Renewal" }
        });
        const { apiName, childRelationships, recordTypeInfo, lastModifiedDate, systemModstamp, weakEtag } = body;
        assert.deepEqual(
            { apiName, childRelationships, recordTypeInfo, id: body["id"], lastModifiedDate, systemModstamp, weakEtag },
            {
                ...{ apiName: "Opportunity", childRelationships: {}, recordTypeInfo: null, id },
                ...{ lastModifiedDate: "2026-06-30T12:00:00.000Z", systemModstamp: "2026-06-30T12:00:00.000Z" },
                weakEtag: Date.parse("2026-06-30T12:00:00.000Z")
            }
        );
    });
    it("nests a parent as a record of its own, shown by its name", async () => {
        const { body } = await read("?fields=Opportunity.Account.Name,Opportunity.Owner.Name");
        const { Account } = body["fields"] as { Account: { displayValue: string; value: Record<string, unknown> } };
        assert.equal(Account.displayValue, "山海電子");
        assert.equal(Account.value["apiName"], "Account");
        assert.deepEqual(Account.value["fields"], { Name: { displayValue: null, value: "山海電子" } });
    });
    it("changes its ETag with the values alone", async () => {
        const query = "?fields=Opportunity.NextStep";
        const [first, second] = [await read(query), await read(query)];
        await connected.connection.sobject("Opportunity").update({ Id: id, NextStep: "Call" });
        const third = await read(query);
        assert.equal(first.body["eTag"], second.body["eTag"]);
        assert.notEqual(second.body["eTag"], third.body["eTag"]);
    });
    it("names a required field that is not there or may not be read, and leaves out an optional one", async () => {
        const owned = await create(connected.connection, "Opportunity", {
            ...opportunityFields,
            OwnerId: await idOf(rep.username)
        });
        const body = { username: rep.username, field: "Opportunity.Amount", readable: false };
        await ask(connected, "PUT", "/local-org/field-security", { body });
        const ofRep = async (query: string) =>
            ask(connected, "GET", `/services/data/v66.0/ui-api/records/${owned}${query}`, { token: rep.token });

        const unknown = await read("?fields=Opportunity.Nothing__c");
        const unreadable = await ofRep("?fields=Opportunity.Name,Opportunity.Amount");
        const optional = await ofRep(
            "?fields=Opportunity.Name&optionalFields=Opportunity.Amount,Opportunity.Nothing__c"
        );

        assert.equal(unknown.status, 400);
        assert.match(
            JSON.stringify(unknown.body),
            /INVALID_FIELD.*Opportunity\.Nothing__c.*No such column 'Nothing__c'/
        );
        assert.match(JSON.stringify(unreadable.body), /INVALID_FIELD.*Opportunity\.Amount/);
        assert.deepEqual((optional.body as { fields: unknown }).fields, {
            Name: { displayValue: null, value: "Renewal" }
        });
    });
    it("answers 404 for a record that is not there or not shared with the user", async () => {
        const { status, body } = await read("?fields=Opportunity.Name", rep.token);
        assert.equal(status, 404);
        assert.match(JSON.stringify(body), /NOT_FOUND/);
    });
    it("refuses by name what it leaves out", async () => {
        assert.match(JSON.stringify((await read("?layoutTypes=Full")).body), /layoutTypes/);
        assert.match(JSON.stringify((await read("")).body), /fields or optionalFields/);
    });

    async function idOf(username: string): Promise<string> {
        const { records } = await connected.connection.query(`SELECT Id FROM User WHERE Username = '${username}'`);
        return String(records[0]?.Id);
    }
});
