import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { keepNotification } from "./sentNotifications.ts";

/** A custom notification as automation gives it. */
export interface GivenNotification {
    /** Id of the CustomNotificationType. */
    readonly typeId: string;
    readonly recipientIds: readonly string[];
    readonly title: string;
    readonly body: string;
    /** The record that the notification opens. */
    readonly targetId: string;
}

/** Actions Developer Guide, "Custom Notification Actions". */
const most = { recipients: 500, title: 250, body: 750 } as const;

/**
 * Sends a custom notification to those of the recipients that are active users, within the transaction: what is
 * rolled back was never sent. Throws OrgError where the platform's documentation allows no such notification.
 */
export function sendNotification(org: Org, given: GivenNotification): void {
    const type = rowOf(org, "CustomNotificationType", given.typeId);
    if (type === undefined)
        throw refusal("INVALID_NOTIFICATION_TYPE_ID", `no custom notification type has the Id ${given.typeId}`);
    checkText("title", given.title);
    checkText("body", given.body);
    if (rowOf(org, org.schema.objectOfId(given.targetId)?.name ?? "", given.targetId) === undefined)
        throw refusal("INVALID_TARGET_ID", `no record has the targetId ${given.targetId}`);
    keepNotification(org, {
        type: String(type["DeveloperName"]),
        recipientIds: activeOf(org, given.recipientIds),
        title: given.title,
        body: given.body,
        targetId: to18(given.targetId),
        sentAt: org.clock.now()
    });
}

function checkText(name: "title" | "body", text: string): void {
    if (text.trim() === "") throw refusal("REQUIRED_FIELD_MISSING", `the ${name} is blank`);
    if (text.length > most[name])
        throw refusal("STRING_TOO_LONG", `the ${name} has ${text.length} characters; ${most[name]} is the most`);
}

/** Who is inactive is passed over in silence, as documented; whoever is no user is refused. */
function activeOf(org: Org, recipientIds: readonly string[]): string[] {
    if (recipientIds.length === 0) throw refusal("INVALID_RECIPIENT_IDS", "there are no recipients");
    if (recipientIds.length > most.recipients)
        throw refusal("INVALID_RECIPIENT_IDS", `${recipientIds.length} recipients; ${most.recipients} is the most`);
    const active = recipientIds.flatMap((id) => {
        const user = rowOf(org, "User", id);
        if (user === undefined) {
            throw refusal("INVALID_RECIPIENT_IDS", `"${id}" is no user; groups, queues and teams are not supported`);
        }
        return user["IsActive"] === true ? [to18(id)] : [];
    });
    return [...new Set(active)];
}

function rowOf(org: Org, objectName: string, id: string): RecordValues | undefined {
    const object = org.schema.object(objectName);
    return object === undefined || !isRecordId(id) ? undefined : org.store.read(object, to18(id));
}

const refusal = (code: string, message: string): OrgError => new OrgError(code, message);
