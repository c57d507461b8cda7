import {
    checkbox,
    createOnly,
    currency,
    date,
    datetime,
    email,
    int,
    phone,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea,
    updateOnly,
    url
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";
import { address } from "./address.ts";
import { masterRecord, personName, photoUrl } from "./person.ts";
import { industries, ratings, salutations, sources } from "./picklists.ts";

const statuses = ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"];

export const lead = standardObject("Lead", "00Q", [
    idField("Lead"),
    isDeleted,
    masterRecord("Lead"),
    ...personName([...salutations, "Mx."]),
    text("Title", 128),
    required(text("Company", 255)),
    ...address(""),
    phone("Phone"),
    phone("MobilePhone"),
    phone("Fax"),
    email("Email"),
    url("Website"),
    photoUrl,
    textArea("Description", 32000),
    picklist("LeadSource", sources),
    required(picklist("Status", statuses, { defaultValue: "Open - Not Contacted" })),
    picklist("Industry", industries),
    picklist("Rating", ratings),
    currency("AnnualRevenue", { scale: 0 }),
    int("NumberOfEmployees", 8, { label: "Employees" }),
    ownerField,
    createOnly(checkbox("IsConverted", { label: "Converted" })),
    readOnly(date("ConvertedDate")),
    readOnly(reference("ConvertedAccountId", "Account")),
    readOnly(reference("ConvertedContactId", "Contact")),
    readOnly(reference("ConvertedOpportunityId", "Opportunity")),
    checkbox("IsUnreadByOwner", { label: "Unread By Owner" }),
    ...auditFields,
    readOnly(date("LastActivityDate", { label: "Last Activity" })),
    readOnly(datetime("LastViewedDate")),
    readOnly(datetime("LastReferencedDate")),
    updateOnly(text("EmailBouncedReason", 255)),
    updateOnly(datetime("EmailBouncedDate"))
]);
