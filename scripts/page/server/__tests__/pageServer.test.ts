import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { createPageServer } from "../pageServer.ts";
import { packageRoot } from "../../../org/packageRoot.ts";

const people = [
    { key: "rep", name: "林佳穎", token: "00Drep!secret", timeZone: "Asia/Taipei" },
    { key: "admin", name: "</script><script>alert(1)</script>", token: "00Dadmin!secret", timeZone: "UTC" }
] as const;

describe("the page's server", () => {
    let org: Server;
    let server: Server;
    let port: number;
    const seen: {
        url: string | undefined;
        method: string | undefined;
        authorization: string | undefined;
        body: string;
    }[] = [];

    before(async () => {
        org = createServer((asked, answer) => {
            let body = "";
            asked.on("data", (chunk: Buffer) => (body += chunk.toString()));
            asked.on("end", () => {
                const { url, method, headers } = asked;
                seen.push({ url, method, authorization: headers.authorization, body });
                answer.writeHead(400, { "Content-Type": "application/json" }).end('[{"message":"no"}]');
            });
        });
        const orgPort = await listening(org);
        server = createPageServer({
            orgUrl: `http://127.0.0.1:${orgPort}`,
            people,
            page: { code: "export {};", imports: ["lwc", "lightning/card"] },
            baseComponents: packageRoot(),
            live: { addListener: (response) => response.end(), stop: () => undefined },
            now: () => Promise.resolve("2026-06-30T12:00:00.000Z"),
            reportFault: (error) => assert.fail(String(error))
        });
        port = await listening(server);
    });
    after(() => {
        server.close();
        org.close();
    });

    it("passes a request on under the person's session, and the answer back as it is", async () => {
        const path = "/rep/services/data/v66.0/sobjects/Opportunity/006?fields=A,B";
        const { status, text } = await ask("PATCH", path, {}, '{"StageName":"Prospecting"}');

        assert.deepEqual([status, text], [400, '[{"message":"no"}]']);
        assert.deepEqual(seen.at(-1), {
            ...{ url: path.slice("/rep".length), method: "PATCH", authorization: "Bearer 00Drep!secret" },
            body: '{"StageName":"Prospecting"}'
        });
    });
    it("passes on nothing but the data API, and for nobody else", async () => {
        const before = seen.length;
        for (const path of ["/rep/local-org/sessions", "/rep/services/Soap/m/66.0", "/boss/services/data/v66.0"]) {
            assert.equal((await ask("GET", path)).status, 404);
        }
        assert.equal(seen.length, before);
    });
    it("answers its own page only", async () => {
        const path = "/rep/services/data/v66.0/limits";
        assert.equal((await ask("GET", path, { Origin: "http://elsewhere.example" })).status, 403);
        assert.equal((await ask("GET", path, { Host: "elsewhere.example" })).status, 403);
        assert.equal((await ask("GET", path, { Origin: `http://127.0.0.1:${port}` })).status, 400);
    });
    it("says in the page who it can be seen as, in which language and on which day, but no session", async () => {
        const { text } = await ask("GET", "/?user=admin&language=zh_TW");
        assert.match(text, /<html lang="zh-TW">/);
        assert.match(text, /"user":"admin".*"timeZone":"UTC".*"now":"2026-06-30T12:00:00.000Z"/);
        assert.match(text, /"lightning\/card":"\/base\/lightning_card\.js"/);
        assert.doesNotMatch(text, /secret/);
        assert.doesNotMatch(text, /<script>alert/);
    });
    it("falls back to the rep in English for what it does not know", async () => {
        const { text } = await ask("GET", "/?user=nobody&language=xx");
        assert.match(text, /<html lang="en-US">[^]*"user":"rep"/);
    });
    it("sends icons, styles and fonts, and no other file", async () => {
        const found = ["/slds/styles/salesforce-lightning-design-system.min.css", "/fonts/tc/index.css"];
        for (const path of found) assert.equal((await ask("GET", path)).status, 200, path);
        const other = [
            "/base/../../etc/passwd",
            "/base/%2e%2e/%2e%2e/x.js",
            "/base/package.json",
            "/fonts/tc/none.css",
            "/base/%E0%A4%A"
        ];
        for (const path of other) assert.equal((await ask("GET", path)).status, 404, path);
    });

    function ask(
        method: string,
        path: string,
        headers: Record<string, string> = {},
        body?: string
    ): Promise<{ status: number; text: string }> {
        return new Promise((resolve, reject) => {
            const sent = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
                let text = "";
                response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
                response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
            });
            sent.on("error", reject);
            sent.end(body);
        });
    }
});

function listening(server: Server): Promise<number> {
    return new Promise((resolve) => {
        server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
}
