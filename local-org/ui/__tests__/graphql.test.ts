import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, create, opportunityFields } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { addUser } from "./addUser.ts";

interface Answer {
    readonly data: unknown;
    readonly errors: readonly { message: string; extensions: { ErrorType: string } }[];
}

describe("GraphQL", () => {
    let connected: Connected;
    let rep: { token: string; username: string };
    before(async () => {
        connected = await connect();
        const { connection } = connected;
        const account = await create(connection, "Account", { Name: "O'Hara \\ Söhne" });
        const add = (Name: string, fields: object) =>
            create(connection, "Opportunity", { ...opportunityFields, Name, ...fields });
        await add("First", { Amount: 100.25, AccountId: account, CloseDate: "2026-07-01" });
        await add("Second", { Amount: 200, StageName: "Negotiation/Review", CloseDate: "2026-08-01" });
        await add("Third", { StageName: "Closed Lost", CloseDate: "2026-05-01" });
        rep = await addUser(connected, "rep");
    });
    after(() => connected.localOrg.close());

    const query = async (text: string, variables: object = {}, token?: string): Promise<Answer> => {
        const options = { body: { query: text, variables }, ...(token === undefined ? {} : { token }) };
        const { status, body } = await ask(connected, "POST", "/services/data/v66.0/graphql", options);
        assert.equal(status, 200, JSON.stringify(body));
        return body as Answer;
    };
    const names = async (filter: string, variables: object = {}, head = ""): Promise<string[]> => {
        const text = `query q${head} { uiapi { query { Opportunity(${filter}) { edges { node { Name { value } } } } } } }`;
        const { data, errors } = await query(text, variables);
        assert.deepEqual(errors, []);
        const { edges } = (data as Opportunities).uiapi.query.Opportunity;
        return edges.map(({ node }) => node.Name.value);
    };

    it("gives nodes with values, display values and a parent", async () => {
        const { data, errors } =
            await query(`{ uiapi { query { Opportunity(where: { Name: { eq: "First" } }) { edges { node {
            ApiName Amount { value displayValue } CloseDate { value } StageName { value label } AccountId { value }
            IsClosed { value } Account { Name { value } } CreatedDate { value } } } } } } }`);
        assert.deepEqual(errors, []);
        const [{ node }] = (
            data as { uiapi: { query: { Opportunity: { edges: [{ node: Record<string, unknown> }] } } } }
        ).uiapi.query.Opportunity.edges;
        assert.equal(typeof (node["AccountId"] as { value: unknown }).value, "string");
        delete node["AccountId"];
        assert.deepEqual(node, {
            ApiName: "Opportunity",
            Amount: { value: 100.25, displayValue: "100.25" },
            CloseDate: { value: "2026-07-01" },
            StageName: { value: "Prospecting", label: "Prospecting" },
            IsClosed: { value: false },
            Account: { Name: { value: "O'Hara \\ Söhne" } },
            CreatedDate: { value: "2026-06-30T12:00:00.000Z" }
        });
    });

    const filters: readonly (readonly [string, string, readonly string[]])[] = [
        ["eq", `where: { StageName: { eq: "Negotiation/Review" } }`, ["Second"]],
        ["ne", `where: { StageName: { ne: "Prospecting" } }`, ["Second", "Third"]],
        ["in", `where: { StageName: { in: ["Prospecting", "Closed Lost"] } }`, ["First", "Third"]],
        ["nin", `where: { Name: { nin: ["First"] } }`, ["Second", "Third"]],
        ["like", `where: { Name: { like: "%ir%" } }`, ["First", "Third"]],
        ["gt", `where: { Amount: { gt: 100.25 } }`, ["Second"]],
        ["gte", `where: { Amount: { gte: 100.25 } }`, ["First", "Second"]],
        ["blank", `where: { Amount: { eq: null } }`, ["Third"]],
        ["a date", `where: { CloseDate: { lt: { value: "2026-08-01" } } }`, ["First", "Third"]],
        ["a date literal", `where: { CloseDate: { gt: { literal: TODAY } } }`, ["First", "Second"]],
        ["a parent, quotes and backslash", `where: { Account: { Name: { eq: "O'Hara \\\\ Söhne" } } }`, ["First"]],
        ["and", `where: { and: [{ IsClosed: { eq: false } }, { Amount: { lt: 150 } }] }`, ["First"]],
        ["or", `where: { or: [{ IsClosed: { eq: true } }, { Amount: { gt: 150 } }] }`, ["Second", "Third"]],
        ["not", `where: { not: { IsClosed: { eq: true } } }`, ["First", "Second"]],
        ["several fields at once", `where: { IsClosed: { eq: false }, Name: { eq: "First" } }`, ["First"]],
        ["order", `orderBy: { Name: { order: DESC } }`, ["Third", "Second", "First"]]
    ];
    for (const [what, filter, expected] of filters) {
        it(`filters and sorts by ${what}`, async () => {
            const found = await names(filter);
            assert.deepEqual(what === "order" ? found : found.toSorted(), expected);
        });
    }
    it("takes values from variables, where no text can become a condition", async () => {
        const head = "($name: String)";
        assert.deepEqual(await names("where: { Name: { eq: $name } }", { name: "Second" }, head), ["Second"]);
        assert.deepEqual(await names("where: { Name: { eq: $name } }", { name: "x' OR Name != '" }, head), []);
        assert.deepEqual(
            await names("where: $wanted", { wanted: { Name: { eq: "Third" } } }, "($wanted: Opportunity_Filter)"),
            ["Third"]
        );
    });
    it("pages with cursors and counts all that fit", async () => {
        const page = async (after: string | null) => {
            const { data } = await query(
                `query p($after: String) { uiapi { query { Opportunity(first: 2, after: $after, orderBy: { Name: {} }) {
                    edges { node { Name { value } } } pageInfo { endCursor hasNextPage hasPreviousPage } totalCount } } } }`,
                { after }
            );
            return (data as Opportunities).uiapi.query.Opportunity;
        };
        const first = await page(null);
        const second = await page(first.pageInfo.endCursor);
        assert.deepEqual(
            [first.totalCount, first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage],
            [3, true, false]
        );
        assert.deepEqual(
            [second.edges.length, second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage],
            [1, false, true]
        );
    });
    it("shows a user own opportunities only, and says which field that user can't read", async () => {
        const text = (field: string) =>
            `{ uiapi { query { Opportunity { edges { node { Name { value } ${field} } } } } } }`;
        const body = { username: rep.username, field: "Opportunity.Amount", readable: false };
        await ask(connected, "PUT", "/local-org/field-security", { body });

        assert.deepEqual((await query(text(""), {}, rep.token)).data, {
            uiapi: { query: { Opportunity: { edges: [] } } }
        });
        const { data, errors } = await query(text("Amount { value }"), {}, rep.token);
        assert.equal(data, null);
        assert.match(errors[0]?.message ?? "", /FieldUndefined: Field 'Amount' in type 'Opportunity' is undefined/);
        assert.equal(errors[0]?.extensions.ErrorType, "ValidationError");
        assert.deepEqual((await query(text("Amount @optional { value }"), {}, rep.token)).errors, []);
    });

    const node = "{ edges { node { Id } } }";
    const refusals: readonly (readonly [string, string, RegExp])[] = [
        ["a mutation", `mutation { uiapi { AccountDelete { Id } } }`, /no GraphQL mutation/],
        [
            "aggregates",
            `{ uiapi { aggregate { Opportunity { edges { node { aggregate { Id } } } } } } }`,
            /no aggregate/
        ],
        ["introspection", `{ __schema { types { name } } }`, /no __schema/],
        ["fragments", `fragment f on Query { uiapi { query { Opportunity ${node} } } } { ...f }`, /no fragments/],
        ["an unknown object", `{ uiapi { query { Nothing__c ${node} } } }`, /Field 'Nothing__c' in type 'RecordQuery'/],
        ["an unknown filter field", `{ uiapi { query { Opportunity(where: { No: { eq: 1 } }) ${node} } } }`, /"No"/],
        ["an unknown operator", `{ uiapi { query { Opportunity(where: { Name: { has: "a" } }) ${node} } } }`, /"has"/],
        ["a page too large", `{ uiapi { query { Opportunity(first: 5000) ${node} } } }`, /from 1 to 2000/],
        ["a strange cursor", `{ uiapi { query { Opportunity(after: "x") ${node} } } }`, /no cursor/],
        ["bad syntax", `{ uiapi { query {`, /Invalid syntax/],
        [
            "a date that is none",
            `{ uiapi { query { Opportunity(where: { CloseDate: { eq: { value: "1 OR Id != null" } } }) ${node} } } }`,
            /is no date/
        ],
        [
            "depth",
            `{ uiapi { query { Opportunity { edges { node ${"{ Account ".repeat(12)} ${"}".repeat(12)} } } } } }`,
            /deeper/
        ],
        [
            "width",
            `{ uiapi { query { ${Array.from({ length: 11 }, (_, i) => `a${i}: Account ${node}`).join(" ")} } } }`,
            /10 lists/
        ]
    ];
    for (const [what, text, message] of refusals) {
        it(`refuses ${what} by name`, async () => {
            const { errors } = await query(text);
            assert.match(errors[0]?.message ?? "", message);
        });
    }
});

interface Opportunities {
    readonly uiapi: {
        readonly query: {
            readonly Opportunity: {
                readonly edges: readonly { node: { Name: { value: string } } }[];
                readonly pageInfo: { endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
                readonly totalCount: number;
            };
        };
    };
}
