import type { Clock } from "../clock.ts";
import type { Store } from "../data/store.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { unknownField, unknownObject } from "./refusals.ts";

/** Where and as whom a query runs. */
export interface SoqlContext {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
    readonly user: RunningUser;
}

/** What the user may not read is, as on the platform, the same as what is not there. */
export function readableObject(context: SoqlContext, name: string): ObjectSchema {
    const object = context.schema.object(name);
    if (object === undefined || !context.user.canReadObject(object.name)) throw unknownObject(name);
    return object;
}

export function readableField(context: SoqlContext, object: ObjectSchema, name: string): FieldSchema {
    const field = context.schema.field(object, name);
    if (field === undefined || !context.user.canReadField(object.name, field.name)) {
        throw unknownField(name, object.name);
    }
    return field;
}
