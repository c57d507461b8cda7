import { checkbox, readOnly, required, text } from "../fields.ts";
import { notWritable, standardObject } from "../objects.ts";
import { auditFields, idField } from "../systemFields.ts";

/** What custom notifications are sent as; deployed, not written. */
export const customNotificationType = standardObject(
    "CustomNotificationType",
    "0ML",
    [
        idField("Custom Notification Type"),
        required(text("DeveloperName", 80, { label: "Custom Notification Type Name", nameField: true })),
        required(text("Language", 40, { label: "Master Language", defaultValue: "en_US" })),
        required(text("MasterLabel", 80, { label: "Label" })),
        readOnly(text("NamespacePrefix", 15)),
        required(text("CustomNotifTypeName", 80, { label: "Notification Name" })),
        text("Description", 255),
        checkbox("Desktop", { label: "Desktop Delivery Channel" }),
        checkbox("Mobile", { label: "Mobile Delivery Channel" }),
        ...auditFields
    ],
    { label: "Custom Notification Type", ...notWritable }
);
