import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { addUser } from "./addUser.ts";

interface Info {
    readonly fields: Readonly<Record<string, { readonly label: string; readonly updateable: boolean }>>;
}

describe("UI API's object info", () => {
    let connected: Connected;
    let rep: { token: string; username: string };
    before(async () => {
        connected = await connect();
        rep = await addUser(connected, "rep");
    });
    after(() => connected.localOrg.close());

    const infoOf = async (object: string, token?: string, headers: Record<string, string> = {}) => {
        const path = `/services/data/v66.0/ui-api/object-info/${object}`;
        const { status, body } = await ask(connected, "GET", path, {
            headers,
            ...(token === undefined ? {} : { token })
        });
        return { status, fields: (body as Info).fields };
    };

    it("tells each field by its label, and whether the user may change it", async () => {
        const { fields } = await infoOf("Opportunity", rep.token);

        assert.deepEqual([fields["CloseDate"]?.label, fields["CloseDate"]?.updateable], ["Close Date", true]);
        assert.equal(fields["ExpectedRevenue"]?.updateable, false);
    });

    it("leaves out what the user may not read", async () => {
        const hidden = { username: rep.username, field: "Opportunity.NextStep", readable: false };
        await ask(connected, "PUT", "/local-org/field-security", { body: hidden });

        assert.equal((await infoOf("Opportunity", rep.token)).fields["NextStep"], undefined);
        assert.equal((await infoOf("Opportunity")).fields["NextStep"]?.label, "Next Step");
    });

    it("tells the platform's own labels in the user's language", async () => {
        const [user] = (await connected.connection.query(`SELECT Id FROM User WHERE Username = '${rep.username}'`))
            .records;
        await connected.connection.sobject("User").update({ Id: String(user?.Id), LanguageLocaleKey: "zh_TW" });

        const { fields } = await infoOf("Opportunity", rep.token);
        const inEnglish = await infoOf("Opportunity", rep.token, { "Accept-Language": "en-US" });

        assert.deepEqual([fields["CloseDate"]?.label, fields["Amount"]?.label], ["結案日期", "金額"]);
        assert.equal(inEnglish.fields["CloseDate"]?.label, "Close Date", "as a page in English asks");
    });

    it("knows no object that isn't there", async () => {
        assert.equal((await infoOf("Ghost__c")).status, 404);
    });
});
