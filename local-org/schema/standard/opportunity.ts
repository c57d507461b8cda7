import {
    checkbox,
    computed,
    createOnly,
    currency,
    date,
    datetime,
    double,
    int,
    percent,
    picklist,
    readOnly,
    reference,
    required,
    text,
    textArea
} from "../fields.ts";
import { standardObject } from "../objects.ts";
import type { Computation, FieldSchema } from "../objectSchema.ts";
import { auditFields, idField, isDeleted, ownerField } from "../systemFields.ts";
import { standardStages } from "./opportunityStages.ts";
import { forecastCategories, forecastCategoryNames, sources } from "./picklists.ts";

const types = [
    "Existing Customer - Upgrade",
    "Existing Customer - Replacement",
    "Existing Customer - Downgrade",
    "New Customer"
];

const stageNames = standardStages.map((stage) => stage.name);

const openTask = (which: string): Computation => ({
    kind: "query",
    sql: `SELECT EXISTS (SELECT 1 FROM Task WHERE WhatId = :id AND NOT IsClosed AND NOT IsDeleted AND ${which})`
});

/** The last row of the opportunity's history that says another value than the one before it. */
function lastChangeOf(name: string): FieldSchema {
    const changes = `
        SELECT Id, ${name} AS value, lag(${name}) OVER time AS earlier, row_number() OVER time AS position
        FROM OpportunityHistory WHERE OpportunityId = :id WINDOW time AS (ORDER BY CreatedDate, Id)`;
    const declared = reference(`Last${name}ChangedHistoryId`, "OpportunityHistory", {
        label: "Opportunity History ID"
    });
    return computed(declared, {
        kind: "query",
        sql: `SELECT Id FROM (${changes})
            WHERE position > 1 AND value IS NOT earlier ORDER BY position DESC LIMIT 1`
    });
}

export const opportunity = standardObject(
    "Opportunity",
    "006",
    [
        idField("Opportunity"),
        isDeleted,
        reference("AccountId", "Account", { children: "Opportunities", cascadeDelete: true }),
        checkbox("IsPrivate", { label: "Private" }),
        required(text("Name", 120, { nameField: true })),
        textArea("Description", 32000),
        // Not restricted, as in the platform: an API client can write a stage that no process knows.
        required(picklist("StageName", stageNames, { label: "Stage" })),
        currency("Amount"),
        percent("Probability", 3, 0, { label: "Probability (%)" }),
        readOnly(currency("ExpectedRevenue", { label: "Expected Amount" })),
        double("TotalOpportunityQuantity", 18, 2, { label: "Quantity" }),
        required(date("CloseDate")),
        picklist("Type", types, { label: "Opportunity Type" }),
        text("NextStep", 255),
        picklist("LeadSource", sources),
        readOnly(checkbox("IsClosed", { label: "Closed" })),
        readOnly(checkbox("IsWon", { label: "Won" })),
        readOnly(required(picklist("ForecastCategory", forecastCategories, { length: 40, restrictedPicklist: true }))),
        picklist("ForecastCategoryName", forecastCategoryNames, {
            label: "Forecast Category",
            restrictedPicklist: true
        }),
        readOnly(checkbox("HasOpportunityLineItem", { label: "Has Line Item" })),
        reference("Pricebook2Id", "Pricebook2", { label: "Price Book ID" }),
        ownerField,
        ...auditFields,
        readOnly(date("LastActivityDate", { label: "Last Activity" })),
        readOnly(datetime("LastStageChangeDate")),
        readOnly(int("FiscalQuarter", 8, { compoundFieldName: "Fiscal" })),
        readOnly(int("FiscalYear", 8, { compoundFieldName: "Fiscal" })),
        readOnly(text("Fiscal", 6, { label: "Fiscal Period" })),
        createOnly(reference("ContactId", "Contact", { relationshipName: null, children: "Opportunities" })),
        readOnly(datetime("LastViewedDate")),
        readOnly(datetime("LastReferencedDate")),
        readOnly(int("PushCount")),
        computed(checkbox("HasOpenActivity", { filterable: false }), openTask("1")),
        computed(checkbox("HasOverdueTask", { filterable: false }), openTask("ActivityDate < :today")),
        lastChangeOf("Amount"),
        lastChangeOf("CloseDate")
    ],
    { labelPlural: "Opportunities" }
);
