import type { FieldSchema, ObjectSchema } from "./objectSchema.ts";

/** A parent's view of the objects that refer to it. */
export interface ChildRelationship {
    readonly childObject: ObjectSchema;
    readonly field: FieldSchema;
    readonly relationshipName: string | null;
}

/** Who must keep in step with the schema: the store's tables. */
export interface SchemaFollower {
    /** An object was added, or replaces the previous one (a field put or removed is a replacement too). */
    objectPut(object: ObjectSchema, previous: ObjectSchema | undefined): void;
    objectRemoved(object: ObjectSchema): void;
}

/** The org's objects and fields as they stand now. Names are looked up as the platform does, ignoring case. */
export interface Schema {
    objects(): readonly ObjectSchema[];
    object(name: string): ObjectSchema | undefined;
    field(object: ObjectSchema, name: string): FieldSchema | undefined;
    /** The reference field whose relationship name is given: `Account` or `My_Parent__r`. */
    parentRelationship(object: ObjectSchema, relationshipName: string): FieldSchema | undefined;
    childRelationships(parent: ObjectSchema): readonly ChildRelationship[];
    objectOfId(id: string): ObjectSchema | undefined;
    /** Adds or replaces, as a deploy does; the store's tables follow. */
    putObject(object: ObjectSchema): void;
    putField(objectName: string, field: FieldSchema): void;
    removeField(objectName: string, fieldName: string): void;
    removeObject(name: string): void;
    follow(follower: SchemaFollower): void;
}
