import { createOnly, currency, date, double, int, percent, readOnly, reference, required, text } from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted } from "../systemFields.ts";

export const opportunityLineItem = standardObject(
    "OpportunityLineItem",
    "00k",
    [
        idField("Line Item"),
        createOnly(
            required(
                reference("OpportunityId", "Opportunity", { children: "OpportunityLineItems", cascadeDelete: true })
            )
        ),
        int("SortOrder", 9),
        createOnly(reference("PricebookEntryId", "PricebookEntry", { children: "OpportunityLineItems" })),
        createOnly(reference("Product2Id", "Product2", { children: "OpportunityLineItems", label: "Product ID" })),
        readOnly(text("ProductCode", 255)),
        readOnly(text("Name", 376, { label: "Opportunity Product Name", nameField: true })),
        required(double("Quantity", 12, 2)),
        currency("TotalPrice"),
        readOnly(currency("Subtotal")),
        currency("UnitPrice", { label: "Sales Price" }),
        readOnly(currency("ListPrice")),
        percent("Discount", 5, 2),
        date("ServiceDate", { label: "Date" }),
        text("Description", 255, { label: "Line Description" }),
        ...auditFields,
        isDeleted
    ],
    { label: "Opportunity Product" }
);
