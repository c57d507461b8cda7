import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";
import { noContent, ok, part } from "../rest/call.ts";
import { isJsonObject, jsonObject } from "../rest/givenRecord.ts";
import { createComment, createPost, editPost, feedOf, feedRow, feedRows, removeFeedRow } from "./feeds.ts";
import type { MessageSegment } from "./messageSegments.ts";
import { illegal, pageOf, refuseParameters } from "./pages.ts";
import { readMessage, readText } from "./readMessage.ts";
import { comment, feedElement } from "./representations.ts";
import { inConnectShape } from "./inConnectShape.ts";

const comments = "/chatter/feed-elements/:id/capabilities/comments/items";

const routes: readonly Route[] = [
    { method: "POST", path: "/chatter/feed-elements", answer: postElement },
    { method: "GET", path: "/chatter/feed-elements/:id", answer: (call) => ok(shownElement(call, part(call, "id"))) },
    { method: "PATCH", path: "/chatter/feed-elements/:id", answer: patchElement },
    { method: "DELETE", path: "/chatter/feed-elements/:id", answer: (call) => remove(call, "FeedItem") },
    { method: "POST", path: comments, answer: postComment },
    { method: "GET", path: comments, answer: listComments },
    { method: "GET", path: "/chatter/comments/:id", answer: (call) => ok(shownComment(call, part(call, "id"))) },
    { method: "DELETE", path: "/chatter/comments/:id", answer: (call) => remove(call, "FeedComment") },
    { method: "GET", path: "/chatter/feeds/record/:id/feed-elements", answer: listElements },
    { method: "GET", path: "/chatter/feeds/:type/:id/feed-elements", answer: refuseFeed }
];

/** Connect REST API: posts and comments. Likes, bookmarks, files, polls and groups are not kept here. */
export const chatterRoutes: readonly Route[] = routes.map(inConnectShape);

function postElement(call: Call): Reply {
    const { subjectId, feedElementType = "FeedItem", visibility = "AllUsers", ...input } = inputOf(call);
    if (feedElementType !== "FeedItem") {
        const message = `The feed element type ${String(feedElementType)} is not supported by this local org.`;
        throw new OrgError("INVALID_ARGUMENT", message);
    }
    if (typeof subjectId !== "string") throw new OrgError("MISSING_ARGUMENT", "The post needs a subjectId.");
    if (visibility !== "AllUsers" && visibility !== "InternalUsers") {
        throw new OrgError("INVALID_ARGUMENT", "visibility must be AllUsers or InternalUsers.");
    }
    const id = createPost(call, feedOf(call, subjectId), messageOf(call, input), visibility);
    return { status: 201, body: shownElement(call, id) };
}

function patchElement(call: Call): Reply {
    const id = String(feedRow(call, "FeedItem", part(call, "id"))["Id"]);
    editPost(call, id, messageOf(call, inputOf(call)));
    return ok(shownElement(call, id));
}

function postComment(call: Call): Reply {
    const element = feedRow(call, "FeedItem", part(call, "id"));
    const id = createComment(call, String(element["Id"]), messageOf(call, inputOf(call)));
    return { status: 201, body: shownComment(call, id) };
}

function listComments(call: Call): Reply {
    refuseParameters(call, ["page", "pageSize", "sort"]);
    const element = feedRow(call, "FeedItem", part(call, "id"));
    const order = { CreatedDateOldAsc: "ASC", CreatedDateLatestAsc: "ASC", CreatedDateLatestDesc: "DESC" };
    return ok(commentsOf(call, element, chosen(call, order, "CreatedDateOldAsc")));
}

function listElements(call: Call): Reply {
    refuseParameters(call, ["page", "pageSize", "sort", "density", "elementsPerBundle", "recentCommentCount"]);
    const order = {
        CreatedDateDesc: "CreatedDate DESC, Id DESC",
        CreatedDateAsc: "CreatedDate ASC, Id ASC",
        LastModifiedDateDesc: "LastModifiedDate DESC, Id DESC"
    };
    const parentId = feedOf(call, part(call, "id"));
    const filter = { field: "ParentId", id: parentId };
    const found = feedRows(call, "FeedItem", filter, chosen(call, order, "CreatedDateDesc"));
    const { rows, links } = pageOf(call, `/chatter/feeds/record/${parentId}/feed-elements`, found);
    return ok({ ...links, elements: rows.map((row) => elementOf(call, row)) });
}

function refuseFeed(call: Call): Reply {
    const message = `The feed ${part(call, "type")} is not supported by this local org; record feeds are.`;
    throw new OrgError("NOT_FOUND", message, { status: 404 });
}

function remove(call: Call, objectName: "FeedItem" | "FeedComment"): Reply {
    const row = feedRow(call, objectName, part(call, "id"));
    removeFeedRow(call, objectName, String(row["Id"]));
    return noContent;
}

/** The body, or the parameters of the address where a client gives `?subjectId=&text=`. */
function inputOf({ body, query }: Call): Record<string, unknown> {
    return body === undefined ? Object.fromEntries(query) : jsonObject(body);
}

function messageOf(call: Call, { body, text, capabilities }: Record<string, unknown>): MessageSegment[] {
    if (isJsonObject(capabilities) && Object.keys(capabilities).length > 0) {
        const names = Object.keys(capabilities).join(", ");
        throw new OrgError("INVALID_ARGUMENT", `The capabilities ${names} are not supported by this local org.`);
    }
    return body === undefined && typeof text === "string" ? readText(call.org, text) : readMessage(call.org, body);
}

function shownElement(call: Call, id: string) {
    return elementOf(call, feedRow(call, "FeedItem", id));
}

function shownComment(call: Call, id: string) {
    return comment(call, feedRow(call, "FeedComment", id));
}

/** As on the platform a post shows its first comments. */
function elementOf(call: Call, row: Readonly<RecordValues>) {
    return feedElement(call, row, commentsOf({ ...call, query: new URLSearchParams({ pageSize: "3" }) }, row, "ASC"));
}

function commentsOf(call: Call, element: Readonly<RecordValues>, direction: string) {
    const id = String(element["Id"]);
    const order = `CreatedDate ${direction}, Id ${direction}`;
    const found = feedRows(call, "FeedComment", { field: "FeedItemId", id }, order);
    const { rows, links } = pageOf(call, `/chatter/feed-elements/${id}/capabilities/comments/items`, found);
    return { ...links, items: rows.map((row) => comment(call, row)), total: found.length };
}

function chosen<Order extends string>({ query }: Call, orders: Readonly<Record<string, Order>>, usual: string): string {
    const sort = query.get("sort") ?? usual;
    const order = Object.hasOwn(orders, sort) ? orders[sort] : undefined;
    if (order === undefined) throw illegal("sort", sort);
    return order;
}
