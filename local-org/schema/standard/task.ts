import {
    checkbox,
    createOnly,
    date,
    datetime,
    field,
    int,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";

const statuses = ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"];

export const task = standardObject("Task", "00T", [
    idField("Activity"),
    reference("WhoId", ["Contact", "Lead"], { label: "Name ID", children: "Tasks", cascadeDelete: true }),
    reference("WhatId", ["Account", "Opportunity", "Product2"], {
        label: "Related To ID",
        children: "Tasks",
        cascadeDelete: true
    }),
    field("Subject", "combobox", { length: 255 }),
    date("ActivityDate", { label: "Due Date Only" }),
    required(picklist("Status", statuses, { defaultValue: "Not Started" })),
    required(picklist("Priority", ["High", "Normal", "Low"], { defaultValue: "Normal" })),
    readOnly(checkbox("IsHighPriority", { label: "High Priority" })),
    ownerField,
    textArea("Description", 32000),
    picklist("Type", ["Call", "Meeting", "Email", "Other"], { length: 40 }),
    isDeleted,
    readOnly(reference("AccountId", "Account")),
    readOnly(checkbox("IsClosed", { label: "Closed" })),
    ...auditFields,
    readOnly(checkbox("IsArchived", { label: "Archived" })),
    int("CallDurationInSeconds", 8, { label: "Call Duration" }),
    text("CallDisposition", 255, { label: "Call Result" }),
    createOnly(picklist("TaskSubtype", ["Task", "Email", "Call"], { length: 40, restrictedPicklist: true })),
    readOnly(datetime("CompletedDateTime"))
]);
