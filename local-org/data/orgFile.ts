import { DatabaseSync } from "node:sqlite";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { readObject, writeObject } from "../schema/schemaText.ts";

/** Marks a SQLite file as a local org's ("PWlo"), and the form in which it keeps one. */
const applicationId = 0x50_57_6c_6f;
const form = 1;

/** A file that can't be reopened: its message says why in a sentence. */
export class OrgFileProblem extends Error {}

/**
 * The objects of the org that the file keeps. Throws OrgFileProblem for a file that is no local org's, or that one
 * of another version made.
 */
export function readKeptObjects(path: string): ObjectSchema[] {
    let database: DatabaseSync | undefined;
    try {
        database = new DatabaseSync(path, { readOnly: true });
        const [made] = database.prepare("PRAGMA application_id").all();
        const [kept] = database.prepare("PRAGMA user_version").all();
        if (made?.["application_id"] !== applicationId) throw new OrgFileProblem(`${path} is not a local org's file.`);
        if (kept?.["user_version"] !== form) {
            throw new OrgFileProblem(`${path} was made by another version of the local org; start a new file.`);
        }
        const rows = database.prepare(`SELECT definition FROM "(schema)" ORDER BY place`).all();
        return rows.map((row) => readObject(String(row["definition"])));
    } catch (error) {
        const sentence = sentenceOf(error);
        throw sentence === undefined ? error : new OrgFileProblem(`${path} ${sentence}`);
    } finally {
        database?.close();
    }
}

/** By SQLite's primary code: what can't be opened or read at all, what is no database, what somebody holds. */
function sentenceOf(error: unknown): string | undefined {
    const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
    return code === undefined ? undefined : sentences[code];
}

const sentences: Readonly<Record<number, string>> = {
    5: "is open in another local org.",
    10: "is no file that can be read.",
    14: "is no file that can be read.",
    26: "is not a local org's file."
};

/** Keeps the schema in the file, in the transactions that change it. */
export function keepSchema(database: DatabaseSync, schema: Schema): void {
    database.exec(`
        PRAGMA application_id = ${applicationId};
        PRAGMA user_version = ${form};
        CREATE TABLE IF NOT EXISTS "(schema)" (place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL)`);
    const put = (object: ObjectSchema): void => {
        const sql = `INSERT INTO "(schema)" (name, definition) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`;
        database.prepare(sql).run(object.name, writeObject(object));
    };
    schema.objects().forEach(put);
    schema.follow({
        objectPut: put,
        objectRemoved: ({ name }) => void database.prepare(`DELETE FROM "(schema)" WHERE name = ?`).run(name)
    });
}
