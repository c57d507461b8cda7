import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { Services } from "./services.ts";

/** One request as the routes see it: signed in, its path without the version. */
export interface Call {
    readonly org: Org;
    readonly user: RunningUser;
    readonly token: string;
    readonly services: Services;
    readonly method: string;
    /** "66.0". */
    readonly version: string;
    readonly query: URLSearchParams;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    /** `http://127.0.0.1:8080`, as the client addressed this server. */
    readonly baseUrl: string;
    /** The parsed JSON body; undefined where there is none, or where the route reads the content itself. */
    readonly body: unknown;
    /** The body as it was sent; empty within a composite. */
    readonly content: Buffer;
    /** The parts of the path that the route names with a colon, decoded. */
    readonly parts: Readonly<Record<string, string>>;
}

/** What goes back: JSON, unless `text` or `stream` is given with its own content type. */
export interface Reply {
    readonly status: number;
    readonly body?: unknown;
    readonly text?: { readonly contentType: string; readonly content: string };
    /** Sent as it is read, however long it is. */
    readonly stream?: { readonly contentType: string; readonly chunks: Iterable<Buffer> | AsyncIterable<Buffer> };
    readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
    readonly method: string;
    /** After the version: `/sobjects/:object/:id`. A literal part wins over a named one written later. */
    readonly path: string;
    /** The route reads `content` itself: its body need not be JSON. */
    readonly readsContent?: true;
    answer(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

export const noContent: Reply = { status: 204 };

/** A named part of the path; the route's pattern guarantees that it is there. */
export function part(call: Call, name: string): string {
    const value = call.parts[name];
    if (value === undefined) throw new Error(`The route names no part ${name}.`);
    return value;
}
