import { checkbox, createOnly, picklist, reference, required } from "../fields.ts";
import { standardObject } from "../objects.ts";
import { auditFields, idField, isDeleted } from "../systemFields.ts";

const roles = [
    "Business User",
    "Decision Maker",
    "Economic Buyer",
    "Economic Decision Maker",
    "Evaluator",
    "Executive Sponsor",
    "Influencer",
    "Technical Buyer",
    "Other"
];

const children = "OpportunityContactRoles";

export const opportunityContactRole = standardObject(
    "OpportunityContactRole",
    "00K",
    [
        idField("Contact Role"),
        createOnly(required(reference("OpportunityId", "Opportunity", { children, cascadeDelete: true }))),
        required(reference("ContactId", "Contact", { children, cascadeDelete: true })),
        picklist("Role", roles, { length: 40 }),
        checkbox("IsPrimary", { label: "Primary" }),
        ...auditFields,
        isDeleted
    ],
    { label: "Opportunity Contact Role" }
);
