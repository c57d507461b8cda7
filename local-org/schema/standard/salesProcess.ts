import {
    checkbox,
    createOnly,
    int,
    percent,
    picklist,
    readOnly,
    reference,
    required,
    text,
    updateOnly
} from "../fields.ts";
import { notWritable, standardObject } from "../objects.ts";
import { auditFields, idField } from "../systemFields.ts";
import { forecastCategories, forecastCategoryNames } from "./picklists.ts";

export const opportunityStage = standardObject(
    "OpportunityStage",
    "01J",
    [
        idField("Opportunity Stage"),
        readOnly(text("MasterLabel", 255, { nameField: true })),
        readOnly(required(text("ApiName", 255, { label: "API Name" }))),
        readOnly(checkbox("IsActive", { label: "Is Active" })),
        readOnly(int("SortOrder")),
        readOnly(checkbox("IsClosed", { label: "Closed" })),
        readOnly(checkbox("IsWon", { label: "Won" })),
        readOnly(required(picklist("ForecastCategory", forecastCategories, { length: 40, restrictedPicklist: true }))),
        readOnly(
            required(
                picklist("ForecastCategoryName", forecastCategoryNames, {
                    label: "Forecast Category",
                    restrictedPicklist: true
                })
            )
        ),
        readOnly(percent("DefaultProbability", 3, 0, { label: "Probability (%)" })),
        readOnly(text("Description", 255)),
        ...auditFields
    ],
    { label: "Opportunity Stage", ...notWritable }
);

export const businessProcess = standardObject(
    "BusinessProcess",
    "019",
    [
        idField("Business Process"),
        required(text("Name", 80, { nameField: true })),
        text("NamespacePrefix", 15),
        text("Description", 255),
        required(picklist("TableEnumOrId", ["Opportunity", "Lead"], { label: "Entity Enumeration Or ID", length: 40 })),
        checkbox("IsActive", { label: "Active" }),
        ...auditFields
    ],
    { label: "Business Process", labelPlural: "Business Processes", ...notWritable }
);

export const recordType = standardObject(
    "RecordType",
    "012",
    [
        idField("Record Type"),
        required(text("Name", 80, { nameField: true })),
        required(text("DeveloperName", 80, { label: "Record Type Name" })),
        readOnly(text("NamespacePrefix", 15)),
        text("Description", 255),
        reference("BusinessProcessId", "BusinessProcess"),
        createOnly(
            required(
                picklist("SobjectType", ["Opportunity", "Account", "Lead"], { label: "SObject Type Name", length: 40 })
            )
        ),
        updateOnly(checkbox("IsActive", { label: "Active" })),
        ...auditFields
    ],
    { label: "Record Type", ...notWritable }
);
