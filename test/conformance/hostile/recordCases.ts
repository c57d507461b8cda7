import { data, get, send } from "./hostileCase.ts";
import type { HostileCase } from "./hostileCase.ts";
import { ids } from "./smallData.ts";

const deal = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" };

const created = (name: string, body: unknown, code: string, status = 400): HostileCase => ({
    name: `Records: ${name}`,
    request: send("POST", `${data}/sobjects/Opportunity`, body),
    status,
    code
});

const read = (name: string, path: string, status = 404, code = "NOT_FOUND"): HostileCase => ({
    name: `Records: ${name}`,
    request: get(data + path),
    status,
    code
});

const collection = (records: unknown): object => ({ allOrNone: true, records });

/** Bodies of the wrong shape, values of the wrong type, names that are none. */
export const recordCases: readonly HostileCase[] = [
    created("a body that is no JSON", "{ Name: ", "JSON_PARSER_ERROR"),
    created("no body", "", "JSON_PARSER_ERROR"),
    created("a list instead of a record", [deal], "JSON_PARSER_ERROR"),
    created("a text instead of a record", '"Deal"', "JSON_PARSER_ERROR"),
    created("null instead of a record", "null", "JSON_PARSER_ERROR"),
    created("JSON 100,000 levels deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "JSON_PARSER_ERROR"),
    created("a value 5,000 levels deep", `{"Name":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`, "JSON_PARSER_ERROR"),
    created("an unknown field", { ...deal, Nope: 1 }, "INVALID_FIELD"),
    created("a field named __proto__", `{"Name":"a","__proto__":{"admin":true}}`, "INVALID_FIELD"),
    created("a field named constructor", { ...deal, constructor: "x" }, "INVALID_FIELD"),
    created("a field with signs of SQL", { ...deal, 'Name" = 1; --': "x" }, "INVALID_FIELD"),
    created("text where a number belongs", { ...deal, Amount: "ten" }, "JSON_PARSER_ERROR"),
    created("a checkbox where a number belongs", { ...deal, Amount: true }, "JSON_PARSER_ERROR"),
    created(
        "a number beyond all bounds",
        `{"Name":"a","StageName":"Prospecting","CloseDate":"2026-09-30","Amount":1e400}`,
        "JSON_PARSER_ERROR"
    ),
    created("text where a day belongs", { ...deal, CloseDate: "soon" }, "JSON_PARSER_ERROR"),
    created("a day that is none", { ...deal, CloseDate: "2026-02-31" }, "JSON_PARSER_ERROR"),
    created("text where a checkbox belongs", { ...deal, IsPrivate: "perhaps" }, "JSON_PARSER_ERROR"),
    created("a list where text belongs", { ...deal, Name: ["a"] }, "JSON_PARSER_ERROR"),
    created("a name longer than its field", { ...deal, Name: "x".repeat(121) }, "STRING_TOO_LONG"),
    created("no required field", { Name: "Deal" }, "REQUIRED_FIELD_MISSING"),
    created("an Id that is none", { ...deal, AccountId: "nope" }, "MALFORMED_ID"),
    created("an Id with signs of SQL", { ...deal, AccountId: "001' OR '1'='1" }, "MALFORMED_ID"),
    created("an Id of another object", { ...deal, AccountId: ids.contact }, "FIELD_INTEGRITY_EXCEPTION"),
    created("an Id of no record", { ...deal, AccountId: "001000000000999AAA" }, "INVALID_CROSS_REFERENCE_KEY"),
    created("a field that only the platform writes", { ...deal, IsWon: true }, "INVALID_FIELD_FOR_INSERT_UPDATE"),
    created("an Id of one's own", { ...deal, Id: ids.opportunity }, "INVALID_FIELD"),
    read("an object that is none", "/sobjects/Nope/describe"),
    read("an object of JavaScript", "/sobjects/__proto__/describe"),
    read("an object with signs of SQL", `/sobjects/Account%22;DROP%20TABLE%20Account;--/describe`),
    read("a path that climbs", "/sobjects/../../../../etc/passwd"),
    read("a path that climbs, encoded", "/sobjects/..%2f..%2f..%2fetc%2fpasswd"),
    read("broken percent-encoding", "/sobjects/Account/%zz", 400, "MALFORMED_ID"),
    read("percent-encoded bytes that are no UTF-8", "/sobjects/Account/%ff%fe", 400, "MALFORMED_ID"),
    read("an Id that is none", "/sobjects/Account/nope", 400, "MALFORMED_ID"),
    read("an Id of another object", `/sobjects/Account/${ids.contact}`, 400, "MALFORMED_ID"),
    read("an Id 10,000 characters long", `/sobjects/Account/${"0".repeat(10_000)}`, 400, "MALFORMED_ID"),
    read("a field that is none", `/sobjects/Account/${ids.account}?fields=Nope`, 400, "INVALID_FIELD"),
    read("a field of no external Id", "/sobjects/Account/Name/Acme"),
    {
        name: "Records: a change of a record that is none",
        request: send("PATCH", `${data}/sobjects/Account/001000000000999AAA`, { Name: "x" }),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "Records: a method that is none",
        request: { method: "PUT", path: `${data}/sobjects/Account/${ids.account}` },
        status: 405,
        code: "METHOD_NOT_ALLOWED"
    },
    {
        name: "Records: a body of 51 MB",
        request: send("POST", `${data}/sobjects/Account`, Buffer.alloc(51 * 1024 * 1024, 32)),
        status: 413,
        code: "REQUEST_LIMIT_EXCEEDED"
    },
    {
        name: "Collections: 201 records",
        request: send(
            "POST",
            `${data}/composite/sobjects`,
            collection(Array.from({ length: 201 }, () => ({ attributes: { type: "Account" }, Name: "a" })))
        ),
        status: 400,
        code: "EXCEEDED_ID_LIMIT"
    },
    {
        name: "Collections: records that are no list",
        request: send("POST", `${data}/composite/sobjects`, collection("all")),
        status: 400,
        code: "JSON_PARSER_ERROR"
    },
    {
        name: "Collections: a record without its type",
        request: send("POST", `${data}/composite/sobjects`, collection([{ Name: "a" }])),
        status: 200,
        code: "INVALID_TYPE"
    },
    {
        name: "Collections: one Id three times, to be deleted",
        request: {
            method: "DELETE",
            path: `${data}/composite/sobjects?ids=${[ids.lead, ids.lead, ids.lead].join(",")}&allOrNone=false`
        },
        status: 200,
        code: "DUPLICATE_VALUE"
    },
    {
        name: "Collections: an Id that is none",
        request: { method: "DELETE", path: `${data}/composite/sobjects?ids=nope` },
        status: 200,
        code: "MALFORMED_ID"
    },
    {
        name: "Composite: 26 subrequests",
        request: send("POST", `${data}/composite`, {
            compositeRequest: Array.from({ length: 26 }, (_, n) => ({
                method: "GET",
                url: `${data}/limits`,
                referenceId: `r${n}`
            }))
        }),
        status: 400,
        code: "JSON_PARSER_ERROR"
    },
    {
        name: "Composite: a composite within a composite",
        request: send("POST", `${data}/composite`, {
            compositeRequest: [{ method: "POST", url: `${data}/composite`, referenceId: "a", body: {} }]
        }),
        status: 200,
        code: "INVALID_REQUEST"
    },
    {
        name: "Composite: a control of the local org within",
        request: send("POST", `${data}/composite`, {
            compositeRequest: [{ method: "DELETE", url: "/local-org/sessions", referenceId: "a" }]
        }),
        status: 200,
        code: "INVALID_REQUEST"
    },
    {
        name: "Composite: two subrequests of one name",
        request: send("POST", `${data}/composite`, {
            compositeRequest: ["a", "a"].map((referenceId) => ({ method: "GET", url: `${data}/limits`, referenceId }))
        }),
        status: 400,
        code: "JSON_PARSER_ERROR"
    },
    {
        name: "Composite: a reference to JavaScript's own",
        request: send("POST", `${data}/composite`, {
            compositeRequest: [
                { method: "GET", url: `${data}/limits`, referenceId: "a" },
                { method: "GET", url: `${data}/sobjects/Account/@{a.constructor}`, referenceId: "b" }
            ]
        }),
        status: 200,
        code: "PROCESSING_HALTED"
    }
];
