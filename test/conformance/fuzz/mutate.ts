import type { RawRequest } from "../hostile/ask.ts";
import type { Dice } from "./dice.ts";
import { anyText, wellFormed } from "./values.ts";

/** Tokens that mean something to one parser or another. */
const tokens = [
    "'",
    '"',
    "\\",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    "&",
    "%",
    "%00",
    "%ff",
    ",",
    ".",
    "/",
    "//",
    "?",
    "=",
    ";",
    ":",
    "@{",
    "$",
    "null",
    "-1",
    "0",
    "\u0000",
    "😀",
    "SELECT",
    "<!--",
    "]]>",
    "\n"
];

/** Damages a request in one to three places, as a broken client or a curious one would. */
export function mutated(dice: Dice, request: RawRequest): RawRequest {
    return dice.weigh<() => RawRequest>([
        [5, () => (typeof request.body === "string" ? { ...request, body: damaged(dice, request.body) } : request)],
        [4, () => ({ ...request, path: asPath(damaged(dice, request.path)) })],
        [1, () => ({ ...request, method: dice.pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) })],
        [1, () => ({ ...request, headers: { ...request.headers, ...oddHeader(dice) } })],
        [1, () => ({ ...request, token: dice.pick([null, "", "wrong", "x".repeat(500)]) })],
        [1, () => ({ method: request.method, path: request.path })]
    ])();
}

function damaged(dice: Dice, text: string): string {
    let result = text;
    for (let times = dice.roll(3); times >= 0; times -= 1) result = damagedOnce(dice, result);
    return result;
}

function damagedOnce(dice: Dice, text: string): string {
    const at = dice.roll(text.length + 1);
    const end = Math.min(text.length, at + dice.roll(12));
    const [before, span, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
    return dice.pick([
        before + after,
        before + span + span + after,
        before + dice.pick(tokens) + after,
        before + dice.pick(tokens) + span + after,
        before + anyText(dice) + after,
        before,
        span + before + after
    ]);
}

/** What Node's own client would not send is percent-encoded; broken percent-encoding stays. */
function asPath(text: string): string {
    const path = wellFormed(text).replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign));
    return (path.startsWith("/") ? path : `/${path}`).slice(0, 20_000);
}

function oddHeader(dice: Dice): Record<string, string> {
    return dice.pick<Record<string, string>>([
        { "Content-Type": "text/plain" },
        { "Content-Type": "application/xml" },
        { "Content-Type": "multipart/form-data; boundary=x" },
        { "Content-Encoding": "gzip" },
        { "Accept-Encoding": "gzip, br;q=0, *" },
        { Accept: "application/xml" },
        { "If-Modified-Since": "yesterday" },
        { "Sforce-Call-Options": "client=x, defaultNamespace=y" },
        { "Sforce-Query-Options": "batchSize=" },
        { Host: "evil.example" },
        { "X-HTTP-Method-Override": "DELETE" },
        { Range: "bytes=0-1" },
        { Expect: "nonsense" },
        { Cookie: "sid=x" }
    ]);
}
