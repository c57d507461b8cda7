import type { XmlElements } from "../xml.ts";
import { connector, named, nowhere, valueOf, type Element, type Typed } from "./elements.ts";

/** What a custom notification takes; `recipientIds` names a collection. */
export interface Notification {
    readonly customNotifTypeId: Typed;
    readonly recipientIds: Typed;
    /** At most 250 characters. */
    readonly title: Typed;
    /** At most 750 characters. */
    readonly body: Typed;
    /** The record that it opens. */
    readonly targetId: Typed;
}

/** Sends a custom notification. What goes wrong goes to `fault`. */
export function sendNotification(
    element: Element,
    notification: Notification,
    next: string,
    fault: string
): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        actionName: "customNotificationAction",
        actionType: "customNotificationAction",
        ...connector(next),
        ...connector(fault, "faultConnector"),
        flowTransactionModel: "CurrentTransaction",
        inputParameters: Object.entries(notification).map(([name, value]: [string, Typed]) => ({
            name,
            value: valueOf(value)
        })),
        nameSegment: "customNotificationAction",
        storeOutputAutomatically: "true"
    };
}
