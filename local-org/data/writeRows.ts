import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { AutoNumbers } from "./autoNumbers.ts";
import type { IdCounter } from "./idCounter.ts";
import { fieldOf } from "./readRows.ts";
import type { Prepare, TablePlan } from "./statements.ts";
import type { Store } from "./store.ts";
import { isComputed, toStored } from "./storedValue.ts";
import { quoted } from "./tables.ts";

interface Writing {
    readonly schema: Schema;
    readonly prepare: Prepare;
    readonly planOf: (object: ObjectSchema) => TablePlan;
    readonly ids: IdCounter;
    readonly numbers: AutoNumbers;
    /** Told of each object that is written to. */
    readonly noteWrite: (object: ObjectSchema) => void;
}

/** Rows of one object as they are written; what is computed on reading is not. */
export function rowWriters({
    schema,
    prepare,
    planOf,
    ids,
    numbers,
    noteWrite
}: Writing): Pick<Store, "insert" | "update" | "remove" | "inserter"> {
    return {
        insert(given, values) {
            const { object, storedFields, insert } = planOf(given);
            for (const name in values) {
                if (!object.fields.has(name)) {
                    throw new Error(`${object.name} has no field ${name}.`);
                }
            }
            numbers.fill(object, values);
            noteWrite(object);
            insert.run(...storedFields.map((field) => toStored(field, values[field.name] ?? initial(field))));
            ids.note(object, String(values["Id"]));
        },
        inserter(object, fields) {
            const columns = fields.map((field) => quoted(field.name)).join(", ");
            const places = fields.map(() => "?").join(", ");
            const insert = prepare(`INSERT INTO ${quoted(object.name)} (${columns}) VALUES (${places})`);
            const idPlace = fields.findIndex((field) => field.type === "id");
            return (cells) => {
                noteWrite(object);
                insert.run(...cells);
                ids.note(object, String(cells[idPlace]));
            };
        },
        update(given, id, values) {
            const { object } = planOf(given);
            const named = Object.keys(values).map((name) => fieldOf(schema, object, name));
            const fields = named.filter((field) => !isComputed(field));
            if (fields.length > 0) {
                noteWrite(object);
                const assignments = fields.map((field) => `${quoted(field.name)} = ?`).join(", ");
                const stored = fields.map((field) => toStored(field, values[field.name] ?? null));
                prepare(`UPDATE ${quoted(object.name)} SET ${assignments} WHERE "Id" = ?`).run(...stored, id);
            }
        },
        remove(object, id) {
            noteWrite(object);
            prepare(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`).run(id);
        }
    };
}

const initial = (field: FieldSchema): boolean | null => (field.type === "boolean" ? field.defaultValue === true : null);
