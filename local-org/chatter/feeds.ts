import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import type { Call } from "../rest/call.ts";
import { notFound } from "../rest/problems.ts";
import { visibleRecord } from "../rest/visibleRecord.ts";
import { saveRecords } from "../save/saveRecords.ts";
import type { SaveOutcome, SaveRequest } from "../save/saveRecords.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { executeSoql } from "../soql/executeSoql.ts";
import { keepSegments } from "./keptSegments.ts";
import { storedBody } from "./messageSegments.ts";
import type { MessageSegment } from "./messageSegments.ts";
import { feedParent, postRow } from "./postToFeed.ts";

type FeedObject = "FeedItem" | "FeedComment";

/** A post or comment that the user sees. Throws NOT_FOUND for any other Id. */
export function feedRow(call: Call, objectName: FeedObject, id: string): RecordValues {
    const object = feedObject(call, objectName);
    if (!isRecordId(id) || !id.startsWith(object.keyPrefix)) {
        throw new OrgError("INVALID_ID_FIELD", `The ID ${id} is not a ${object.label}'s.`);
    }
    return visibleRecord(call, object, to18(id));
}

/** The 18-character Id of a record whose feed the user sees; "me" is the user's own. */
export function feedOf(call: Call, id: string): string {
    const parentId = id === "me" ? call.user.id : feedParent(call.org, id);
    const parent = call.org.schema.objectOfId(parentId);
    if (parent === undefined || !call.user.canReadObject(parent.name)) throw notFound();
    visibleRecord(call, parent, parentId);
    return parentId;
}

/** Rows that the user sees, in the order given. */
export function feedRows(
    call: Call,
    objectName: FeedObject,
    filter: { field: string; id: string },
    order: string
): RecordValues[] {
    const object = feedObject(call, objectName);
    const { schema, store, clock } = call.org;
    const soql = `SELECT Id FROM ${objectName} WHERE ${filter.field} = '${filter.id}' ORDER BY ${order}`;
    const { records } = executeSoql({ schema, store, clock, user: call.user }, soql);
    return [...records].map(({ Id: id }) => store.read(object, String(id))).filter((row) => row !== undefined);
}

export function createPost(
    call: Call,
    parentId: string,
    segments: readonly MessageSegment[],
    visibility: "AllUsers" | "InternalUsers"
): string {
    return written(call, "insert", "FeedItem", postRow(call.org, parentId, segments, visibility), segments);
}

export function createComment(call: Call, feedItemId: string, segments: readonly MessageSegment[]): string {
    const { body, isRichText } = storedBody(segments);
    const values = { FeedItemId: feedItemId, CommentBody: body, IsRichText: isRichText };
    return written(call, "insert", "FeedComment", values, segments);
}

/** Replaces the text. Throws OrgError for whom the post is not. */
export function editPost(call: Call, id: string, segments: readonly MessageSegment[]): void {
    const { body, isRichText } = storedBody(segments);
    written(call, "update", "FeedItem", { Id: id, Body: body, IsRichText: isRichText }, segments);
}

export function removeFeedRow(call: Call, objectName: FeedObject, id: string): void {
    saved(call, "delete", objectName, { Id: id });
}

function written(
    call: Call,
    operation: "insert" | "update",
    objectName: FeedObject,
    values: RecordValues,
    segments: readonly MessageSegment[]
): string {
    return call.org.store.transaction(() => {
        const { id } = saved(call, operation, objectName, values);
        if (id === null) throw new Error("A saved post has no Id.");
        keepSegments(call.org.store, id, storedBody(segments).body, segments);
        return id;
    });
}

function saved(
    call: Call,
    operation: SaveRequest["operation"],
    objectName: FeedObject,
    values: RecordValues
): SaveOutcome {
    const object = feedObject(call, objectName);
    const request = { operation, object, records: [values], allOrNone: true, user: call.user };
    const [outcome] = saveRecords(call.org, request);
    if (outcome === undefined) throw new Error("A save of one record gave no outcome.");
    const [error] = outcome.errors;
    if (error === undefined) return outcome;
    const { statusCode, message, fields } = error;
    throw new OrgError(statusCode, message, { fields });
}

function feedObject({ org, user }: Call, name: FeedObject): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined || !user.canReadObject(name)) throw notFound();
    return object;
}
