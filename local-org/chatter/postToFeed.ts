import type { RecordValues } from "../data/value.ts";
import { isRecordId, to18 } from "../data/recordId.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";

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

/** Actions Developer Guide v65, "Post to Chatter Actions". */
const longestText = 10_000;
/** Connect REST API Developer Guide, "Post Multiple @Mentions". */
const mostMentions = 25;

const mention = /@\[([^\][]+)\]/g;

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
    const feedItem = org.schema.object("FeedItem");
    if (feedItem === undefined) throw new Error("This org has no FeedItem.");
    const refusals = posts.map((post) => refusalOf(org, feedItem, post));
    const records = posts.filter((_, index) => refusals[index] === undefined).map((post) => row(feedItem, user, post));
    const saved =
        records.length === 0 ? [] : transaction.save({ operation: "insert", objectName: feedItem.name, records });
    let next = 0;
    return refusals.map((refusal) => {
        if (refusal !== undefined) return { refusal };
        const { id = null, errors = [] } = saved[next] ?? {};
        next += 1;
        const [error] = errors;
        if (error !== undefined) return { refusal: new OrgError(error.statusCode, error.message) };
        if (id === null) throw new Error("A saved post has no Id.");
        return { id };
    });
}

/** The Ids that a text mentions, in the order they stand there, as they are written. */
export function mentionsIn(text: string): string[] {
    return [...text.matchAll(mention)].map((match) => (match[1] ?? "").trim());
}

function row(feedItem: ObjectSchema, user: RunningUser, { parentId, text, visibility }: FeedPost): RecordValues {
    const values: RecordValues = { ParentId: to18(parentId), Type: "TextPost", Body: text, CreatedById: user.id };
    // The field is there only in an org with external users.
    if (feedItem.fields.has("Visibility")) {
        values["Visibility"] = visibility === "allUsers" ? "AllUsers" : "InternalUsers";
    }
    return values;
}

function refusalOf(org: Org, feedItem: ObjectSchema, { parentId, text }: FeedPost): OrgError | undefined {
    const parent = isRecordId(parentId) ? org.schema.objectOfId(parentId) : undefined;
    if (parent === undefined || org.store.read(parent, to18(parentId)) === undefined)
        return new OrgError("INVALID_ID_FIELD", `invalid cross reference id: ${parentId}`);
    if (feedItem.fields.get("ParentId")?.reference?.to.includes(parent.name) !== true)
        return new OrgError("INVALID_ID_FIELD", `${parent.name} has no feed to post to: ${parentId}`);
    if (text.trim() === "") return new OrgError("REQUIRED_FIELD_MISSING", "Required fields are missing: [text]");
    if (text.length > longestText)
        return new OrgError("STRING_TOO_LONG", `A post holds ${longestText} characters; this one has ${text.length}.`);
    return refusedMention(org, text);
}

function refusedMention(org: Org, text: string): OrgError | undefined {
    const mentioned = mentionsIn(text);
    if (mentioned.length > mostMentions)
        return new OrgError("LIMIT_EXCEEDED", `A post mentions ${mostMentions} at most; this one ${mentioned.length}.`);
    const unknown = mentioned.find((id) => !isActiveUser(org, id));
    return unknown === undefined
        ? undefined
        : new OrgError("INVALID_ID_FIELD", `@[${unknown}] mentions no active user of this org.`);
}

function isActiveUser({ schema, store }: Org, id: string): boolean {
    const users = schema.object("User");
    if (users === undefined || !isRecordId(id) || schema.objectOfId(id) !== users) return false;
    return store.read(users, to18(id))?.["IsActive"] === true;
}
