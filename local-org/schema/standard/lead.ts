import {
    checkbox,
    createOnly,
    currency,
    date,
    email,
    int,
    phone,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea,
    url
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";
import { address } from "./address.ts";
import { industries, ratings, salutations, sources } from "./picklists.ts";

const statuses = ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"];

export const lead = standardObject("Lead", "00Q", [
    idField("Lead"),
    isDeleted,
    required(text("LastName", 80)),
    text("FirstName", 40),
    picklist("Salutation", [...salutations, "Mx."], { length: 40 }),
    readOnly(required(text("Name", 121, { label: "Full Name", nameField: true }))),
    text("Title", 128),
    required(text("Company", 255)),
    ...address(""),
    phone("Phone"),
    phone("MobilePhone"),
    email("Email"),
    url("Website"),
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
    ...auditFields,
    readOnly(date("LastActivityDate", { label: "Last Activity" }))
]);
