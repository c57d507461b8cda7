import { historyName } from "../schema/historyName.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { RunningUser } from "./people.ts";

/**
 * Which values of `Field` the user does not see in the rows of this object: a field history respects the field-level
 * security of its parent (Object Reference, OpportunityFieldHistory).
 */
export function hiddenHistory(schema: Schema, user: RunningUser, object: ObjectSchema): readonly string[] {
    const parent = object.name === "OpportunityFieldHistory" ? schema.object("Opportunity") : undefined;
    if (parent === undefined) return [];
    return [...parent.fields.values()].filter(({ name }) => !user.canReadField(parent.name, name)).map(historyName);
}
