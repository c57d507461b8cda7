import type { XmlElements } from "../xml.ts";
import { connector, named, nowhere, type Element } from "./elements.ts";

/** Posts a text to the feed of a record; the post's Id is `Element_Name.feedItemId`. What goes wrong goes to `fault`. */
export function chatterPost(
    element: Element,
    { text, to }: { readonly text: string; readonly to: string },
    next: string,
    fault: string
): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        actionName: "chatterPost",
        actionType: "chatterPost",
        ...connector(next),
        ...connector(fault, "faultConnector"),
        flowTransactionModel: "CurrentTransaction",
        inputParameters: [
            { name: "text", value: { elementReference: text } },
            { name: "subjectNameOrId", value: { elementReference: to } }
        ],
        nameSegment: "chatterPost",
        storeOutputAutomatically: "true"
    };
}

/** A text with resources in `{!…}`. */
export function textTemplate({ name, description }: Element, text: string): XmlElements {
    return { ...(description === undefined ? {} : { description }), name, isViewedAsPlainText: "true", text };
}
