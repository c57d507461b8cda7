import type { Store } from "../data/store.ts";
import type { MessageSegment } from "./messageSegments.ts";

/**
 * What a post's text alone doesn't tell: whom it mentions and where its markup stands. FeedItem and FeedComment
 * rows carry none of that, so it stands in a table that no query sees, and counts only as long as the row's text
 * is still the one it was written with.
 */
interface Kept {
    readonly body: string;
    readonly segments: readonly MessageSegment[];
}

const table = `"(message segments)"`;

export function keepSegments(store: Store, id: string, body: string, segments: readonly MessageSegment[]): void {
    makeTable(store);
    const kept: Kept = { body, segments };
    store.run(`INSERT OR REPLACE INTO ${table} (Id, Kept) VALUES (?, ?)`, [id, JSON.stringify(kept)]);
}

/** Undefined for a row whose text was written or changed as a plain record. */
export function keptSegments(store: Store, id: string, body: string): readonly MessageSegment[] | undefined {
    makeTable(store);
    const [row] = store.select(`SELECT Kept FROM ${table} WHERE Id = ?`, [id]);
    const text = row?.["Kept"];
    if (typeof text !== "string") return undefined;
    const kept = JSON.parse(text) as Kept;
    return kept.body === body ? kept.segments : undefined;
}

/** Asked each time: a transaction that was rolled back, or a snapshot that was restored, takes the table along. */
function makeTable(store: Store): void {
    store.run(`CREATE TABLE IF NOT EXISTS ${table} (Id TEXT PRIMARY KEY NOT NULL, Kept TEXT NOT NULL)`);
}
