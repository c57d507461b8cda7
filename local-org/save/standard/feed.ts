import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import { unrefused } from "../pendingRecord.ts";
import type { SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

export function feedItemBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return {
        beforeFlows: () => {
            for (const { values, prior, given } of unrefused(batch)) {
                fillAuthor(batch, values);
                values["Type"] ??= "TextPost";
                if (prior !== null && given.has("Body")) values["LastEditDate"] = batch.org.clock.now();
            }
        }
    };
}

/** Who posted, and when, may be given for a post that comes from elsewhere; who put it there is another field. */
function fillAuthor({ org, user }: SaveBatch, values: RecordValues): void {
    values["InsertedById"] ??= user.id;
    values["CreatedById"] ??= user.id;
    values["CreatedDate"] ??= org.clock.now();
}

/** A comment counts for its post, and is the post's last change. Object Reference, FeedItem. */
export function feedCommentBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    const { org } = batch;
    return {
        beforeFlows: () => {
            for (const { values } of unrefused(batch)) {
                fillAuthor(batch, values);
                values["ParentId"] = postOf(org, values["FeedItemId"] ?? null)?.["ParentId"] ?? null;
            }
        },
        afterWrite: () => {
            for (const { values, prior } of unrefused(batch)) {
                if (prior === null) countComments(org, values, { LastModifiedDate: org.clock.now() });
            }
        },
        afterDelete: () => unrefused(batch).forEach(({ values }) => countComments(org, values))
    };
}

/** Recounts the comments of the post that a comment belongs to, or belonged to until now. */
function countComments(org: Org, comment: Readonly<RecordValues>, alsoChanged: RecordValues = {}): void {
    const [feedItem, feedComment] = ["FeedItem", "FeedComment"].map((name) => org.schema.object(name));
    const id = comment["FeedItemId"];
    if (feedItem === undefined || feedComment === undefined || typeof id !== "string") return;
    const comments = org.store.readMany(feedComment, { field: "FeedItemId", isOneOf: [id] });
    org.store.update(feedItem, id, { CommentCount: new Decimal(comments.length), ...alsoChanged });
}

function postOf({ schema, store }: Org, id: Value): RecordValues | undefined {
    const object = schema.object("FeedItem");
    return object === undefined || typeof id !== "string" ? undefined : store.read(object, id);
}
