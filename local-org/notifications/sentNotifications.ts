import type { Org } from "../org.ts";

/** A custom notification that was sent. */
export interface SentNotification {
    /** The type's developer name. */
    readonly type: string;
    /** Active users. */
    readonly recipientIds: readonly string[];
    readonly title: string;
    readonly body: string;
    readonly targetId: string;
    /** UTC. */
    readonly sentAt: string;
}

/** No query sees it: on the platform notifications are no records either. */
const table = `"(notifications)"`;

/** Keeps a notification beside the rows, so that it is rolled back and restored with them. */
export function keepNotification({ store }: Pick<Org, "store">, notification: SentNotification): void {
    makeTable({ store });
    store.run(`INSERT INTO ${table} (Kept) VALUES (?)`, [JSON.stringify(notification)]);
}

/** All that were sent, in order. */
export function sentNotifications({ store }: Pick<Org, "store">): SentNotification[] {
    makeTable({ store });
    const rows = store.select(`SELECT Kept FROM ${table} ORDER BY Place`, []);
    return [...rows].map((row) => JSON.parse(String(row["Kept"])) as SentNotification);
}

/** Forgets what was sent. */
export function forgetNotifications({ store }: Pick<Org, "store">): void {
    makeTable({ store });
    store.run(`DELETE FROM ${table}`, []);
}

/** Asked each time: a transaction that was rolled back, or a snapshot that was restored, takes the table along. */
function makeTable({ store }: Pick<Org, "store">): void {
    store.run(`CREATE TABLE IF NOT EXISTS ${table} (Place INTEGER PRIMARY KEY, Kept TEXT NOT NULL)`);
}
