import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import type { Call } from "../rest/call.ts";

/** One page of rows, as Connect's pages name it. */
export interface Page {
    readonly rows: readonly Readonly<RecordValues>[];
    readonly links: Readonly<Record<string, string | number | null>>;
}

const usualSize = 25;
/** Connect REST API Developer Guide: pageSize is from 1 to 100. */
const largestSize = 100;

/**
 * Cuts a page out of rows in their order. A token names the last row before the page, so that what is posted
 * meanwhile neither repeats nor hides a row. Throws ILLEGAL_QUERY_PARAMETER_VALUE for a size or token that can't be.
 */
export function pageOf(call: Call, path: string, rows: readonly Readonly<RecordValues>[]): Page {
    const size = sizeOf(call);
    const token = call.query.get("page");
    const start = token === null ? 0 : rows.findIndex((row) => row["Id"] === idOfToken(token)) + 1;
    if (token !== null && start === 0) throw illegal("page", token);
    const found = rows.slice(start, start + size);
    const last = found.at(-1)?.["Id"];
    const next = start + size < rows.length && typeof last === "string" ? tokenOf(last) : null;
    const url = `/services/data/v${call.version}${path}`;
    const query = (page: string): string =>
        `${url}?${new URLSearchParams({ page, pageSize: String(size) }).toString()}`;
    return {
        rows: found,
        links: {
            currentPageToken: token,
            currentPageUrl: token === null ? url : query(token),
            nextPageToken: next,
            nextPageUrl: next === null ? null : query(next)
        }
    };
}

function sizeOf({ query }: Call): number {
    const asked = query.get("pageSize");
    if (asked === null) return usualSize;
    if (!/^\d{1,3}$/.test(asked) || Number(asked) < 1 || Number(asked) > largestSize) throw illegal("pageSize", asked);
    return Number(asked);
}

/** Refuses a parameter of the platform that this org would have to pass over. */
export function refuseParameters({ query }: Call, known: readonly string[]): void {
    const other = [...query.keys()].find((name) => !known.includes(name));
    if (other !== undefined) {
        const message = `The parameter ${other} is not supported by this local org.`;
        throw new OrgError("ILLEGAL_QUERY_PARAMETER_VALUE", message);
    }
}

export function illegal(name: string, value: string): OrgError {
    return new OrgError("ILLEGAL_QUERY_PARAMETER_VALUE", `${value.slice(0, 80)} is no value of the parameter ${name}.`);
}

function tokenOf(id: string): string {
    return Buffer.from(`after:${id}`).toString("base64url");
}

function idOfToken(token: string): string {
    return Buffer.from(token, "base64url")
        .toString("latin1")
        .replace(/^after:/, "");
}
