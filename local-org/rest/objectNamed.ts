import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Call } from "./call.ts";
import { part } from "./call.ts";
import { notFound } from "./problems.ts";

/** The object a path names; 404 when there is none that the user may read, as on the platform. */
export function objectOfPath(call: Call): ObjectSchema {
    const object = call.org.schema.object(part(call, "object"));
    if (object === undefined || !call.user.canReadObject(object.name)) throw notFound();
    return object;
}
