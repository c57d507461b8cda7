import {
    currency,
    date,
    datetime,
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
import { masterRecord, photoUrl } from "./person.ts";
import { industries, ratings, sources } from "./picklists.ts";

const types = [
    "Prospect",
    "Customer - Direct",
    "Customer - Channel",
    "Channel Partner / Reseller",
    "Installation Partner",
    "Technology Partner",
    "Other"
];

export const account = standardObject("Account", "001", [
    idField("Account"),
    isDeleted,
    masterRecord("Account"),
    required(
        text("Name", 255, {
            label: "Account Name",
            nameField: true,
            compoundFieldName: "Name",
            extraTypeInfo: "switchablepersonname"
        })
    ),
    picklist("Type", types, { label: "Account Type", length: 40 }),
    reference("ParentId", "Account", { label: "Parent Account ID", children: "ChildAccounts" }),
    ...address("Billing"),
    ...address("Shipping"),
    phone("Phone", { label: "Account Phone" }),
    phone("Fax", { label: "Account Fax" }),
    text("AccountNumber", 40),
    url("Website"),
    photoUrl,
    text("Sic", 20, { label: "SIC Code" }),
    picklist("Industry", industries, { length: 40 }),
    currency("AnnualRevenue", { scale: 0 }),
    int("NumberOfEmployees", 8, { label: "Employees" }),
    picklist("Ownership", ["Public", "Private", "Subsidiary", "Other"], { length: 40 }),
    text("TickerSymbol", 20),
    textArea("Description", 32000, { label: "Account Description" }),
    picklist("Rating", ratings, { label: "Account Rating", length: 40 }),
    text("Site", 80, { label: "Account Site" }),
    ownerField,
    ...auditFields,
    readOnly(date("LastActivityDate", { label: "Last Activity" })),
    readOnly(datetime("LastViewedDate")),
    readOnly(datetime("LastReferencedDate")),
    picklist("AccountSource", sources, { length: 40 })
]);
