import { createServer, request as httpRequest } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { packageRoot } from "../../org/packageRoot.ts";
import type { BuiltPage } from "../build/buildPage.ts";
import { refreshSeconds } from "./liveChanges.ts";
import type { LiveChanges } from "./liveChanges.ts";
import { pageDocument, pageLanguages } from "./pageDocument.ts";
import type { PagePerson } from "./people.ts";
import { sendFile } from "./staticFiles.ts";

export interface PageParts {
    readonly orgUrl: string;
    readonly people: readonly PagePerson[];
    readonly page: BuiltPage;
    /** The folder of the built base components. */
    readonly baseComponents: string;
    readonly live: LiveChanges;
    /** The org's instant as it is now. */
    readonly now: () => Promise<string>;
    /** Told of every fault of this server. */
    readonly reportFault: (error: unknown) => void;
}

/** The server of the record page, not yet listening. It speaks to the org in the name of the chosen person. */
export function createPageServer(parts: PageParts): Server {
    return createServer((request, response) => {
        answer(parts, request, response).catch((error: unknown) => {
            parts.reportFault(error);
            if (response.headersSent) response.destroy();
            else say(response, 500, "The server of this page has a fault; its terminal says which.");
        });
    });
}

async function answer(parts: PageParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (!comesFromHere(request)) return say(response, 403, "This server answers its own page only.");
    const [, key, rest] = /^\/(rep|admin)(\/services\/data\/.*)$/.exec(pathname) ?? [];
    const person = parts.people.find((each) => each.key === key);
    if (person !== undefined && rest !== undefined) {
        const search = new URL(request.url ?? "/", "http://127.0.0.1").search;
        return passOn(`${parts.orgUrl}${rest}${search}`, person.token, request, response);
    }
    if (request.method !== "GET") return say(response, 405, "Only GET is answered here.");
    if (pathname === "/") return send(response, "text/html", await documentFor(parts, searchParams));
    if (pathname === "/page.js") return send(response, "text/javascript", parts.page.code);
    if (pathname === "/events") return parts.live.addListener(response);
    if (!sendShared(parts, pathname, response)) say(response, 404, "There is no such page.");
}

/** Other pages in the same browser can reach this port, and must not write to the org through it. */
function comesFromHere({ headers }: IncomingMessage): boolean {
    const host = headers.host ?? "";
    const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
    return isLocal && (headers.origin === undefined || headers.origin === `http://${host}`);
}

async function documentFor(parts: PageParts, asked: URLSearchParams): Promise<string> {
    const [first] = parts.people;
    const person = parts.people.find(({ key }) => key === asked.get("user")) ?? first;
    if (person === undefined) throw new Error("The page has nobody to be seen as.");
    const language = asked.get("language") ?? "";
    const now = await parts.now();
    return pageDocument({
        person,
        people: parts.people,
        language: isLanguage(language) ? language : "en",
        now,
        refreshSeconds,
        imports: parts.page.imports
    });
}

function isLanguage(text: string): text is keyof typeof pageLanguages {
    return Object.hasOwn(pageLanguages, text);
}

/** Sends the request to the org under the person's session, which the page never sees. */
function passOn(url: string, token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = {
        authorization: `Bearer ${token}`,
        "accept-language": request.headers["accept-language"] ?? "*",
        "content-type": request.headers["content-type"] ?? "application/json"
    };
    return new Promise((resolve, reject) => {
        const forwarded = httpRequest(url, { method: request.method, headers }, (reply) => {
            const contentType = reply.headers["content-type"] ?? "application/json";
            response.writeHead(reply.statusCode ?? 502, { "Content-Type": contentType, "Cache-Control": "no-store" });
            reply.pipe(response).once("finish", resolve).once("error", reject);
        });
        forwarded.once("error", () => {
            say(response, 502, "The local org does not answer.");
            resolve();
        });
        request.pipe(forwarded);
    });
}

const require = createRequire(import.meta.url);
const fontFolder = (script: "tc" | "sc"): string =>
    dirname(require.resolve(`@fontsource-variable/noto-sans-${script}/index.css`));

function sendShared(parts: PageParts, path: string, response: ServerResponse): boolean {
    const slds = join(packageRoot(), "node_modules", "@salesforce-ux", "design-system", "assets");
    const folders: readonly (readonly [string, string])[] = [
        ["/base/", parts.baseComponents],
        ["/slds/", slds],
        // Base components look for their icons here.
        ["/assets/", slds],
        ["/fonts/tc/", fontFolder("tc")],
        ["/fonts/sc/", fontFolder("sc")]
    ];
    const place = folders.find(([prefix]) => path.startsWith(prefix));
    return place !== undefined && sendFile(response, place[1], path.slice(place[0].length));
}

function send(response: ServerResponse, contentType: string, content: string): void {
    response.writeHead(200, {
        "Content-Type": `${contentType}; charset=utf-8`,
        "Content-Length": Buffer.byteLength(content),
        "Cache-Control": "no-store"
    });
    response.end(content);
}

function say(response: ServerResponse, status: number, sentence: string): void {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify([{ errorCode: String(status), message: sentence }]));
}
