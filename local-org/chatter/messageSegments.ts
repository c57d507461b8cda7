/** One part of a message as Connect has it. A mention keeps the name it was written with, as the platform's text does. */
export type MessageSegment =
    | { readonly type: "Text"; readonly text: string }
    | { readonly type: "Mention"; readonly id: string; readonly name: string }
    | { readonly type: "Hashtag"; readonly tag: string }
    | { readonly type: "Link"; readonly url: string }
    | { readonly type: "MarkupBegin"; readonly markupType: MarkupType; readonly url: string | null }
    | { readonly type: "MarkupEnd"; readonly markupType: MarkupType };

export type MarkupType = keyof typeof markupTags;

/** Connect REST API Developer Guide, "Message Segment Input: Markup Begin"; the tags are those that FeedItem.IsRichText lists. */
export const markupTags = {
    Bold: "b",
    Code: "code",
    Hyperlink: "a",
    Italic: "i",
    ListItem: "li",
    OrderedList: "ol",
    Paragraph: "p",
    Strikethrough: "s",
    Underline: "u",
    UnorderedList: "ul"
} as const;

/** Connect REST API Developer Guide: a feed item's or comment's body, and its mentions. */
export const longestMessage = 10_000;
export const mostMentions = 25;

/** The message without markup; a list item and a paragraph end their line. */
export function plainText(segments: readonly MessageSegment[]): string {
    const text = segments.map((segment) => {
        if (segment.type === "MarkupBegin") return "";
        if (segment.type === "MarkupEnd") return endsLine(segment.markupType) ? "\n" : "";
        return shownText(segment);
    });
    return text.join("").replace(/\n$/, "");
}

/** What FeedItem.Body and FeedComment.CommentBody hold: text, or HTML where there is markup. */
export function storedBody(segments: readonly MessageSegment[]): {
    readonly body: string;
    readonly isRichText: boolean;
} {
    const isRichText = segments.some((segment) => segment.type === "MarkupBegin");
    return { body: isRichText ? segments.map(htmlOf).join("") : plainText(segments), isRichText };
}

export function mentionedIds(segments: readonly MessageSegment[]): string[] {
    return segments.flatMap((segment) => (segment.type === "Mention" ? [segment.id] : []));
}

function endsLine(markupType: MarkupType): boolean {
    return markupType === "Paragraph" || markupType === "ListItem" || markupType === "Code";
}

function shownText(segment: Exclude<MessageSegment, { type: "MarkupBegin" | "MarkupEnd" }>): string {
    switch (segment.type) {
        case "Text":
            return segment.text;
        case "Mention":
            return `@${segment.name}`;
        case "Hashtag":
            return /\s/.test(segment.tag) ? `#[${segment.tag}]` : `#${segment.tag}`;
        case "Link":
            return segment.url;
    }
}

function htmlOf(segment: MessageSegment): string {
    if (segment.type === "MarkupEnd") return `</${markupTags[segment.markupType]}>`;
    if (segment.type !== "MarkupBegin") return escaped(shownText(segment));
    const target = segment.url === null ? "" : ` href="${escaped(segment.url)}"`;
    return `<${markupTags[segment.markupType]}${target}>`;
}

function escaped(text: string): string {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
