import { Decimal } from "decimal.js";
import type { Clock } from "../clock.ts";
import { openStore } from "../data/openStore.ts";
import type { RecordValues, Value } from "../data/value.ts";
import type { RunningUser } from "../people/people.ts";
import { createSchema } from "../schema/createSchema.ts";
import { executeSoql } from "../soql/executeSoql.ts";
import type { SoqlResult } from "../soql/executeSoql.ts";
import { toolingObjects } from "./toolingObjects.ts";

/** The rows of the Tooling API that the org's own objects don't have, kept apart from them. */
export interface ToolingStore {
    /** Whether a query on the object is one for these rows; flow tests are only named by a result. */
    answersFor(objectName: string): boolean;
    /** Inserts and gives the new row's Id. */
    insert(objectName: string, values: Readonly<Record<string, Value | number>>): string;
    update(objectName: string, id: string, values: Readonly<Record<string, Value | number>>): void;
    /** The Id of the row that has the value, made where there is none. */
    idOf(objectName: string, field: string, values: RecordValues): string;
    /** Makes the object's rows these and no others; one that stands already keeps its Id. Gives the Ids by key. */
    show(objectName: string, keys: readonly string[], rows: readonly RecordValues[]): ReadonlyMap<string, string>;
    query(soql: string, apiVersion: string, user: RunningUser, clock: Clock): SoqlResult;
    close(): void;
}

const answered: ReadonlySet<string> = new Set([
    ...["ApexTestRunResult", "ApexTestQueueItem", "FlowTestResult"],
    ...["Flow", "FlowDefinition", "ValidationRule", "WorkflowFieldUpdate"]
]);

export function createToolingStore(): ToolingStore {
    const schema = createSchema(toolingObjects);
    const store = openStore(schema);
    const object = (name: string) => {
        const found = schema.object(name);
        if (found === undefined) throw new Error(`The Tooling API has no object ${name} here.`);
        return found;
    };
    const insert: ToolingStore["insert"] = (objectName, values) => {
        const id = store.newId(object(objectName));
        store.insert(object(objectName), { ...stored(values), Id: id });
        return id;
    };
    return {
        answersFor: (objectName) => answered.has(schema.object(objectName)?.name ?? ""),
        insert,
        update: (objectName, id, values) => store.update(object(objectName), id, stored(values)),
        idOf(objectName, field, values) {
            const [row] = store.readMany(object(objectName), { field, isOneOf: [String(values[field])] });
            return typeof row?.["Id"] === "string" ? row["Id"] : insert(objectName, values);
        },
        show(objectName, keys, rows) {
            const known = object(objectName);
            const keyOf = (row: RecordValues) => keys.map((key) => String(row[key])).join(" ");
            const standing = new Map(store.readMany(known).map((row) => [keyOf(row), String(row["Id"])]));
            const shown = new Map<string, string>();
            for (const row of rows) {
                const id = standing.get(keyOf(row));
                if (id !== undefined) store.update(known, id, row);
                shown.set(keyOf(row), id ?? insert(objectName, row));
            }
            for (const [key, id] of standing) {
                if (!shown.has(key)) store.remove(known, id);
            }
            return shown;
        },
        query: (soql, apiVersion, user, clock) =>
            executeSoql({ schema, store, clock, user: readingAll(user) }, soql, { apiVersion }),
        close: () => store.close()
    };
}

/** Who may use these objects at all may read all of them. */
function readingAll(user: RunningUser): RunningUser {
    return { ...user, viewsAllData: true, canReadObject: () => true, canReadField: () => true };
}

function stored(values: Readonly<Record<string, Value | number>>): RecordValues {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? new Decimal(value) : value])
    );
}
