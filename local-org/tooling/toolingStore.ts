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
    /** Whether a query on the object is one for these rows; flows and their tests are only named by a result. */
    answersFor(objectName: string): boolean;
    /** Inserts and gives the new row's Id. */
    insert(objectName: string, values: Readonly<Record<string, Value | number>>): string;
    update(objectName: string, id: string, values: Readonly<Record<string, Value | number>>): void;
    /** The Id of the row that has the value, made where there is none. */
    idOf(objectName: string, field: string, values: RecordValues): string;
    query(soql: string, apiVersion: string, user: RunningUser, clock: Clock): SoqlResult;
    close(): void;
}

const resultObjects: ReadonlySet<string> = new Set(["ApexTestRunResult", "ApexTestQueueItem", "FlowTestResult"]);

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
        answersFor: (objectName) => resultObjects.has(schema.object(objectName)?.name ?? ""),
        insert,
        update: (objectName, id, values) => store.update(object(objectName), id, stored(values)),
        idOf(objectName, field, values) {
            const [row] = store.readMany(object(objectName), { field, isOneOf: [String(values[field])] });
            return typeof row?.["Id"] === "string" ? row["Id"] : insert(objectName, values);
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
