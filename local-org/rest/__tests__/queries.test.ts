import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, connectionAs, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

const count = 2300;
const accounts = {
    object: "Account",
    columns: ["Name"],
    rows: Array.from({ length: count }, (_, number) => [`Account ${String(number).padStart(4, "0")}`])
};

describe("queries over REST", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect({ load: [accounts] });
    });
    after(() => connected.localOrg.close());

    const soql = "SELECT Name FROM Account ORDER BY Name";
    const query = (text: string): string => `/services/data/v66.0/query?q=${encodeURIComponent(text)}`;

    it("gives 2,000 records and where the rest is", async () => {
        const first = await connected.connection.query(soql);
        const second = await connected.connection.queryMore(first.nextRecordsUrl ?? "");

        assert.deepEqual([first.totalSize, first.records.length, first.done], [count, 2000, false]);
        assert.deepEqual([second.totalSize, second.records.length, second.done], [count, 300, true]);
        assert.equal(second.records[0]?.["Name"], "Account 2000");
    });

    it("gives all of them to a client that fetches on", async () => {
        const { records } = await connected.connection.query(soql, { autoFetch: true, maxFetch: 10_000 });

        assert.equal(new Set(records.map((record) => record["Name"])).size, count);
    });

    it("keeps to a smaller page when asked, but not below 200", async () => {
        const sizes = [];
        for (const size of [500, 1]) {
            const headers = { "Sforce-Query-Options": `batchSize=${size}` };
            sizes.push(Object((await ask(connected, "GET", query(soql), { headers })).body).records.length);
        }

        assert.deepEqual(sizes, [500, 200]);
    });

    it("describes the columns of a query when asked", async () => {
        const { body } = await ask(connected, "GET", `${query("SELECT Id, Owner.Name FROM Account")}&columns=true`);

        const { columnMetadata, entityName } = Object(body);
        assert.equal(entityName, "Account");
        assert.deepEqual(
            columnMetadata.map((column: { columnName: string }) => column.columnName),
            ["Id", "Owner"]
        );
    });

    it("refuses a locator that it never gave, or gave to another user", async () => {
        const { nextRecordsUrl = "" } = await connected.connection.query(soql);
        const profiles = await connected.connection.query("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
        await create(connected.connection, "User", anotherUser(String(profiles.records[0]?.["Id"])));
        const session = await ask(connected, "POST", "/local-org/sessions", { body: { username: "eve@example.com" } });
        const other = connectionAs(connected.localOrg, Object(session.body).token);

        await assert.rejects(async () => void (await other.queryMore(nextRecordsUrl)), {
            errorCode: "INVALID_QUERY_LOCATOR"
        });
        const unknown = await ask(connected, "GET", "/services/data/v66.0/query/0r8000000000000-2000");
        assert.equal(Object(unknown.body)[0].errorCode, "INVALID_QUERY_LOCATOR");
    });

    it("reads a later page when it is asked for: in the order of the query, without what is gone", async () => {
        const first = await connected.connection.query("SELECT Id FROM Account ORDER BY Name DESC");
        const inOrder = await connected.connection.query(
            "SELECT Id FROM Account ORDER BY Name DESC LIMIT 2000 OFFSET 2000"
        );
        const [gone, ...rest] = inOrder.records.map(({ Id }) => String(Id));
        await connected.connection.sobject("Account").destroy(gone ?? "");

        const second = await connected.connection.queryMore(first.nextRecordsUrl ?? "");

        await connected.connection.sobject("Account").create({ Name: "Account 0299" });
        assert.ok(rest.length > 0);
        assert.deepEqual(
            second.records.map(({ Id }) => Id),
            rest
        );
    });

    it("keeps the rest of a result for two days", async () => {
        const { nextRecordsUrl: absolute = "" } = await connected.connection.query(soql);
        const nextRecordsUrl = new URL(absolute).pathname;
        const later = (now: string) => ask(connected, "PUT", "/local-org/clock", { body: { now } });
        await later("2026-07-02T11:59:00.000Z");
        const inTime = await ask(connected, "GET", nextRecordsUrl);
        await later("2026-07-02T12:01:00.000Z");
        const late = await ask(connected, "GET", nextRecordsUrl);
        await later("2026-06-30");

        assert.equal(inTime.status, 200);
        assert.equal(Object(late.body)[0].errorCode, "INVALID_QUERY_LOCATOR");
    });

    it("passes on what a query gets wrong", async () => {
        const { status, body } = await ask(connected, "GET", query("SELECT Nme FROM Account"));

        assert.deepEqual([status, Object(body)[0].errorCode], [400, "INVALID_FIELD"]);
    });

    it("says of an org without source tracking that it is not tracked", async () => {
        const { status } = await ask(connected, "GET", "/services/data/v66.0/tooling/sobjects/SourceMember/describe");

        assert.equal(status, 404);
    });
});

function anotherUser(ProfileId: string) {
    return {
        Username: "eve@example.com",
        LastName: "Eve",
        Email: "eve@example.com",
        Alias: "eve",
        ProfileId,
        TimeZoneSidKey: "UTC",
        LocaleSidKey: "en_US",
        EmailEncodingKey: "UTF-8",
        LanguageLocaleKey: "en_US"
    };
}
