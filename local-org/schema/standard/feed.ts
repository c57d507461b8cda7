import {
    checkbox,
    createOnly,
    datetime,
    int,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea,
    url
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, createdFields, idField, isDeleted, systemModstamp } from "../systemFields.ts";

/** Records whose feed takes posts. */
const feedParents = ["Account", "Contact", "Lead", "Opportunity", "Product2", "Task", "User"];

const itemTypes = ["TextPost", "ContentPost", "LinkPost", "QuestionPost", "CreatedRecordEvent", "TrackedChange"];

export const feedItem = standardObject(
    "FeedItem",
    "0D5",
    [
        idField("Feed Item"),
        createOnly(required(reference("ParentId", feedParents, { cascadeDelete: true }))),
        createOnly(picklist("Type", itemTypes, { label: "Feed Item Type", length: 40, restrictedPicklist: true })),
        ...auditFields.map(createOnlyAuthor),
        isDeleted,
        readOnly(required(int("CommentCount"))),
        readOnly(required(int("LikeCount"))),
        text("Title", 255),
        textArea("Body", 10000),
        createOnly(url("LinkUrl", { length: 1000, filterable: false, label: "Link Url" })),
        checkbox("IsRichText"),
        readOnly(required(reference("InsertedById", "User"))),
        createOnly(datetime("LastEditDate"))
    ],
    { label: "Feed Item" }
);

export const feedComment = standardObject(
    "FeedComment",
    "0D7",
    [
        idField("Feed Comment"),
        createOnly(required(reference("FeedItemId", "FeedItem", { children: "FeedComments", cascadeDelete: true }))),
        readOnly(required(reference("ParentId", feedParents))),
        ...createdFields.map(createOnlyAuthor),
        systemModstamp,
        required(textArea("CommentBody", 10000, { label: "Body" })),
        isDeleted,
        checkbox("IsRichText"),
        readOnly(required(reference("InsertedById", "User")))
    ],
    { label: "Feed Comment" }
);

/** Who posted, and when, may be given when a post is migrated. */
function createOnlyAuthor(declared: (typeof auditFields)[number]): typeof declared {
    const isAuthor = declared.name === "CreatedById" || declared.name === "CreatedDate";
    return isAuthor ? { ...declared, createable: true } : declared;
}
