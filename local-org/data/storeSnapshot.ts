import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { quoted } from "./tables.ts";

/** All rows as they were at one moment, in a file of their own until they are discarded. */
export interface StoreSnapshot {
    /** Puts every table back as it was. Not within a transaction. The caller puts the schema back after it. */
    restore(): void;
    discard(): void;
}

export interface Snapshots {
    snapshot(): StoreSnapshot;
    discardAll(): void;
}

/** `forget` is called once rows have been replaced under what was remembered of them. */
export function snapshots(database: DatabaseSync, forget: () => void): Snapshots {
    const folders = new Set<string>();

    function discard(folder: string): void {
        rmSync(folder, { recursive: true, force: true });
        folders.delete(folder);
    }

    return {
        snapshot() {
            const folder = mkdtempSync(join(tmpdir(), "local-org-"));
            folders.add(folder);
            const path = join(folder, "rows.db");
            database.prepare("VACUUM INTO ?").run(path);
            return {
                restore() {
                    if (!folders.has(folder)) throw new Error("This snapshot has been discarded.");
                    restoreFrom(database, path);
                    forget();
                },
                discard: () => {
                    discard(folder);
                }
            };
        },
        discardAll: () => {
            [...folders].forEach(discard);
        }
    };
}

interface Definition {
    readonly type: string;
    readonly name: string;
    readonly sql: string;
}

function restoreFrom(database: DatabaseSync, path: string): void {
    database.prepare("ATTACH ? AS kept").run(path);
    try {
        database.exec("BEGIN IMMEDIATE");
        definitions(database, "main", "table").forEach(({ name }) => {
            database.exec(`DROP TABLE main.${quoted(name)}`);
        });
        for (const { name, sql } of definitions(database, "kept", "table")) {
            database.exec(sql);
            database.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM kept.${quoted(name)}`);
        }
        definitions(database, "kept", "index").forEach(({ sql }) => {
            database.exec(sql);
        });
        database.exec("COMMIT");
    } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
    } finally {
        database.exec("DETACH kept");
    }
}

/** Indexes that SQLite makes by itself have no SQL; its own tables are left alone. */
function definitions(database: DatabaseSync, place: "main" | "kept", type: string): Definition[] {
    const rows = database
        .prepare(`SELECT type, name, sql FROM ${place}.sqlite_schema WHERE type = ? AND sql IS NOT NULL`)
        .all(type) as unknown as Definition[];
    return rows.filter(({ name }) => !name.startsWith("sqlite_"));
}
