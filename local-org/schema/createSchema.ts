import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema } from "./objectSchema.ts";
import type { ChildRelationship, Schema, SchemaFollower } from "./schema.ts";
import { standardObjects } from "./standard/standardObjects.ts";

/** The schema of a new org. Objects are never changed in place: each change puts a new object in their stead. */
export function createSchema(objects: readonly ObjectSchema[] = standardObjects): Schema {
    const byName = new Map<string, ObjectSchema>();
    const byKeyPrefix = new Map<string, ObjectSchema>();
    const followers: SchemaFollower[] = [];
    const field = fieldFinder();

    function put(object: ObjectSchema): void {
        const previous = byName.get(object.name.toLowerCase());
        const holder = byKeyPrefix.get(object.keyPrefix);
        if (holder !== undefined && holder.name !== object.name) {
            throw new Error(`The key prefix ${object.keyPrefix} of ${object.name} belongs to ${holder.name}.`);
        }
        byName.set(object.name.toLowerCase(), object);
        byKeyPrefix.set(object.keyPrefix, object);
        followers.forEach((follower) => follower.objectPut(object, previous));
    }

    function existing(name: string): ObjectSchema {
        const object = byName.get(name.toLowerCase());
        if (object === undefined) {
            throw new OrgError("INVALID_TYPE", `sObject type '${name}' is not supported.`);
        }
        return object;
    }

    objects.forEach(put);

    return {
        objects: () => [...byName.values()],
        object: (name) => byName.get(name.toLowerCase()),
        field,
        parentRelationship: (object, relationshipName) => parentRelationship(object, relationshipName),
        childRelationships: (parent) => childRelationships([...byName.values()], parent),
        objectOfId: (id) => byKeyPrefix.get(id.slice(0, 3)),
        putObject: put,
        putField(objectName, added) {
            const object = existing(objectName);
            const replaced = field(object, added.name);
            const fields = new Map(object.fields);
            if (replaced !== undefined && replaced.name !== added.name) {
                fields.delete(replaced.name);
            }
            put({ ...object, fields: fields.set(added.name, added) });
        },
        removeField(objectName, fieldName) {
            const object = existing(objectName);
            const removed = field(object, fieldName);
            put({ ...object, fields: new Map([...object.fields].filter(([name]) => name !== removed?.name)) });
        },
        removeObject(name) {
            const object = existing(name);
            byName.delete(object.name.toLowerCase());
            byKeyPrefix.delete(object.keyPrefix);
            followers.forEach((follower) => follower.objectRemoved(object));
        },
        follow: (follower) => void followers.push(follower)
    };
}

function fieldFinder(): (object: ObjectSchema, name: string) => FieldSchema | undefined {
    /** By name in lower case, made on first use; an object is never changed, so neither is this. */
    const byObject = new WeakMap<ObjectSchema, Map<string, FieldSchema>>();

    return (object, name) => {
        let fields = byObject.get(object);
        if (fields === undefined) {
            fields = new Map([...object.fields.values()].map((each) => [each.name.toLowerCase(), each]));
            byObject.set(object, fields);
        }
        return fields.get(name.toLowerCase());
    };
}

function parentRelationship(object: ObjectSchema, relationshipName: string): FieldSchema | undefined {
    const wanted = relationshipName.toLowerCase();
    return [...object.fields.values()].find((each) => each.reference?.relationshipName?.toLowerCase() === wanted);
}

function childRelationships(objects: readonly ObjectSchema[], parent: ObjectSchema): readonly ChildRelationship[] {
    return objects.flatMap((childObject) =>
        [...childObject.fields.values()]
            .filter((each) => each.reference?.to.includes(parent.name) === true)
            .map((each) => ({
                childObject,
                field: each,
                relationshipName: each.reference?.childRelationshipName ?? null
            }))
    );
}
