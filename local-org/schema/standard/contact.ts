import {
    checkbox,
    computed,
    date,
    datetime,
    email,
    phone,
    picklist,
    readOnly,
    reference,
    text,
    textArea
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";
import { address } from "./address.ts";
import { masterRecord, personName, photoUrl } from "./person.ts";
import { salutations, sources } from "./picklists.ts";

export const contact = standardObject("Contact", "003", [
    idField("Contact"),
    isDeleted,
    masterRecord("Contact"),
    reference("AccountId", "Account", { children: "Contacts", cascadeDelete: true }),
    ...personName(salutations),
    ...address("Other"),
    ...address("Mailing"),
    phone("Phone", { label: "Business Phone" }),
    phone("Fax", { label: "Business Fax" }),
    phone("MobilePhone"),
    phone("HomePhone"),
    phone("OtherPhone"),
    phone("AssistantPhone", { label: "Asst. Phone" }),
    reference("ReportsToId", "Contact"),
    email("Email"),
    text("Title", 128),
    text("Department", 80),
    text("AssistantName", 40, { label: "Assistant's Name" }),
    picklist("LeadSource", sources),
    date("Birthdate"),
    textArea("Description", 32000, { label: "Contact Description" }),
    ownerField,
    ...auditFields,
    readOnly(date("LastActivityDate", { label: "Last Activity" })),
    readOnly(datetime("LastCURequestDate", { label: "Last Stay-in-Touch Request Date" })),
    readOnly(datetime("LastCUUpdateDate", { label: "Last Stay-in-Touch Save Date" })),
    readOnly(datetime("LastViewedDate")),
    readOnly(datetime("LastReferencedDate")),
    text("EmailBouncedReason", 255),
    datetime("EmailBouncedDate"),
    computed(checkbox("IsEmailBounced"), {
        kind: "query",
        sql: "SELECT EmailBouncedDate IS NOT NULL FROM Contact WHERE Id = :id"
    }),
    photoUrl
]);
