import { field, text } from "../schema/fields.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { byName, notWritable, standardObject } from "../schema/objects.ts";
import type { SoqlContext } from "./context.ts";
import { unsupported } from "./refusals.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** One of the objects that a polymorphic reference may lead to, with its own table in the FROM clause. */
export interface Target {
    readonly object: ObjectSchema;
    readonly alias: string;
}

const FIELDS = byName([field("Id", "id"), text("Name", 255, { nameField: true }), text("Type", 40)]);

/** What the platform lets be asked of a polymorphic relationship (`What.Name`): its object Name, or this much of it. */
export const NAME_OBJECT: ObjectSchema = standardObject("Name", "", [...FIELDS.values()], notWritable);

export function nameField(name: string): FieldSchema {
    const found = [...FIELDS.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw unsupported(`The field '${name}' of a polymorphic relationship`);
    return found;
}

/** Id, Name or Type of whichever object the reference leads to; NULL where it leads nowhere. */
export function nameColumn({ store }: SoqlContext, targets: readonly Target[], fieldName: string): Sql {
    const id = ({ alias }: Target): Sql => raw(`${alias}.${store.column("Id")}`);
    const cases = targets.map((target) => {
        const named = [...target.object.fields.values()].find((each) => each.nameField)?.name ?? "Id";
        const value =
            fieldName === "Type"
                ? sql`${target.object.name}`
                : raw(`${target.alias}.${store.column(fieldName === "Id" ? "Id" : named)}`);
        return sql`WHEN ${id(target)} IS NOT NULL THEN ${value}`;
    });
    return cases.length === 0 ? raw("NULL") : sql`CASE ${join(cases, " ")} END`;
}
