import {
    checkbox,
    createOnly,
    currency,
    datetime,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea,
    url
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted } from "../systemFields.ts";

export const product2 = standardObject(
    "Product2",
    "01t",
    [
        idField("Product"),
        required(text("Name", 255, { label: "Product Name", nameField: true })),
        text("ProductCode", 255),
        textArea("Description", 4000, { label: "Product Description" }),
        checkbox("IsActive", { label: "Active" }),
        picklist("Family", [], { label: "Product Family" }),
        url("DisplayUrl", { length: 1000, label: "Display URL" }),
        text("ExternalId", 255),
        picklist("QuantityUnitOfMeasure", []),
        text("StockKeepingUnit", 180, { label: "Product SKU" }),
        ...auditFields,
        isDeleted,
        readOnly(checkbox("IsArchived", { label: "Archived" }))
    ],
    { label: "Product" }
);

export const pricebook2 = standardObject(
    "Pricebook2",
    "01s",
    [
        idField("Price Book"),
        isDeleted,
        required(text("Name", 255, { label: "Price Book Name", nameField: true })),
        ...auditFields,
        checkbox("IsActive", { label: "Active" }),
        readOnly(checkbox("IsArchived", { label: "Archived" })),
        text("Description", 255),
        readOnly(checkbox("IsStandard", { label: "Is Standard Price Book" })),
        datetime("ValidFrom"),
        datetime("ValidTo")
    ],
    { label: "Price Book" }
);

const children = "PricebookEntries";

export const pricebookEntry = standardObject(
    "PricebookEntry",
    "01u",
    [
        idField("Price Book Entry"),
        readOnly(text("Name", 255, { label: "Product Name", nameField: true })),
        createOnly(
            required(reference("Pricebook2Id", "Pricebook2", { children, label: "Price Book ID", cascadeDelete: true }))
        ),
        createOnly(
            required(reference("Product2Id", "Product2", { children, label: "Product ID", cascadeDelete: true }))
        ),
        required(currency("UnitPrice", { label: "List Price" })),
        checkbox("IsActive", { label: "Active" }),
        checkbox("UseStandardPrice"),
        ...auditFields,
        readOnly(text("ProductCode", 255)),
        isDeleted,
        readOnly(checkbox("IsArchived", { label: "Archived" }))
    ],
    { label: "Price Book Entry", labelPlural: "Price Book Entries" }
);
