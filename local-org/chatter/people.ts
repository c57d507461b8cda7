import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";

/** Connect's User Summary, without the pictures: this org has none. */
export function userSummary(org: Org, version: string, id: Value) {
    const row = typeof id === "string" ? org.store.read(objectNamed(org, "User"), id) : undefined;
    if (row === undefined) return null;
    const text = (name: string): string | null => textOf(row[name]);
    return {
        additionalLabel: null,
        communityNickname: text("CommunityNickname"),
        companyName: text("CompanyName"),
        displayName: text("Name"),
        firstName: text("FirstName"),
        id: String(row["Id"]),
        isActive: row["IsActive"] === true,
        isInThisCommunity: true,
        lastName: text("LastName"),
        mySubscription: null,
        name: text("Name"),
        photo: null,
        reputation: null,
        title: text("Title"),
        type: "User",
        url: `/services/data/v${version}/chatter/users/${String(row["Id"])}`,
        userType: "Internal"
    };
}

/** Connect's User Detail. */
export function userDetail(org: Org, version: string, row: Readonly<RecordValues>) {
    const text = (name: string): string | null => textOf(row[name]);
    const [city, country, state, street] = ["City", "Country", "State", "Street"].map(text);
    return {
        ...userSummary(org, version, row["Id"] ?? null),
        aboutMe: null,
        address: { city, country, formattedAddress: null, state, street, zip: text("PostalCode") },
        chatterActivity: activityOf(org, String(row["Id"])),
        email: text("Email"),
        followersCount: 0,
        followingCounts: { people: 0, records: 0, total: 0 },
        groupCount: 0,
        hasChatter: true,
        managerId: text("ManagerId"),
        managerName: nameOf(org, row["ManagerId"] ?? null),
        phoneNumbers: [],
        thanksReceived: null,
        username: text("Username")
    };
}

/** Connect's summary of the record in whose feed a post stands. */
export function parentSummary(org: Org, version: string, id: Value) {
    const object = typeof id === "string" ? org.schema.objectOfId(id) : undefined;
    if (object === undefined || typeof id !== "string") return null;
    if (object.name === "User") return userSummary(org, version, id);
    return {
        id,
        mySubscription: null,
        name: nameOf(org, id),
        type: object.name,
        url: `/services/data/v${version}/chatter/records/${id}`
    };
}

export function nameOf(org: Org, id: Value): string | null {
    const object = typeof id === "string" ? org.schema.objectOfId(id) : undefined;
    if (object === undefined || typeof id !== "string") return null;
    const nameField = [...object.fields.values()].find((field) => field.nameField);
    return nameField === undefined ? null : textOf(org.store.read(object, id)?.[nameField.name]);
}

function activityOf(org: Org, userId: string) {
    const by = (name: string): number =>
        org.store.readMany(objectNamed(org, name), { field: "CreatedById", isOneOf: [userId] }).length;
    return {
        commentCount: by("FeedComment"),
        commentReceivedCount: 0,
        likeReceivedCount: 0,
        postCount: by("FeedItem")
    };
}

function objectNamed({ schema }: Org, name: string): ObjectSchema {
    const object = schema.object(name);
    if (object === undefined) throw new Error(`The org's schema lacks the standard object ${name}.`);
    return object;
}

function textOf(value: Value | undefined): string | null {
    return typeof value === "string" ? value : null;
}
