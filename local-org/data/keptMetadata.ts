import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { TablePlan } from "./statements.ts";
import type { Store } from "./store.ts";
import type { RecordValues } from "./value.ts";

export interface KeptMetadata {
    readonly readMetadata: Store["readMetadata"];
    /** At any write that may be one to custom metadata, and after whatever undoes one. */
    forget(): void;
    /** Forgets where the object is one of custom metadata. */
    noteWrite(object: ObjectSchema): void;
}

/**
 * Records of custom metadata by their developer name, kept between writes: each formula of a gate reads several at
 * every save, and only deploys change them.
 */
export function keepMetadata(readMany: Store["readMany"], planOf: (object: ObjectSchema) => TablePlan): KeptMetadata {
    let kept = new WeakMap<ObjectSchema, Map<string, Readonly<RecordValues>>>();
    const forget = (): void => {
        kept = new WeakMap();
    };
    return {
        readMetadata(given, developerName) {
            const { object } = planOf(given);
            let records = kept.get(object);
            if (records === undefined) {
                records = new Map(readMany(object).map((record) => [String(record["DeveloperName"]), record]));
                kept.set(object, records);
            }
            return records.get(developerName);
        },
        forget,
        noteWrite: ({ kind }) => {
            if (kind === "customMetadata") forget();
        }
    };
}
