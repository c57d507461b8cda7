import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { ask, connect, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

describe("collections and composites over REST", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());
    beforeEach(async () => {
        await connected.connection.sobject("Account").find({}, ["Id"]).destroy();
    });

    const names = async (): Promise<unknown[]> =>
        (await connected.connection.query("SELECT Name FROM Account ORDER BY Name")).records.map(
            (record) => record["Name"]
        );
    const base = "/services/data/v66.0";

    it("keeps the good records of a list and refuses the others by place", async () => {
        const results = await connected.connection
            .sobject("Account")
            .create([{ Name: "A" }, {}, { Name: "C", Foo: 1 }, { Name: "D" }]);

        assert.deepEqual(
            results.map((result) => result.success),
            [true, false, false, true]
        );
        assert.deepEqual(
            results.map((result) => Object(result.errors[0]).statusCode),
            [undefined, "REQUIRED_FIELD_MISSING", "INVALID_FIELD", undefined]
        );
        assert.deepEqual(await names(), ["A", "D"]);
    });

    it("keeps nothing of a list with allOrNone and one bad record", async () => {
        const results = await connected.connection.sobject("Account").create([{ Name: "A" }, {}], { allOrNone: true });

        assert.deepEqual(
            results.map((result) => Object(result.errors[0]).statusCode),
            ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"]
        );
        assert.deepEqual(await names(), []);
    });

    it("keeps nothing of a list of several objects with allOrNone and one bad record", async () => {
        const records = [{ attributes: { type: "Account" }, Name: "A" }, { attributes: { type: "Contact" } }];

        const { body } = await ask(connected, "POST", `${base}/composite/sobjects`, {
            body: { allOrNone: true, records }
        });

        const codes = Object(body).map((each: { errors: { statusCode: string }[] }) => each.errors[0]?.statusCode);
        assert.deepEqual(codes, ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"]);
        assert.deepEqual(await names(), []);
    });

    it("updates and deletes lists", async () => {
        const ids = [];
        for (const Name of ["A", "B", "C"]) ids.push(await create(connected.connection, "Account", { Name }));
        const [first = "", second = "", third = ""] = ids;

        await connected.connection.sobject("Account").update([
            { Id: first, Name: "A2" },
            { Id: second, Name: "B2" }
        ]);
        await connected.connection.sobject("Account").destroy([second, third]);

        assert.deepEqual(await names(), ["A2"]);
    });

    it("refuses more than 200 records in a call", async () => {
        const records = Array.from({ length: 201 }, () => ({ attributes: { type: "Account" }, Name: "A" }));

        const { status, body } = await ask(connected, "POST", `${base}/composite/sobjects`, { body: { records } });

        assert.deepEqual([status, Object(body)[0].errorCode], [400, "EXCEEDED_ID_LIMIT"]);
    });

    it("lets a later subrequest use what an earlier one answered", async () => {
        const compositeRequest = [
            { method: "POST", url: `${base}/sobjects/Account`, referenceId: "acme", body: { Name: "Acme" } },
            { method: "GET", url: `${base}/query?q=SELECT+Name+FROM+Account`, referenceId: "all" },
            {
                method: "PATCH",
                url: `${base}/sobjects/Account/@{acme.id}`,
                referenceId: "rename",
                body: { Name: "@{all.records[0].Name} 2" }
            }
        ];

        const { body } = await ask(connected, "POST", `${base}/composite`, { body: { compositeRequest } });

        const statuses = Object(body).compositeResponse.map((each: { httpStatusCode: number }) => each.httpStatusCode);
        assert.deepEqual(statuses, [201, 200, 204]);
        assert.deepEqual(await names(), ["Acme 2"]);
    });

    it("undoes every subrequest with allOrNone when one fails", async () => {
        const compositeRequest = [
            { method: "POST", url: `${base}/sobjects/Account`, referenceId: "good", body: { Name: "Acme" } },
            { method: "POST", url: `${base}/sobjects/Account`, referenceId: "bad", body: {} }
        ];

        const { body } = await ask(connected, "POST", `${base}/composite`, {
            body: { allOrNone: true, compositeRequest }
        });

        const codes = Object(body).compositeResponse.map(
            (each: { body: { errorCode: string }[] }) => each.body[0]?.errorCode
        );
        assert.deepEqual(codes, ["PROCESSING_HALTED", "REQUIRED_FIELD_MISSING"]);
        assert.deepEqual(await names(), []);
    });

    it("says of a subrequest that builds on a failed one that it can't", async () => {
        const compositeRequest = [
            { method: "POST", url: `${base}/sobjects/Account`, referenceId: "bad", body: {} },
            {
                method: "POST",
                url: `${base}/sobjects/Contact`,
                referenceId: "next",
                body: { LastName: "Lin", AccountId: "@{bad.id}" }
            }
        ];

        const { body } = await ask(connected, "POST", `${base}/composite`, { body: { compositeRequest } });

        assert.equal(Object(body).compositeResponse[1].body[0].errorCode, "PROCESSING_HALTED");
    });

    for (const [what, url, reason] of [
        ["another composite", `${base}/composite`, /a composite within a composite is not supported/],
        ["another composite with slashes more", `/${base}//Composite/?a=b`, /a composite within a composite/],
        ["a call of the org's own", "/local-org/sessions", /\/local-org\/sessions can't be a subrequest/],
        ["the identity", "/services/oauth2/userinfo", /does not stand under \/services\/data/]
    ] as const) {
        it(`refuses ${what} as a subrequest, by name`, async () => {
            const compositeRequest = [
                { method: "POST", url, referenceId: "inner", body: {} },
                { method: "POST", url: `${base}/composite/sobjects`, referenceId: "fine", body: { records: [] } }
            ];

            const { body } = await ask(connected, "POST", `${base}/composite`, { body: { compositeRequest } });

            const [refused, fine] = Object(body).compositeResponse;
            assert.deepEqual([refused.httpStatusCode, fine.httpStatusCode], [400, 200]);
            assert.match(refused.body[0].message, reason);
        });
    }

    it("refuses an update that names a record's Id twice", async () => {
        const id = await create(connected.connection, "Account", { Name: "A" });
        const records = [{ attributes: { type: "Account" }, Id: id, id, Name: "B" }];

        const { body } = await ask(connected, "PATCH", `${base}/composite/sobjects`, { body: { records } });

        assert.equal(
            Object(body)[0].errors[0].message,
            'The field Id is given twice, as "Id" and as "id"; give it once.'
        );
        assert.deepEqual(await names(), ["A"]);
    });

    it("updates by an id in small letters", async () => {
        const id = await create(connected.connection, "Account", { Name: "A" });
        const records = [{ attributes: { type: "Account" }, id, Name: "B" }];

        await ask(connected, "PATCH", `${base}/composite/sobjects`, { body: { records } });

        assert.deepEqual(await names(), ["B"]);
    });
});
