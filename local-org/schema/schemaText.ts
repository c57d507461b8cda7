import type { ObjectSchema } from "./objectSchema.ts";

const mapKey = "(map)";
const setKey = "(set)";

/** An object's definition as text that `readObject` gives back equal. */
export function writeObject(object: ObjectSchema): string {
    return JSON.stringify(object, (_key, value: unknown) => {
        if (value instanceof Map) return { [mapKey]: [...value] };
        return value instanceof Set ? { [setKey]: [...value] } : value;
    });
}

export function readObject(text: string): ObjectSchema {
    return JSON.parse(text, (_key, value: unknown) => {
        if (typeof value !== "object" || value === null) return value;
        if (mapKey in value) return new Map(value[mapKey] as [unknown, unknown][]);
        return setKey in value ? new Set(value[setKey] as unknown[]) : value;
    }) as ObjectSchema;
}
