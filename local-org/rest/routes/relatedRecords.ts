import { OrgError } from "../../orgError.ts";
import { executeSoql } from "../../soql/executeSoql.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply } from "../call.ts";
import { ok } from "../call.ts";
import { jsonRecord } from "../jsonValue.ts";
import { notFound } from "../problems.ts";
import { idOfObject, visibleRecord } from "../visibleRecord.ts";
import { chosenFields } from "./records.ts";
import { firstPage } from "./queries.ts";

/** The parent or the children that a relationship of a record leads to. Throws NOT_FOUND for no such relationship. */
export function readRelated(call: Call, object: ObjectSchema, givenId: string, relationship: string): Reply {
    const id = idOfObject(object, givenId);
    const record = visibleRecord(call, object, id);
    const reference = call.org.schema.parentRelationship(object, relationship);
    if (reference !== undefined && call.user.canReadField(object.name, reference.name)) {
        const parentId = record[reference.name];
        const parent = typeof parentId === "string" ? call.org.schema.objectOfId(parentId) : undefined;
        if (parent === undefined || !call.user.canReadObject(parent.name)) throw notFound();
        const row = visibleRecord(call, parent, String(parentId));
        return ok(jsonRecord(parent, row, call.version, chosenFields(call, parent)));
    }
    return readChildren(call, object, id, relationship);
}

function readChildren(call: Call, object: ObjectSchema, id: string, relationship: string): Reply {
    const { schema, store, clock } = call.org;
    const children = schema
        .childRelationships(object)
        .find((each) => each.relationshipName?.toLowerCase() === relationship.toLowerCase());
    if (children === undefined || !call.user.canReadObject(children.childObject.name)) throw notFound();
    if (!call.user.canReadField(children.childObject.name, children.field.name)) throw notFound();
    const fields = chosenFields(call, children.childObject).map(({ name }) => name);
    if (fields.length === 0) throw new OrgError("INVALID_FIELD", "At least one field must be asked for.");
    const soql = `SELECT ${fields.join(", ")} FROM ${children.childObject.name} WHERE ${children.field.name} = '${id}'`;
    const context = { schema, store, clock, user: call.user };
    return ok(firstPage(call, executeSoql(context, soql, { apiVersion: call.version })));
}
