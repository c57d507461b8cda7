import { currency, date, percent, picklist, readOnly, reference, required, text } from "../fields.ts";
import { notWritable, standardObject } from "../objects.ts";
import { createdFields, idField, isDeleted, systemModstamp } from "../systemFields.ts";
import { standardStages } from "./opportunityStages.ts";
import { forecastCategories } from "./picklists.ts";

const stageNames = standardStages.map((stage) => stage.name);

const ofOpportunity = (children: string) =>
    readOnly(required(reference("OpportunityId", "Opportunity", { children, cascadeDelete: true })));

/** A row for each change of stage, amount, probability or close date. */
export const opportunityHistory = standardObject(
    "OpportunityHistory",
    "008",
    [
        idField("Opportunity History"),
        ofOpportunity("OpportunityHistories"),
        ...createdFields,
        readOnly(required(picklist("StageName", stageNames, { label: "To Stage" }))),
        readOnly(currency("Amount")),
        readOnly(currency("ExpectedRevenue")),
        readOnly(date("CloseDate")),
        readOnly(percent("Probability", 3, 0)),
        readOnly(
            picklist("ForecastCategory", forecastCategories, {
                label: "To ForecastCategory",
                length: 40,
                restrictedPicklist: true
            })
        ),
        readOnly(currency("PrevAmount", { label: "Previous Amount" })),
        readOnly(date("PrevCloseDate", { label: "Previous Close Date" })),
        systemModstamp,
        isDeleted
    ],
    { label: "Opportunity History", labelPlural: "Opportunity Histories", ...notWritable }
);

/** A row for each change of a tracked field; its values are neither filtered nor grouped. */
export const opportunityFieldHistory = standardObject(
    "OpportunityFieldHistory",
    "017",
    [
        idField("Opportunity Field History"),
        isDeleted,
        ofOpportunity("Histories"),
        ...createdFields,
        readOnly(required(text("Field", 255, { label: "Changed Field" }))),
        readOnly(text("DataType", 40)),
        readOnly(text("OldValue", 255, { filterable: false })),
        readOnly(text("NewValue", 255, { filterable: false }))
    ],
    { label: "Opportunity Field History", labelPlural: "Opportunity Field Histories", ...notWritable }
);
