import assert from "node:assert/strict";
import { fixedClock } from "../../clock.ts";
import { createSchema } from "../../schema/createSchema.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import { openStore } from "../openStore.ts";
import type { RowsOfOrg } from "../scope.ts";
import { seedOrg } from "../seedOrg.ts";
import type { TextTable } from "../table.ts";
import type { RecordValues } from "../value.ts";

/** A fresh org in memory; it is noon UTC on 2026-11-22. */
export function freshOrg(): RowsOfOrg {
    const schema = createSchema();
    const org = { schema, store: openStore(schema), clock: fixedClock("2026-11-22") };
    seedOrg(org);
    return org;
}

export function objectNamed(org: RowsOfOrg, name: string): ObjectSchema {
    const object = org.schema.object(name);
    assert.ok(object, name);
    return object;
}

export function record(org: RowsOfOrg, object: string, id: string): RecordValues {
    const values = org.store.read(objectNamed(org, object), id);
    assert.ok(values, `${object} ${id}`);
    return values;
}

/** The named fields as text, for short comparisons. */
export function shown(values: RecordValues, ...names: readonly string[]): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, String(values[name])]));
}

/** `table("Account", "Id,Name", "001…,Acme")` */
export function table(object: string, columns: string, ...rows: readonly string[]): TextTable {
    return { object, columns: columns.split(","), rows: rows.map((row) => row.split(",")) };
}
