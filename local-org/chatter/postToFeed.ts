import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { keepSegments } from "./keptSegments.ts";
import { storedBody } from "./messageSegments.ts";
import type { MessageSegment } from "./messageSegments.ts";
import { readText } from "./readMessage.ts";

/** A post as automation makes it. In the text `@[005…]` mentions a user. */
export interface FeedPost {
    /** The record or user whose feed takes the post. */
    readonly parentId: string;
    readonly text: string;
    /** Who sees it where an org has external users. */
    readonly visibility: "allUsers" | "internalUsers";
}

/** What became of one post: its Id, or why it was refused. */
export type PostOutcome = { readonly id: string } | { readonly refusal: OrgError };

/** Posts to one feed; gives the FeedItem's Id. Throws OrgError where the post is refused. */
export function postToFeed(org: Org, user: RunningUser, transaction: Transaction, post: FeedPost): string {
    const [outcome] = postAllToFeed(org, user, transaction, [post]);
    if (outcome === undefined) throw new Error("A post has no outcome.");
    if ("refusal" in outcome) throw outcome.refusal;
    return outcome.id;
}

/** Posts to many feeds in one data statement; one outcome a post, in the order given. */
export function postAllToFeed(
    org: Org,
    user: RunningUser,
    transaction: Transaction,
    posts: readonly FeedPost[]
): PostOutcome[] {
    const read = posts.map((post) => readPost(org, user, post));
    const records = read.flatMap((each) => (each instanceof OrgError ? [] : [each.values]));
    const saved =
        records.length === 0 ? [] : transaction.save({ operation: "insert", objectName: "FeedItem", records });
    let next = 0;
    return read.map((each) => {
        if (each instanceof OrgError) return { refusal: each };
        const { id = null, errors = [] } = saved[next] ?? {};
        next += 1;
        const [error] = errors;
        if (error !== undefined) return { refusal: new OrgError(error.statusCode, error.message) };
        if (id === null) throw new Error("A saved post has no Id.");
        keepSegments(org.store, id, String(each.values["Body"]), each.segments);
        return { id };
    });
}

interface ReadPost {
    readonly values: RecordValues;
    readonly segments: readonly MessageSegment[];
}

function readPost(org: Org, user: RunningUser, { parentId, text, visibility }: FeedPost): ReadPost | OrgError {
    try {
        const parent = feedParent(org, parentId);
        const segments = readText(org, text);
        const seenBy = visibility === "allUsers" ? "AllUsers" : "InternalUsers";
        return { values: { ...postRow(org, parent, segments, seenBy), CreatedById: user.id }, segments };
    } catch (error) {
        if (error instanceof OrgError) return error;
        throw error;
    }
}

/** The row of a text post, without its author. */
export function postRow(
    org: Org,
    parentId: string,
    segments: readonly MessageSegment[],
    visibility: "AllUsers" | "InternalUsers"
): RecordValues {
    const { body, isRichText } = storedBody(segments);
    const values: RecordValues = { ParentId: parentId, Type: "TextPost", Body: body, IsRichText: isRichText };
    // The field is there only in an org with external users.
    return feedItemOf(org).fields.has("Visibility") ? { ...values, Visibility: visibility } : values;
}

/** The 18-character Id of a record with a feed. Throws INVALID_ID_FIELD for any other. */
export function feedParent(org: Org, id: string): string {
    const parent = isRecordId(id) ? org.schema.objectOfId(id) : undefined;
    if (parent === undefined || org.store.read(parent, to18(id)) === undefined) {
        throw new OrgError("INVALID_ID_FIELD", `invalid cross reference id: ${id}`);
    }
    if (feedItemOf(org).fields.get("ParentId")?.reference?.to.includes(parent.name) !== true) {
        throw new OrgError("INVALID_ID_FIELD", `${parent.name} has no feed to post to: ${id}`);
    }
    return to18(id);
}

function feedItemOf(org: Org): ObjectSchema {
    const object = org.schema.object("FeedItem");
    if (object === undefined) throw new Error("This org has no FeedItem.");
    return object;
}
