import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { answer, tokenOf } from "./answer.ts";
import { readAsked } from "./asked.ts";
import type { Asked } from "./asked.ts";
import type { Reply } from "./call.ts";
import { dailyApiRequests } from "./dailyLimits.ts";
import { jsonBody } from "./jsonBody.ts";
import { replyOfCrash, replyOfError } from "./problems.ts";
import { RequestAborted } from "./readContent.ts";
import { sendReply } from "./sendReply.ts";
import type { Services } from "./services.ts";

export interface ServerParts {
    readonly org: Org;
    readonly services: Services;
    /** Told of every fault of this server; gives the id that the client is told. */
    readonly reportCrash: (error: unknown) => string;
    /** Answers paths under /services/Soap. */
    readonly answerSoap: (asked: Asked) => Reply | Promise<Reply>;
}

/** URI and headers together, as the platform documents it; more is answered 431. */
const maxHeaderSize = 32_768;

/** Who sends slower than this is answered 408: no client of a loopback does. */
const requestTimeout = 300_000;

/** The org's HTTP server, not yet listening. */
export function createRestServer(parts: ServerParts): Server {
    const server = createServer({ maxHeaderSize, requestTimeout }, (request, response) => {
        void serve(parts, request, response);
    });
    // Clients keep connections for as long as a minute; closing one earlier makes their next request fail.
    server.keepAliveTimeout = 75_000;
    return server;
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const crashed = (error: unknown): Reply => replyOfCrash(parts.reportCrash(error));
    let reply: Reply;
    try {
        const asked = await readAsked(request);
        reply = await replyTo(parts, asked);
        logRequest(parts, asked, reply);
    } catch (error) {
        if (error instanceof RequestAborted) return;
        reply = error instanceof OrgError ? lastReply(replyOfError(error)) : crashed(error);
    }
    if (request.method !== "GET") parts.services.signIns.forget();
    const limitInfo = `api-usage=${parts.services.requestLog.total()}/${dailyApiRequests}`;
    const sending = { acceptEncoding: request.headers["accept-encoding"], limitInfo };
    try {
        await sendReply(response, reply, sending);
    } catch (error) {
        // Where the head is out already, a broken connection is all that can still tell the client.
        if (response.headersSent) {
            crashed(error);
            response.destroy();
        } else await sendReply(response, crashed(error), sending);
    }
}

/** A request that was refused before it was read leaves a connection that nothing more can be trusted of. */
const lastReply = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, Connection: "close" } });

function replyTo({ org, services, answerSoap }: ServerParts, asked: Asked): Reply | Promise<Reply> {
    if (/^\/services\/Soap\//i.test(asked.path)) return answerSoap(asked);
    return answer(org, services, { ...asked, body: () => jsonBody(asked.content, asked.headers["content-type"]) });
}

function logRequest({ services }: ServerParts, { method, path, query, headers }: Asked, { status }: Reply): void {
    if (path.startsWith("/local-org/")) return;
    const search = query.size === 0 ? "" : query.toString();
    const username = services.signIns.lastUserOf(tokenOf(headers))?.username ?? null;
    services.requestLog.add({ method, path: search === "" ? path : `${path}?${search}`, status, username });
}
