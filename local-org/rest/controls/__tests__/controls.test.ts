import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, create, opportunityFields } from "../../__tests__/withConnection.ts";
import type { Connected } from "../../__tests__/withConnection.ts";

describe("the controls", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const control = (method: string, path: string, body?: unknown) =>
        ask(connected, method, `/local-org/${path}`, body === undefined ? {} : { body });

    it("all need a token", async () => {
        for (const [method, path] of [
            ["GET", "transactions"],
            ["POST", "merge"],
            ["PUT", "clock"]
        ] as const) {
            const { status } = await ask(connected, method, `/local-org/${path}`, { token: "" });
            assert.equal(status, 401, path);
        }
    });

    it("tell what each transaction cost, and forget it", async () => {
        await control("DELETE", "transactions");
        await create(connected.connection, "Account", { Name: "Acme" });
        const { body } = await control("GET", "transactions");
        await control("DELETE", "transactions");

        const [transaction, ...others] = body as { request: string; records: number; outcome: string }[];
        assert.deepEqual(
            [transaction?.request, transaction?.records, transaction?.outcome, others.length],
            ["insert Account", 1, "committed", 0]
        );
        assert.deepEqual((await control("GET", "transactions")).body, []);
    });

    it("update records as a workflow does", async () => {
        const id = await create(connected.connection, "Opportunity", opportunityFields);

        const { body } = await control("POST", "workflow-update", {
            object: "Opportunity",
            records: [{ Id: id, StageName: "Closed Won" }]
        });

        assert.deepEqual(body, [{ id, success: true, errors: [] }]);
        const record = await connected.connection.sobject("Opportunity").retrieve(id);
        assert.deepEqual([record["IsWon"], record["Probability"]], [true, 100]);
    });

    it("make languages active that users can have, once each, and list them as translations", async () => {
        const { status, body } = await control("POST", "languages", { languages: ["zh_TW", "zh_TW", "en_US"] });
        const refused = await control("POST", "languages", { languages: ["tlh"] });

        assert.deepEqual([status, body, refused.status], [200, { languages: ["zh_TW"] }, 400]);
        const listed = await connected.connection.metadata.list({ type: "Translations" });
        assert.deepEqual(
            listed.map(({ fullName }) => fullName),
            ["zh_TW"]
        );
    });

    it("merge accounts, whose opportunities then belong to the one that stays", async () => {
        const { connection } = connected;
        const [master, duplicate] = [
            await create(connection, "Account", { Name: "Acme" }),
            await create(connection, "Account", { Name: "ACME" })
        ];
        const deal = await create(connection, "Opportunity", { ...opportunityFields, AccountId: duplicate });

        const { status } = await control("POST", "merge", {
            object: "Account",
            masterId: master,
            mergedIds: [duplicate]
        });

        assert.equal(status, 204);
        assert.equal((await connection.sobject("Opportunity").retrieve(deal))["AccountId"], master);
        assert.equal((await connection.query(`SELECT Id FROM Account WHERE Id = '${duplicate}'`)).totalSize, 0);
    });

    it("take records out of the recycle bin", async () => {
        const { connection } = connected;
        const id = await create(connection, "Opportunity", opportunityFields);
        await connection.sobject("Opportunity").destroy(id);

        const { body } = await control("POST", "undelete", { ids: [id] });

        assert.deepEqual(body, [{ id, success: true, errors: [] }]);
        assert.equal((await connection.sobject("Opportunity").retrieve(id))["Name"], "Renewal");
    });

    it("close a field for editing alone", async () => {
        const { connection, localOrg } = connected;
        const id = await create(connection, "Opportunity", { ...opportunityFields, NextStep: "Call" });
        const security = { username: localOrg.adminUsername, field: "Opportunity.NextStep", readable: true };
        await control("PUT", "field-security", { ...security, editable: false });

        const record = await connection.sobject("Opportunity").retrieve(id);
        const changed = connection.sobject("Opportunity").update({ Id: id, NextStep: "Visit" });

        assert.equal(record["NextStep"], "Call");
        await assert.rejects(async () => changed, { errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE" });
        await control("PUT", "field-security", security);
    });

    it("put the whole org back as it was, as often as one likes", async () => {
        const { connection } = connected;
        const id = await create(connection, "Account", { Name: "Before" });
        const kept = await control("POST", "snapshots");
        const { id: snapshot } = kept.body as { id: string };
        const names: unknown[] = [];
        for (const name of ["One", "Two"]) {
            await connection.sobject("Account").update({ Id: id, Name: name });
            const { records } = await connection.query("SELECT Id FROM Contact");
            if (records.length === 0) await create(connection, "Contact", { LastName: "Lin" });
            await control("POST", `snapshots/${snapshot}/restore`);
            names.push((await connection.sobject("Account").retrieve(id))["Name"]);
        }

        assert.deepEqual([kept.status, names], [201, ["Before", "Before"]]);
        assert.equal((await connection.query("SELECT Id FROM Contact")).totalSize, 0);
    });

    it("put back posts with their mentions", async () => {
        const { connection } = connected;
        const path = "/services/data/v66.0/chatter/feed-elements";
        const said = {
            subjectId: "me",
            body: { messageSegments: [{ type: "Mention", username: connected.localOrg.adminUsername }] }
        };
        const { body: post } = await ask(connected, "POST", path, { body: said });
        const { body: kept } = await control("POST", "snapshots");
        await connection.sobject("FeedItem").destroy(Object(post).id);
        await control("POST", `snapshots/${Object(kept).id}/restore`);

        const { body: back } = await ask(connected, "GET", `${path}/${Object(post).id}`);

        assert.equal(Object(back).body.messageSegments[0].type, "Mention");
    });

    const refused: [name: string, method: string, path: string, body: unknown, code: string][] = [
        ["an update of nothing", "POST", "workflow-update", { object: "Opportunity", records: [] }, "INVALID_ARGUMENT"],
        [
            "an update without Id",
            "POST",
            "workflow-update",
            { object: "Opportunity", records: [{}] },
            "MISSING_ARGUMENT"
        ],
        ["an unknown object", "POST", "workflow-update", { object: "Nothing", records: [{}] }, "INVALID_TYPE"],
        [
            "a merge of opportunities",
            "POST",
            "merge",
            { object: "Opportunity", masterId: "006", mergedIds: ["006"] },
            "MALFORMED_ID"
        ],
        ["a snapshot that isn't there", "POST", "snapshots/99/restore", {}, "NOT_FOUND"],
        ["no list of ids", "POST", "undelete", { ids: "001" }, "INVALID_ARGUMENT"],
        [
            "security that is neither",
            "PUT",
            "field-security",
            { field: "Opportunity.Name", readable: "yes" },
            "NOT_FOUND"
        ]
    ];
    for (const [name, method, path, body, code] of refused) {
        it(`refuse ${name}`, async () => {
            const answer = await control(method, path, body);

            assert.equal(Object(answer.body)[0].errorCode, code);
        });
    }
});
