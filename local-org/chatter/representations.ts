import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import { keptSegments } from "./keptSegments.ts";
import { markupTags, plainText } from "./messageSegments.ts";
import type { MessageSegment } from "./messageSegments.ts";
import { parentSummary, userSummary } from "./people.ts";

/** Where a representation is asked for: its links carry the API version. */
export interface Shown {
    readonly org: Org;
    /** "66.0". */
    readonly version: string;
}

/** Connect's Feed Item. Capabilities that this org has nothing of are left out. */
export function feedElement(shown: Shown, row: Readonly<RecordValues>, comments: unknown) {
    const { org, version } = shown;
    const id = String(row["Id"]);
    const url = `/services/data/v${version}/chatter/feed-elements/${id}`;
    const author = userSummary(org, version, row["CreatedById"] ?? null);
    const parent = parentSummary(org, version, row["ParentId"] ?? null);
    return {
        actor: author,
        body: messageBody(shown, id, row["Body"] ?? null, row["IsRichText"] === true),
        capabilities: {
            comments: { page: comments },
            edit: {
                isEditRestricted: false,
                isEditableByMeUrl: `${url}/capabilities/edit/is-editable-by-me`,
                lastEditedDate: row["LastEditDate"] ?? null
            }
        },
        clientInfo: null,
        createdDate: row["CreatedDate"] ?? null,
        event: row["Type"] === "TrackedChange" || row["Type"] === "CreatedRecordEvent",
        feedElementType: "FeedItem",
        header: { isRichText: null, ...headerOf(author?.name ?? "", parent?.name ?? "", row) },
        id,
        isDeleteRestricted: false,
        modifiedDate: row["LastModifiedDate"] ?? row["CreatedDate"] ?? null,
        originalFeedItem: null,
        originalFeedItemActor: null,
        parent,
        photoUrl: null,
        relativeCreatedDate: shownMoment(row["CreatedDate"] ?? null),
        type: row["Type"] ?? "TextPost",
        url,
        visibility: row["Visibility"] ?? "AllUsers"
    };
}

/** Connect's Comment. */
export function comment(shown: Shown, row: Readonly<RecordValues>) {
    const { org, version } = shown;
    const id = String(row["Id"]);
    const base = `/services/data/v${version}/chatter`;
    const [element, parent] = [String(row["FeedItemId"]), String(row["ParentId"])];
    return {
        body: messageBody(shown, id, row["CommentBody"] ?? null, row["IsRichText"] === true),
        clientInfo: null,
        createdDate: row["CreatedDate"] ?? null,
        feedElement: { id: element, url: `${base}/feed-elements/${element}` },
        id,
        isDeleteRestricted: false,
        parent: { id: parent, url: `${base}/records/${parent}` },
        relativeCreatedDate: shownMoment(row["CreatedDate"] ?? null),
        type: "TextComment",
        url: `${base}/comments/${id}`,
        user: userSummary(org, version, row["CreatedById"] ?? null)
    };
}

function headerOf(author: string, parent: string, row: Readonly<RecordValues>) {
    const inOwnFeed = row["ParentId"] === row["CreatedById"];
    const text = inOwnFeed ? author : `${parent} — ${author}`;
    return { messageSegments: [{ text, type: "Text" }], text };
}

function messageBody(shown: Shown, id: string, body: Value, isRichText: boolean) {
    const text = typeof body === "string" ? body : "";
    const segments = keptSegments(shown.org.store, id, text) ?? plainSegments(text, isRichText);
    return {
        isRichText,
        messageSegments: segments.map((segment) => segmentOutput(shown, segment)),
        text: plainText(segments)
    };
}

function plainSegments(body: string, isRichText: boolean): MessageSegment[] {
    if (body === "") return [];
    return [{ type: "Text", text: isRichText ? body.replace(/<[^>]*>/g, "") : body }];
}

function segmentOutput({ org, version }: Shown, segment: MessageSegment): Record<string, unknown> {
    switch (segment.type) {
        case "Mention":
            return {
                accessible: true,
                name: segment.name,
                record: userSummary(org, version, segment.id),
                text: `@${segment.name}`,
                type: "Mention"
            };
        case "Hashtag":
            return { ...segment, text: plainText([segment]), topicUrl: null, url: null };
        case "Link":
            return { ...segment, text: segment.url };
        case "MarkupBegin":
            return { ...segment, htmlTag: markupTags[segment.markupType], text: "" };
        case "MarkupEnd":
            return { ...segment, htmlTag: markupTags[segment.markupType], text: "" };
        case "Text":
            return { ...segment };
    }
}

function shownMoment(instant: Value): string | null {
    if (typeof instant !== "string") return null;
    const styles = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat("en-US", styles).format(new Date(instant));
}
