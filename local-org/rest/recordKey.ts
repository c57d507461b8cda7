import { toStored } from "../data/storedValue.ts";
import type { Value } from "../data/value.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";

/** A value as the store is asked for records that have it; null for a blank, which names none. */
export function recordKey(field: FieldSchema, value: Value): string | null {
    const stored = toStored(field, value);
    return stored === null ? null : String(stored);
}
