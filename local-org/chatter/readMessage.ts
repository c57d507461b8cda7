import { isRecordId, to18 } from "../data/recordId.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { isJsonObject } from "../rest/givenRecord.ts";
import type { JsonObject } from "../rest/givenRecord.ts";
import { longestMessage, markupTags, mentionedIds, mostMentions, plainText, storedBody } from "./messageSegments.ts";
import type { MarkupType, MessageSegment } from "./messageSegments.ts";

/** Connect's Message Body Input. Throws OrgError for what it doesn't know, what is too long and whom nobody can mention. */
export function readMessage(org: Org, json: unknown): MessageSegment[] {
    if (!isJsonObject(json) || !Array.isArray(json["messageSegments"])) {
        throw new OrgError("MISSING_ARGUMENT", "The body needs a list of messageSegments.");
    }
    const segments = json["messageSegments"].map((segment: unknown) => readSegment(org, segment));
    checkNesting(segments);
    return checkedMessage(segments);
}

/** Plain text with `@[005…]` for mentions, as actions and `?text=` give it. */
export function readText(org: Org, text: string): MessageSegment[] {
    const segments: MessageSegment[] = [];
    let end = 0;
    for (const match of text.matchAll(/@\[([^\][]+)\]/g)) {
        if (match.index > end) segments.push({ type: "Text", text: text.slice(end, match.index) });
        segments.push(mentionOf(org, (match[1] ?? "").trim()));
        end = match.index + match[0].length;
    }
    if (end < text.length) segments.push({ type: "Text", text: text.slice(end) });
    return checkedMessage(segments);
}

function readSegment(org: Org, json: unknown): MessageSegment {
    if (!isJsonObject(json)) throw new OrgError("JSON_PARSER_ERROR", "A message segment must be an object.");
    switch (json["type"]) {
        case "Text":
            return { type: "Text", text: textOf(json, "text") };
        case "Mention":
            return typeof json["username"] === "string"
                ? mentionByUsername(org, json["username"])
                : mentionOf(org, textOf(json, "id"));
        case "Hashtag":
            return { type: "Hashtag", tag: textOf(json, "tag") };
        case "Link":
            return { type: "Link", url: webAddress(textOf(json, "url")) };
        case "MarkupBegin":
            return markupBegin(json);
        case "MarkupEnd":
            return { type: "MarkupEnd", markupType: markupTypeOf(json) };
        default:
            throw new OrgError(
                "JSON_PARSER_ERROR",
                `The message segment type ${String(json["type"])} is not supported by this local org.`
            );
    }
}

function textOf(json: JsonObject, name: string): string {
    const text = json[name];
    if (typeof text === "string" && text !== "") return text;
    throw new OrgError("MISSING_ARGUMENT", `A message segment of type ${String(json["type"])} needs ${name}.`);
}

function markupBegin(json: JsonObject): MessageSegment {
    const markupType = markupTypeOf(json);
    const url = markupType === "Hyperlink" ? webAddress(textOf(json, "url")) : null;
    return { type: "MarkupBegin", markupType, url };
}

function markupTypeOf(json: JsonObject): MarkupType {
    const name = textOf(json, "markupType");
    if (Object.hasOwn(markupTags, name)) return name as MarkupType;
    throw new OrgError("JSON_PARSER_ERROR", `The markup type ${name} is not supported by this local org.`);
}

function webAddress(text: string): string {
    if (/^(https?|mailto):/i.test(text) && URL.canParse(text)) return text;
    throw new OrgError("INVALID_ARGUMENT", `A link needs a web address; ${text.slice(0, 80)} is none.`);
}

function mentionOf(org: Org, id: string): MessageSegment {
    const users = org.schema.object("User");
    const isUser = users !== undefined && isRecordId(id) && org.schema.objectOfId(id) === users;
    const row = isUser ? org.store.read(users, to18(id)) : undefined;
    if (row?.["IsActive"] !== true) {
        throw new OrgError("INVALID_ID_FIELD", `@[${id}] mentions no active user of this org.`);
    }
    return { type: "Mention", id: to18(id), name: String(row["Name"]) };
}

function mentionByUsername(org: Org, username: string): MessageSegment {
    const users = org.schema.object("User");
    const [row] = users === undefined ? [] : org.store.readMany(users, { field: "Username", isOneOf: [username] });
    return mentionOf(org, typeof row?.["Id"] === "string" ? row["Id"] : username);
}

/** Markup must close in the order in which it was opened. */
function checkNesting(segments: readonly MessageSegment[]): void {
    const open: MarkupType[] = [];
    for (const segment of segments) {
        if (segment.type === "MarkupBegin") open.push(segment.markupType);
        if (segment.type === "MarkupEnd" && open.pop() !== segment.markupType) {
            throw new OrgError("INVALID_MARKUP", `The markup ${segment.markupType} ends where it is not open.`);
        }
    }
    const [unclosed] = open;
    if (unclosed !== undefined) throw new OrgError("INVALID_MARKUP", `The markup ${unclosed} is not ended.`);
}

function checkedMessage(segments: MessageSegment[]): MessageSegment[] {
    if (plainText(segments).trim() === "") throw new OrgError("MISSING_ARGUMENT", "A post or comment needs a text.");
    const { length } = storedBody(segments).body;
    if (length > longestMessage) {
        throw new OrgError("STRING_TOO_LONG", `A post holds ${longestMessage} characters; this one has ${length}.`);
    }
    const mentions = mentionedIds(segments).length;
    if (mentions > mostMentions) {
        throw new OrgError("LIMIT_EXCEEDED", `A post mentions ${mostMentions} at most; this one ${mentions}.`);
    }
    return segments;
}
