import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, it } from "node:test";
import { ask, connect, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

describe("the door of the local org", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const expired = [{ errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" }];

    it("refuses a wrong token as expired", async () => {
        const { status, body } = await ask(connected, "GET", "/services/data/v66.0/limits", { token: "00D!wrong" });

        assert.equal(status, 401);
        assert.deepEqual(body, expired);
    });

    it("refuses a token once its session is expired, and no other", async () => {
        const session = await ask(connected, "POST", "/local-org/sessions", {
            body: { username: connected.localOrg.adminUsername }
        });
        const { token } = Object(session.body);
        const before = await ask(connected, "GET", "/services/data/v66.0/limits", { token });
        await ask(connected, "DELETE", "/local-org/sessions", { token });

        const after = await ask(connected, "GET", "/services/data/v66.0/limits", { token });
        const administrator = await ask(connected, "GET", "/services/data/v66.0/limits");

        assert.deepEqual([before.status, after.status, administrator.status], [200, 401, 200]);
    });

    it("tells its versions to anyone, and answers those only", async () => {
        const listed = await ask(connected, "GET", "/services/data", { token: "" });
        const versions = Object(listed.body).map((each: { version: string }) => each.version);
        const old = await ask(connected, "GET", "/services/data/v50.0/limits");

        assert.deepEqual([versions[0], versions.at(-1)], ["51.0", "66.0"]);
        assert.equal(old.status, 404);
    });

    it("answers paths with two leading slashes, as sf asks them after a login by token", async () => {
        const { status } = await ask(connected, "GET", "//services/data/v66.0/limits");

        assert.equal(status, 200);
    });

    it("counts its requests in a header", async () => {
        const first = await ask(connected, "GET", "/services/data/v66.0/limits");
        const second = await ask(connected, "GET", "/services/data/v66.0/limits");

        const used = (headers: Headers): number =>
            Number(/api-usage=(\d+)\/\d+/.exec(headers.get("sforce-limit-info") ?? "")?.[1]);
        assert.equal(used(second.headers), used(first.headers) + 1);
    });

    it("keeps a log of requests without tokens", async () => {
        await ask(connected, "DELETE", "/local-org/requests");
        await ask(connected, "GET", "/services/data/v66.0/limits?a=b");

        const { body } = await ask(connected, "GET", "/local-org/requests");

        const username = connected.localOrg.adminUsername;
        assert.deepEqual(body, [{ method: "GET", path: "/services/data/v66.0/limits?a=b", status: 200, username }]);
    });

    it("answers 400 to a body that is no JSON", async () => {
        const response = await fetch(`${connected.localOrg.url}/services/data/v66.0/sobjects/Account`, {
            method: "POST",
            headers: { Authorization: `Bearer ${connected.localOrg.token}` },
            body: "{ Name: "
        });

        assert.equal(response.status, 400);
        assert.equal(Object(await response.json())[0].errorCode, "JSON_PARSER_ERROR");
    });

    it("refuses another host's name, which a web page could carry", async () => {
        const { port } = new URL(connected.localOrg.url);

        const status = await new Promise((resolve, reject) => {
            request(
                { host: "127.0.0.1", port, path: "/services/data", headers: { Host: "evil.example" } },
                (response) => {
                    response.resume();
                    resolve(response.statusCode);
                }
            )
                .on("error", reject)
                .end();
        });

        assert.equal(status, 421);
    });

    it("moves the org's clock when told, and refuses what is no date", async () => {
        const moved = await ask(connected, "PUT", "/local-org/clock", { body: { now: "2027-01-15" } });
        const id = await create(connected.connection, "Account", { Name: "Acme" });
        const account = await connected.connection.sobject("Account").retrieve(id);
        const wrong = await ask(connected, "PUT", "/local-org/clock", { body: { now: "soon" } });

        assert.equal(moved.status, 200);
        assert.equal(account["CreatedDate"], "2027-01-15T12:00:00.000+0000");
        assert.equal(wrong.status, 400);
    });

    it("hides its own faults behind an id, whose stack is in the log", async () => {
        const broken = await connect();
        Object.assign(broken.localOrg.org.store, {
            readMany: () => {
                throw new Error("the inside of the server");
            }
        });

        const { status, body } = await ask(broken, "GET", "/services/data/v66.0/limits");
        await broken.localOrg.close();

        const [error] = body as { errorCode: string; message: string }[];
        assert.deepEqual([status, error?.errorCode], [500, "UNKNOWN_EXCEPTION"]);
        assert.doesNotMatch(error?.message ?? "", /inside/);
        assert.match(broken.logged.join(""), /PW-1 Error: the inside of the server\n +at /);
        assert.match(error?.message ?? "", /PW-1/);
    });
});
