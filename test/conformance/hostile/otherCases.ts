import { data, get, send } from "./hostileCase.ts";
import type { HostileCase } from "./hostileCase.ts";
import { ids } from "./smallData.ts";

const graphql = (name: string, body: unknown, code: string | null, status = 200): HostileCase => ({
    name: `GraphQL: ${name}`,
    request: send("POST", `${data}/graphql`, body),
    status,
    code
});

const uiQuery = (inside: string): object => ({ query: `query { uiapi { query { ${inside} } } }` });
const nodes = (inside: string, depth: number): string =>
    depth === 0 ? "Name { value }" : `${inside} { ${nodes(inside, depth - 1)} }`;

/** The panel's APIs, Bulk and Chatter. */
export const otherCases: readonly HostileCase[] = [
    graphql("no JSON", "query {", "JSON_PARSER_ERROR", 400),
    graphql("no query", {}, "INVALID_ARGUMENT", 400),
    graphql("a query that doesn't close", { query: "query { uiapi {" }, "InvalidSyntax"),
    graphql("an object that is none", uiQuery("Nope { edges { node { Id } } }"), "ValidationError"),
    graphql("a field that is none", uiQuery("Account { edges { node { Nope { value } } } }"), "ValidationError"),
    graphql("a mutation", { query: "mutation { uiapi { x } }" }, "OperationNotSupported"),
    graphql(
        "100 levels of parents",
        uiQuery(`Account { edges { node { ${nodes("Parent", 100)} } } }`),
        "ExecutionAborted"
    ),
    graphql(
        "a fragment that holds itself",
        { query: "query { ...a } fragment a on Query { ...a }" },
        "OperationNotSupported"
    ),
    graphql(
        "20,000 aliases",
        uiQuery(Array.from({ length: 20_000 }, (_, n) => `a${n}: Account { edges { node { Id } } }`).join(" ")),
        "REQUEST_LIMIT_EXCEEDED",
        400
    ),
    {
        name: "UI API: a record that is none",
        request: get(`${data}/ui-api/records/001000000000999AAA?fields=Account.Name`),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "UI API: an Id that is none",
        request: get(`${data}/ui-api/records/nope?fields=Account.Name`),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "UI API: a field that is none",
        request: get(`${data}/ui-api/records/${ids.account}?fields=Account.Nope`),
        status: 400,
        code: "INVALID_FIELD"
    },
    {
        name: "Bulk: an operation that is none",
        request: send("POST", `${data}/jobs/ingest`, { object: "Account", operation: "explode" }),
        status: 400,
        code: "INVALIDJOB"
    },
    {
        name: "Bulk: an object that is none",
        request: send("POST", `${data}/jobs/ingest`, { object: "Nope", operation: "insert" }),
        status: 400,
        code: "INVALIDENTITY"
    },
    {
        name: "Bulk: a job that is none",
        request: get(`${data}/jobs/ingest/750000000000001AAA`),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "Bulk: a query that is none",
        request: send("POST", `${data}/jobs/query`, { operation: "query", query: "SELECT" }),
        status: 400,
        code: "API_ERROR"
    },
    {
        name: "Chatter: a post on nothing",
        request: send("POST", `${data}/chatter/feed-elements`, {
            body: { messageSegments: [{ type: "Text", text: "a" }] },
            feedElementType: "FeedItem",
            subjectId: "nope"
        }),
        status: 400,
        code: "INVALID_ID_FIELD"
    },
    {
        name: "Chatter: segments that are no list",
        request: send("POST", `${data}/chatter/feed-elements`, {
            body: { messageSegments: "a" },
            feedElementType: "FeedItem",
            subjectId: ids.opportunity
        }),
        status: 400,
        code: "MISSING_ARGUMENT"
    },
    {
        name: "Chatter: a segment that is none",
        request: send("POST", `${data}/chatter/feed-elements`, {
            body: { messageSegments: [{ type: "Explosion" }] },
            feedElementType: "FeedItem",
            subjectId: ids.opportunity
        }),
        status: 400,
        code: "JSON_PARSER_ERROR"
    },
    {
        name: "Controls: a time that is none",
        request: send("PUT", "/local-org/clock", { now: "soon" }),
        status: 400,
        code: "INVALID_ARGUMENT"
    },
    {
        name: "Controls: a user that is none",
        request: send("POST", "/local-org/sessions", { username: { $ne: null } }),
        status: 404,
        code: "NOT_FOUND"
    }
];
