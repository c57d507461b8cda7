import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** The record's name, linked where the org's address is one that a browser may open. */
export function recordLink(instanceUrl: string, recordId: string, name: string): Markup {
    const base = webAddress(instanceUrl);
    return base === null || recordId === ""
        ? markup`${name}`
        : markup`<a href="${base.origin}/${encodeURIComponent(recordId)}" rel="noreferrer">${name}</a>`;
}

/** A local org ends with the audit, and its links with it. */
export function isLoopback(instanceUrl: string): boolean {
    return ["127.0.0.1", "localhost", "[::1]"].includes(webAddress(instanceUrl)?.hostname ?? "");
}

/** Null for anything but http and https: a script in an address would run at a click. */
function webAddress(text: string): URL | null {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && ["http:", "https:"].includes(url.protocol) ? url : null;
}
