import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { ask, connect, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

const base = "/services/data/v66.0";

describe("what one request may hold", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
        fetch(connected.localOrg.url + base + path, {
            method: "POST",
            headers: { Authorization: `Bearer ${connected.localOrg.token}`, ...headers },
            body
        });
    const codeOf = async (response: Response): Promise<unknown[]> => [
        response.status,
        Object(await response.json())[0].errorCode
    ];

    it("is JSON of at most 100 levels", async () => {
        const nested = `${"[".repeat(101)}${"]".repeat(101)}`;

        assert.deepEqual(await codeOf(await post("/sobjects/Account", `{"Name":${nested}}`)), [
            400,
            "JSON_PARSER_ERROR"
        ]);
        assert.deepEqual(await codeOf(await post("/sobjects/Account", "[".repeat(100_000))), [
            400,
            "JSON_PARSER_ERROR"
        ]);
    });

    it("is UTF-8, and no XML", async () => {
        const broken = Buffer.from([0x7b, 0xff, 0x7d]);

        assert.deepEqual(await codeOf(await post("/sobjects/Account", broken)), [400, "JSON_PARSER_ERROR"]);
        const xml = { "Content-Type": "application/xml" };
        assert.deepEqual(await codeOf(await post("/sobjects/Account", "<a/>", xml)), [415, "UNSUPPORTED_MEDIA_TYPE"]);
    });

    it("may be packed, and then counts unpacked", async () => {
        const packed = { "Content-Encoding": "gzip" };
        const fine = await post("/sobjects/Account", gzipSync('{"Name":"Acme"}'), packed);
        const bomb = await post("/sobjects/Account", gzipSync(Buffer.alloc(51 * 1024 * 1024)), packed);
        const wrong = await post("/sobjects/Account", "no gzip", packed);

        assert.equal(fine.status, 201);
        assert.deepEqual(await codeOf(bomb), [413, "REQUEST_LIMIT_EXCEEDED"]);
        assert.deepEqual(await codeOf(wrong), [400, "INVALID_REQUEST"]);
    });

    it("has a URI of at most 16,384 characters", async () => {
        const { status } = await ask(connected, "GET", `${base}/query?q=${"x".repeat(17_000)}`);

        assert.equal(status, 414);
    });

    it("is answered packed where the client asks for it and the answer is long", async () => {
        const url = `${connected.localOrg.url}${base}/sobjects/Opportunity/describe`;
        const Authorization = `Bearer ${connected.localOrg.token}`;
        const packed = await fetch(url, { headers: { Authorization, "Accept-Encoding": "gzip" } });
        const plain = await fetch(url, { headers: { Authorization, "Accept-Encoding": "identity" } });

        assert.deepEqual(
            [packed.headers.get("content-encoding"), plain.headers.get("content-encoding")],
            ["gzip", null]
        );
        assert.deepEqual(await packed.json(), await plain.json());
    });

    it("has no more than five queries in a composite", async () => {
        const compositeRequest = Array.from({ length: 6 }, (_, place) => ({
            method: "GET",
            url: `${base}/query?q=SELECT+Id+FROM+Account`,
            referenceId: `q${place}`
        }));

        const { status, body } = await ask(connected, "POST", `${base}/composite`, { body: { compositeRequest } });

        assert.deepEqual([status, Object(body)[0].errorCode], [400, "REQUEST_LIMIT_EXCEEDED"]);
    });

    it("never reads what an answer inherits in place of what it says", async () => {
        const compositeRequest = [
            { method: "GET", url: `${base}/limits`, referenceId: "one" },
            { method: "GET", url: `${base}/sobjects/Account/@{one.constructor}`, referenceId: "two" }
        ];

        const { body } = await ask(connected, "POST", `${base}/composite`, { body: { compositeRequest } });

        assert.equal(Object(body).compositeResponse[1].body[0].errorCode, "PROCESSING_HALTED");
    });

    for (const [method, path] of [
        ["GET", "/parameterizedSearch"],
        ["GET", "/search?q=FIND"],
        ["POST", "/composite/graph"],
        ["GET", "/sobjects/Account/deleted"],
        ["GET", "/sobjects/Account/describe/layouts"]
    ] as const) {
        it(`refuses ${method} ${path} by name`, async () => {
            const { status, body } = await ask(connected, method, base + path, method === "POST" ? { body: {} } : {});

            assert.equal(status, 404);
            assert.match(Object(body)[0].message, /is not supported by this local org$/);
        });
    }

    it("counts what was asked in the limits", async () => {
        const used = async (): Promise<number> => {
            const { body } = await ask(connected, "GET", `${base}/limits`);
            return Object(body).DailyApiRequests.Max - Object(body).DailyApiRequests.Remaining;
        };
        const before = await used();
        await create(connected.connection, "Account", { Name: "Acme" });

        assert.equal(await used(), before + 2);
    });
});
