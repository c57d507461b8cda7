import { data, get, send } from "./hostileCase.ts";
import type { HostileCase } from "./hostileCase.ts";
import { ids } from "./smallData.ts";

const account = `${data}/sobjects/Account/${ids.account}`;

const tokenCase = (name: string, more: Parameters<typeof get>[1]): HostileCase => ({
    name: `Token: ${name}`,
    request: get(`${data}/limits`, more),
    status: 401,
    code: "INVALID_SESSION_ID"
});

const authorization = (value: string | string[]): Parameters<typeof get>[1] => ({
    token: null,
    headers: { Authorization: value }
});

/** Who comes without a session, with headers that would be believed elsewhere, or by another name. */
export const doorCases: readonly HostileCase[] = [
    tokenCase("none", { token: null }),
    tokenCase("an empty one", authorization("")),
    tokenCase("a word alone", authorization("Bearer")),
    tokenCase("a wrong one", { token: "00D000000000001AAA!wrong" }),
    tokenCase("signs of SQL", { token: "'OR'1'='1" }),
    tokenCase("the name of JavaScript's own", { token: "__proto__" }),
    tokenCase("10,000 characters", { token: "x".repeat(10_000) }),
    tokenCase("another scheme", authorization("Basic YWRtaW46YWRtaW4=")),
    tokenCase("in the address", { token: null, path: `${data}/limits?access_token=x&sid=x` }),
    tokenCase("in a cookie", { token: null, headers: { Cookie: "sid=x" } }),
    {
        name: "Token: none, for the local org's own controls",
        request: { method: "DELETE", path: "/local-org/requests", token: null },
        status: 401,
        code: "INVALID_SESSION_ID"
    },
    {
        name: "Token: a wrong one is told before a wrong body",
        request: send("POST", `${data}/sobjects/Account`, "{", { token: "wrong" }),
        status: 401,
        code: "INVALID_SESSION_ID"
    },
    {
        name: "Headers: another host's name",
        request: get(`${data}/limits`, { headers: { Host: "evil.example" } }),
        status: 421,
        code: "INVALID_HOST"
    },
    {
        name: "Headers: a forwarded host is not believed",
        request: get(`${data}/limits`, {
            headers: { "X-Forwarded-Host": "evil.example", "X-Forwarded-For": "1.1.1.1" }
        }),
        status: 200,
        code: null
    },
    {
        name: "Headers: an overridden method is not believed",
        request: get(account, { headers: { "X-HTTP-Method-Override": "DELETE" } }),
        status: 200,
        code: null
    },
    {
        name: "Address: a link that would delete",
        request: get(`${account}?_HttpMethod=DELETE`),
        status: 200,
        code: null
    },
    {
        name: "Headers: the record that two tricks would have deleted is there",
        request: get(account),
        status: 200,
        code: null
    },
    {
        name: "Headers: 40,000 characters in one",
        request: get(`${data}/limits`, { headers: { "X-Long": "x".repeat(40_000) } }),
        status: 431,
        code: null
    },
    {
        name: "Headers: a body that is said to be packed and is not",
        request: send("POST", `${data}/sobjects/Account`, "not packed", { headers: { "Content-Encoding": "gzip" } }),
        status: 400,
        code: "INVALID_REQUEST"
    },
    { name: "Address: nothing known", request: get("/admin"), status: 404, code: "NOT_FOUND" },
    {
        name: "Address: a version that is none",
        request: get("/services/data/v999.0/limits"),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "Address: a version of no number",
        request: get("/services/data/vNaN/limits"),
        status: 404,
        code: "NOT_FOUND"
    },
    { name: "Address: a control that is none", request: get("/local-org/eval?code=1"), status: 404, code: "NOT_FOUND" },
    {
        name: "Address: slashes and dots",
        request: get("////..//..//services/data/v66.0/limits"),
        status: 404,
        code: "NOT_FOUND"
    },
    {
        name: "Method: TRACE",
        request: { method: "TRACE", path: `${data}/limits` },
        status: 405,
        code: "METHOD_NOT_ALLOWED"
    }
];
