import type { Store } from "../data/store.ts";
import type { Component } from "./deployed.ts";

/** Where deployed files are kept beside the rows, so that they are rolled back, copied and reopened with them. */
export interface ComponentRows {
    put(component: Component): void;
    remove(type: string, fullName: string): void;
    all(): readonly Component[];
}

// No object can have a name with parentheses.
const table = '"(deployed)"';
const columns = "type, folded, path, name, modified, content";

/** The files kept in the store's own file; names are one whatever their case, as on the platform. */
export function componentRows(store: Store): ComponentRows {
    store.run(
        `CREATE TABLE IF NOT EXISTS ${table} (type TEXT, folded TEXT, path TEXT, name TEXT, modified TEXT, content TEXT, PRIMARY KEY (type, folded, path)) WITHOUT ROWID`
    );
    return {
        put({ type, fullName, path, lastModifiedDate, content }) {
            const values = [type, fullName.toLowerCase(), path, fullName, lastModifiedDate, toText(content)];
            store.run(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, values);
        },
        remove(type, fullName) {
            store.run(`DELETE FROM ${table} WHERE type = ? AND folded = ?`, [type, fullName.toLowerCase()]);
        },
        all: () =>
            [...store.select(`SELECT ${columns} FROM ${table} ORDER BY type, folded, path`, [])].map((row) => ({
                type: String(row["type"]),
                fullName: String(row["name"]),
                path: String(row["path"]),
                lastModifiedDate: String(row["modified"]),
                content: Buffer.from(String(row["content"]), "base64")
            }))
    };
}

// A file may hold any bytes, which a column of text would not keep.
function toText(content: Uint8Array): string {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("base64");
}
