import type { Schema } from "../schema/schema.ts";

/**
 * Remembers the schema and returns what puts it back. That must be called after the store's transaction
 * was rolled back: the store compares with its tables as they then are, and finds nothing to change.
 */
export function schemaCheckpoint(schema: Schema): () => void {
    const before = new Map(schema.objects().map((object) => [object.name, object]));
    return () => {
        for (const { name } of schema.objects()) {
            if (!before.has(name)) schema.removeObject(name);
        }
        for (const object of before.values()) {
            if (schema.object(object.name) !== object) schema.putObject(object);
        }
    };
}
