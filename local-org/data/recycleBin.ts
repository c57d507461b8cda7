import type { DatabaseSync } from "node:sqlite";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { selected } from "./statements.ts";
import type { Prepare, TablePlan } from "./statements.ts";
import { fromStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import { binName, hasBin, quoted } from "./tables.ts";
import type { RecordValues } from "./value.ts";

/** A reference that was emptied because the record it named was deleted. */
export interface ClearedReference {
    readonly objectName: string;
    readonly id: string;
    readonly field: string;
}

/** Where deleted rows lie, apart from the others: only who asks for them meets them. */
export interface RecycleBin {
    /** Moves a row here, with IsDeleted. `root` is the record whose deletion took it along, or itself. */
    put(object: ObjectSchema, id: string, root: string): void;
    /** Moves a row back to where it was. */
    takeOut(object: ObjectSchema, id: string): void;
    read(object: ObjectSchema, id: string): RecordValues | undefined;
    /** Ids of what went with the record, itself included, in the order it went. */
    idsOf(root: string): string[];
    /** The record whose deletion took this one along. */
    rootOf(id: string): string | undefined;
    noteCleared(root: string, reference: ClearedReference): void;
    /** Gives what was emptied with the record, and forgets it. */
    takeCleared(root: string): ClearedReference[];
}

export function recycleBin(
    database: DatabaseSync,
    prepare: Prepare,
    planOf: (object: ObjectSchema) => TablePlan
): RecycleBin {
    database.exec(`
        CREATE TABLE IF NOT EXISTS "(bin)" (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, root TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS "(bin).root" ON "(bin)" (root);
        CREATE TABLE IF NOT EXISTS "(cleared)" (root TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS "(cleared).root" ON "(cleared)" (root);`);

    function move(given: ObjectSchema, id: string, into: "bin" | "table"): void {
        const { object, storedColumns: columns } = planOf(given);
        const places = [quoted(object.name), quoted(binName(object))];
        const [from, to] = into === "bin" ? places : places.toReversed();
        prepare(`INSERT INTO ${to} (${columns}) SELECT ${columns} FROM ${from} WHERE "Id" = ?`).run(id);
        prepare(`UPDATE ${to} SET "IsDeleted" = ? WHERE "Id" = ?`).run(into === "bin" ? 1 : 0, id);
        prepare(`DELETE FROM ${from} WHERE "Id" = ?`).run(id);
    }

    return {
        put(object, id, root) {
            move(object, id, "bin");
            prepare(`INSERT INTO "(bin)" (id, root) VALUES (?, ?)`).run(id, root);
        },
        takeOut(object, id) {
            move(object, id, "table");
            prepare(`DELETE FROM "(bin)" WHERE id = ?`).run(id);
        },
        read(given, id) {
            if (!hasBin(given)) return undefined;
            const { object, fields } = planOf(given);
            const bin = quoted(binName(object));
            const row = prepare(`SELECT ${selected(object, bin)} FROM ${bin} WHERE "Id" = ?`).get(id);
            if (row === undefined) return undefined;
            const stored = row as Record<string, StoredValue>;
            return Object.fromEntries(
                fields.map((field) => [field.name, fromStored(field, stored[field.name] ?? null)])
            );
        },
        idsOf: (root) =>
            prepare(`SELECT id FROM "(bin)" WHERE root = ? ORDER BY place`)
                .all(root)
                .map((row) => String(row["id"])),
        rootOf(id) {
            const root = prepare(`SELECT root FROM "(bin)" WHERE id = ?`).get(id)?.["root"];
            return typeof root === "string" ? root : undefined;
        },
        noteCleared(root, { objectName, id, field }) {
            prepare(`INSERT INTO "(cleared)" VALUES (?, ?, ?, ?)`).run(root, objectName, id, field);
        },
        takeCleared(root) {
            const rows = prepare(`DELETE FROM "(cleared)" WHERE root = ? RETURNING object, id, field`).all(root);
            return rows.map((row) => ({
                objectName: String(row["object"]),
                id: String(row["id"]),
                field: String(row["field"])
            }));
        }
    };
}
