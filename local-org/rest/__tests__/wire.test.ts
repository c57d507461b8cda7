import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { connect as openSocket } from "node:net";
import { after, before, describe, it } from "node:test";
import { ask, connect, create } from "./withConnection.ts";
import type { Connected } from "./withConnection.ts";

describe("what comes over the wire of the local org", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const accounts = "/services/data/v66.0/sobjects/Account";
    const limits = (): Promise<{ status: number }> => ask(connected, "GET", "/services/data/v66.0/limits");

    it("is no fault of the org where a client goes away within its body", async () => {
        const socket = openSocket(Number(new URL(connected.localOrg.url).port), "127.0.0.1");
        await once(socket, "connect");
        const head = [`POST ${accounts} HTTP/1.1`, "Host: 127.0.0.1", "Content-Length: 1000", "", '{"Name":'];
        socket.write(head.join("\r\n"));
        // An answer to another request shows that the org has met with this one, and again with its end.
        await limits();
        socket.destroy();
        await once(socket, "close");
        await limits();
        const { status } = await limits();

        assert.equal(status, 200);
        assert.deepEqual(connected.logged, []);
    });

    it("is refused where it is too large, in an answer that the client can read, the last on its connection", async () => {
        const sending = request(connected.localOrg.url + accounts, { method: "POST" });
        sending.end(Buffer.alloc(50 * 1024 * 1024 + 1, " "));

        const [response] = (await once(sending, "response")) as [IncomingMessage];
        const body = JSON.parse(Buffer.concat(await response.toArray()).toString("utf8"));

        assert.deepEqual([response.statusCode, body[0].errorCode], [413, "REQUEST_LIMIT_EXCEEDED"]);
        assert.equal(response.headers.connection, "close");
        assert.equal((await limits()).status, 200);
    });

    it("is a DELETE in a POST that says so, and never in a link that is followed", async () => {
        const id = await create(connected.connection, "Account", { Name: "Acme" });

        const followed = await ask(connected, "GET", `${accounts}/${id}?_HttpMethod=DELETE`);
        const posted = await ask(connected, "POST", `${accounts}/${id}?_HttpMethod=DELETE`);
        const gone = await ask(connected, "GET", `${accounts}/${id}`);

        assert.deepEqual([followed.status, posted.status, gone.status], [200, 204, 404]);
        assert.equal(Object(followed.body)["Name"], "Acme");
    });
});
