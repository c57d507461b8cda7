import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import { splitUrl } from "./asked.ts";
import type { Call, Reply, Route } from "./call.ts";
import { ok } from "./call.ts";
import { controlRoutes } from "./controls/controlRoutes.ts";
import { notFound, replyOfError, sessionExpired } from "./problems.ts";
import { findRoute } from "./router.ts";
import { allRoutes } from "./routes/allRoutes.ts";
import { identity, userInfo } from "./routes/identity.ts";
import type { Services, SubReply, SubRequest } from "./services.ts";
import { listedVersions, versionOf } from "./versions.ts";

/** A request with its JSON parsed, before anybody knows whose it is. */
export interface Question {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
    readonly baseUrl: string;
    readonly content: Buffer;
    /** Parsed on demand, so that a wrong token is told before a wrong body. */
    body(): unknown;
}

/** Answers any request but SOAP's. Refusals are answers; only faults of this server are thrown. */
export function answer(org: Org, services: Services, question: Question): Reply {
    try {
        return answerOrRefuse(org, services, question);
    } catch (error) {
        if (error instanceof OrgError) return replyOfError(error);
        throw error;
    }
}

function answerOrRefuse(org: Org, services: Services, question: Question): Reply {
    const { path } = question;
    if (/^\/services\/data\/?$/.test(path)) return ok(listedVersions());
    const { user, token } = signedIn(services, question.headers);
    const asked = { org, user, baseUrl: question.baseUrl };
    if (/^\/services\/oauth2\/userinfo\/?$/.test(path)) return ok(userInfo(asked));
    if (/^\/id\/\w+\/\w+\/?$/.test(path)) return ok(identity(asked));
    const [, control] = /^\/local-org(\/.*)$/.exec(path) ?? [];
    const [, version, rest] = /^\/services\/data\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const common = { org, user, token, services, question };
    if (control !== undefined) return answerByRoute(controlRoutes, { ...common, version: "", path: control });
    if (version === undefined) throw notFound();
    return answerByRoute(allRoutes, { ...common, version: versionOf(version), path: rest ?? "" });
}

interface Routed extends Pick<Call, "org" | "user" | "token" | "services" | "version"> {
    readonly question: Question;
    readonly path: string;
}

function answerByRoute(routes: readonly Route[], { question, path, ...call }: Routed): Reply {
    const { method, query, headers, baseUrl, content } = question;
    const match = findRoute(routes, method, path);
    if (match === undefined) throw notFound();
    if (match === "wrongMethod") {
        throw new OrgError("METHOD_NOT_ALLOWED", `HTTP Method '${method}' not allowed.`, { status: 405 });
    }
    const body = match.route.readsContent === true ? undefined : question.body();
    return match.route.answer({ ...call, method, query, headers, baseUrl, content, body, parts: match.parts });
}

/** Throws INVALID_SESSION_ID for a missing, wrong or expired token. */
function signedIn(
    { signIns }: Services,
    headers: Readonly<Record<string, string>>
): { user: RunningUser; token: string } {
    const token = tokenOf(headers);
    const user = signIns.userOf(token);
    if (user === undefined) throw sessionExpired();
    return { user, token };
}

/** The session that a request claims; the empty text where it claims none. */
export function tokenOf(headers: Readonly<Record<string, string>>): string {
    return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers["authorization"] ?? "")?.[1] ?? "";
}

const nothing = Buffer.alloc(0);

/** A subrequest of a composite, under the caller's own session. */
export function answerSubRequest(
    org: Org,
    services: Services,
    call: { token: string; baseUrl: string },
    request: SubRequest
): SubReply {
    const reply = answer(org, services, {
        ...splitUrl(request.url),
        method: request.method,
        baseUrl: call.baseUrl,
        headers: { ...request.headers, authorization: `Bearer ${call.token}` },
        content: nothing,
        body: () => request.body
    });
    return { status: reply.status, body: reply.body ?? null, headers: reply.headers ?? {} };
}
