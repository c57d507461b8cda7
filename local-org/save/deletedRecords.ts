import type { Org } from "../org.ts";

/** The platform tells a deleted record from one that never was. */
export function wasDeleted({ schema, store }: Pick<Org, "schema" | "store">, id: string): boolean {
    const object = schema.objectOfId(id);
    return object !== undefined && store.bin.read(object, id) !== undefined;
}
