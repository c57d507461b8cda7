import { date, datetime, email, phone, picklist, readOnly, reference, required, text, textArea } from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";
import { address } from "./address.ts";
import { salutations, sources } from "./picklists.ts";

export const contact = standardObject("Contact", "003", [
    idField("Contact"),
    isDeleted,
    reference("AccountId", "Account", { children: "Contacts", cascadeDelete: true }),
    required(text("LastName", 80)),
    text("FirstName", 40),
    picklist("Salutation", salutations, { length: 40 }),
    readOnly(required(text("Name", 121, { label: "Full Name", nameField: true }))),
    ...address("Mailing"),
    phone("Phone", { label: "Business Phone" }),
    phone("Fax", { label: "Business Fax" }),
    phone("MobilePhone"),
    reference("ReportsToId", "Contact"),
    email("Email"),
    text("Title", 128),
    text("Department", 80),
    picklist("LeadSource", sources),
    date("Birthdate"),
    textArea("Description", 32000, { label: "Contact Description" }),
    ownerField,
    ...auditFields,
    readOnly(date("LastActivityDate", { label: "Last Activity" })),
    readOnly(datetime("LastViewedDate")),
    readOnly(datetime("LastReferencedDate"))
]);
