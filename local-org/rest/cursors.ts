import type { Clock } from "../clock.ts";
import { OrgError } from "../orgError.ts";

export interface Cursor {
    readonly userId: string;
    readonly batchSize: number;
    readonly totalSize: number;
    /** The records from one place to another. */
    read(start: number, end: number): readonly unknown[];
}

/** The rest of query results, until they are fetched. As on the platform only so many stay open, the oldest go. */
export interface Cursors {
    /** The locator under which the records can be fetched. */
    open(cursor: Cursor): string;
    /** Throws INVALID_QUERY_LOCATOR for what isn't open, or belongs to another user. */
    find(locator: string, userId: string): Cursor;
}

const mostOpen = 50;

/** As the platform documents it: two days from the query on. */
const lifetime = 2 * 24 * 60 * 60 * 1000;

export function createCursors(clock: Clock): Cursors {
    const cursors = new Map<string, Cursor & { readonly opened: number }>();
    let opened = 0;
    return {
        open: (cursor) => {
            opened += 1;
            const locator = `0r8PW0${String(opened).padStart(12, "0")}`;
            cursors.set(locator, { ...cursor, opened: Date.parse(clock.now()) });
            const [oldest] = cursors.keys();
            if (cursors.size > mostOpen && oldest !== undefined) cursors.delete(oldest);
            return locator;
        },
        find: (locator, userId) => {
            const cursor = cursors.get(locator);
            const isOpen = cursor !== undefined && Date.parse(clock.now()) - cursor.opened <= lifetime;
            if (!isOpen || cursor.userId !== userId) {
                throw new OrgError("INVALID_QUERY_LOCATOR", "invalid query locator");
            }
            return cursor;
        }
    };
}
