import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { ask, connect, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

const base = "/services/data/v66.0";

describe("trees, batches and related records over REST", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());
    beforeEach(async () => {
        await connected.connection.sobject("Contact").find({}, ["Id"]).destroy();
        await connected.connection.sobject("Account").find({}, ["Id"]).destroy();
    });

    const account = (referenceId: string, fields: object) => ({
        attributes: { type: "Account", referenceId },
        ...fields
    });
    const contact = (referenceId: string, fields: object) => ({
        attributes: { type: "Contact", referenceId },
        ...fields
    });
    const tree = (records: unknown): Promise<{ status: number; body: unknown }> =>
        ask(connected, "POST", `${base}/composite/tree/Account`, { body: { records } });
    const count = async (object: string): Promise<number> =>
        (await connected.connection.query(`SELECT COUNT() FROM ${object}`)).totalSize;

    it("create records with their children", async () => {
        const records = [
            account("a", { Name: "Acme", Contacts: { records: [contact("c", { LastName: "Lin" })] } }),
            account("b", { Name: "Apex" })
        ];

        const { status, body } = await tree(records);

        assert.equal(status, 201);
        assert.deepEqual([Object(body).hasErrors, Object(body).results.length], [false, 3]);
        const { records: found } = await connected.connection.query("SELECT LastName, Account.Name FROM Contact");
        assert.deepEqual(
            found.map((each) => [each["LastName"], each["Account"]["Name"]]),
            [["Lin", "Acme"]]
        );
    });

    it("keep nothing of a tree with one bad record, and name that one", async () => {
        const records = [account("a", { Name: "Acme", Contacts: { records: [contact("c", { FirstName: "Lin" })] } })];

        const { status, body } = await tree(records);

        assert.equal(status, 400);
        assert.deepEqual(
            [Object(body).hasErrors, Object(body).results.map((each: { referenceId: string }) => each.referenceId)],
            [true, ["c"]]
        );
        assert.deepEqual([await count("Account"), await count("Contact")], [0, 0]);
    });

    const many = (size: number) => Array.from({ length: size }, (_, place) => account(`a${place}`, { Name: "A" }));
    for (const [what, records] of [
        ["more than 200 records", many(201)],
        ["one reference twice", [account("a", { Name: "A" }), account("a", { Name: "B" })]],
        ["a record without a reference", [{ attributes: { type: "Account" }, Name: "A" }]],
        ["a record of another type", [contact("a", { LastName: "A" })]],
        ["no list", { Name: "A" }]
    ] as const) {
        it(`refuse a tree with ${what}`, async () => {
            assert.equal((await tree(records)).status, 400);
            assert.equal(await count("Account"), 0);
        });
    }

    it("answer each request of a batch for itself, or stop at the first that fails", async () => {
        const batchRequests = [
            { method: "POST", url: "v66.0/sobjects/Account", richInput: { Name: "Acme" } },
            { method: "GET", url: "v66.0/sobjects/Nothing/describe" },
            { method: "POST", url: "v66.0/sobjects/Account", richInput: { Name: "Apex" } }
        ];
        const codes = async (haltOnError: boolean): Promise<unknown> => {
            const { body } = await ask(connected, "POST", `${base}/composite/batch`, {
                body: { batchRequests, haltOnError }
            });
            const { hasErrors, results } = Object(body);
            return [hasErrors, results.map((each: { statusCode: number }) => each.statusCode)];
        };

        assert.deepEqual(await codes(false), [true, [201, 404, 201]]);
        assert.deepEqual(await codes(true), [true, [201, 404, 412]]);
        assert.equal(await count("Account"), 3);
    });

    it("refuse a batch within a batch", async () => {
        const batchRequests = [{ method: "POST", url: "v66.0/composite/batch", richInput: {} }];

        const { body } = await ask(connected, "POST", `${base}/composite/batch`, { body: { batchRequests } });

        assert.equal(Object(body).results[0].statusCode, 400);
    });

    it("follow a relationship of a record to its children and to its parent", async () => {
        const id = await create(connected.connection, "Account", { Name: "Acme" });
        const child = await create(connected.connection, "Contact", { LastName: "Lin", AccountId: id });

        const children = await ask(connected, "GET", `${base}/sobjects/Account/${id}/Contacts?fields=LastName`);
        const parent = await ask(connected, "GET", `${base}/sobjects/Contact/${child}/Account?fields=Name`);
        const nothing = await ask(connected, "GET", `${base}/sobjects/Account/${id}/Nothings`);

        assert.deepEqual(
            Object(children.body).records.map((each: { LastName: string }) => each.LastName),
            ["Lin"]
        );
        assert.deepEqual([Object(parent.body).Name, nothing.status], ["Acme", 404]);
    });
});
