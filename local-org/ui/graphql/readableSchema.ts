import type { RunningUser } from "../../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import type { Schema } from "../../schema/schema.ts";

/** What GraphQL shows of the org to one user: what that user may not read is not there. */
export interface ReadableSchema {
    object(name: string): ObjectSchema | undefined;
    objects(): readonly ObjectSchema[];
    fields(object: ObjectSchema): readonly FieldSchema[];
    parents(object: ObjectSchema): readonly Parent[];
}

/** A relationship to one object: `Account` by AccountId. */
export interface Parent {
    readonly relationshipName: string;
    readonly reference: FieldSchema;
    readonly object: ObjectSchema;
}

/** Objects that the platform's GraphQL API leaves out though SOQL knows them. */
const outsideGraphql: ReadonlySet<string> = new Set([
    "OpportunityStage",
    "BusinessProcess",
    "CustomPermission",
    "SetupEntityAccess",
    "CustomNotificationType"
]);

export function readableSchema(schema: Schema, user: RunningUser): ReadableSchema {
    const isShown = (object: ObjectSchema | undefined): object is ObjectSchema =>
        object !== undefined && !outsideGraphql.has(object.name) && user.canReadObject(object.name);
    const fields = (object: ObjectSchema): FieldSchema[] =>
        [...object.fields.values()].filter((field) => user.canReadField(object.name, field.name));
    return {
        object: (name) => {
            const object = schema.object(name);
            // GraphQL minds case where SOQL does not.
            return isShown(object) && object.name === name ? object : undefined;
        },
        objects: () => schema.objects().filter(isShown),
        fields,
        parents: (object) =>
            fields(object).flatMap((reference) => {
                const relationshipName = reference.reference?.relationshipName ?? null;
                const [only = "", ...others] = reference.reference?.to ?? [];
                const parent = schema.object(only);
                if (relationshipName === null || others.length > 0 || !isShown(parent)) return [];
                return [{ relationshipName, reference, object: parent }];
            })
    };
}
