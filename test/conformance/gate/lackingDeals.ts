/** Deals that keep every rule but one, and what each rule is set to: by hand, so that the table has a word of its own. */
import { wanted, type Fields, type GateOrg, type Person } from "./gateOrg.ts";

/** What one deal has. Prices and percentages are plain numbers; the list price of a line is 100 unless said. */
export interface Deal {
    readonly fields: Fields;
    /** Null: no product. */
    readonly line: { readonly price: number; readonly listPrice: number } | null;
    readonly roles: readonly Role[];
    /** A discount that is logged and awaits its approval. */
    readonly loggedDiscount: number | null;
}

interface Role {
    /** The number of the contact: one may have several roles. */
    readonly contact: number;
    readonly role: string | null;
    readonly isPrimary: boolean;
}

/** One rule, as this table sets it, with a deal that breaks it. */
export interface LackingDeal {
    readonly ruleId: string;
    /** The position from which the rule asks. */
    readonly from: number;
    readonly minimum?: number;
    readonly tolerance?: number;
    readonly deal: Deal;
    /** Rules that the same lack breaks. */
    readonly alsoBreaks: readonly string[];
    /** What the new record itself lacks, whatever may be added to it later. */
    readonly isOfTheRecord: boolean;
}

/** A deal that keeps every rule. */
export const wholeDeal: Deal = {
    fields: { CloseDate: "2026-09-30", NextStep: "Call", LeadSource: "Web", PW_Loss_Reason__c: "Price" },
    line: { price: 100, listPrice: 100 },
    roles: [
        { contact: 0, role: "Decision Maker", isPrimary: true },
        { contact: 1, role: "Evaluator", isPrimary: false }
    ],
    loggedDiscount: null
};

const lacking = (
    ruleId: string,
    from: number,
    deal: Partial<Deal>,
    more: Partial<Omit<LackingDeal, "ruleId" | "from" | "deal">> = {}
): LackingDeal => ({
    ...{ ruleId, from, alsoBreaks: [], isOfTheRecord: false },
    ...more,
    deal: { ...wholeDeal, ...deal, fields: { ...wholeDeal.fields, ...deal.fields } }
});
const ofTheRecord = { isOfTheRecord: true };

export const lackingDeals: readonly LackingDeal[] = [
    lacking("products-present", 6, { line: null }),
    lacking("products-priced", 5, { line: { price: 0, listPrice: 0 } }),
    lacking(
        "amount-has-products",
        4,
        { line: null, fields: { Amount: 1000 } },
        { alsoBreaks: ["products-present"], ...ofTheRecord }
    ),
    lacking(
        "contact-roles-present",
        3,
        { roles: wholeDeal.roles.map((role) => ({ ...role, contact: 0 })) },
        { minimum: 2 }
    ),
    lacking("primary-contact-set", 4, { roles: wholeDeal.roles.map((role) => ({ ...role, isPrimary: false })) }),
    lacking("decision-role-named", 5, {
        roles: wholeDeal.roles.map((role) => ({ ...role, role: "Evaluator" }))
    }),
    lacking("contact-role-named", 3, { roles: [...wholeDeal.roles, { contact: 2, role: null, isPrimary: false }] }),
    lacking("discount-logged", 5, { line: { price: 85, listPrice: 100 } }, { minimum: 10, tolerance: 0.5 }),
    lacking(
        "discount-approved",
        6,
        { line: { price: 70, listPrice: 100 }, loggedDiscount: 30 },
        { minimum: 20, tolerance: 0.5 }
    ),
    lacking("next-step-filled", 3, { fields: { NextStep: null } }, ofTheRecord),
    lacking("lead-source-set", 4, { fields: { LeadSource: null } }, ofTheRecord),
    lacking("close-date-not-past", 4, { fields: { CloseDate: "2026-06-29" } }, ofTheRecord),
    lacking("loss-reason-given", 4, { fields: { PW_Loss_Reason__c: null } }, ofTheRecord)
];

/** What any new record breaks: it has no products and no contact roles yet. */
export const brokenByAnyNew: readonly string[] = [
    "products-present",
    "contact-roles-present",
    "primary-contact-set",
    "decision-role-named"
];

/** One deal to make: named, in its stage, and what is asked of its exceptions. */
export interface DealToMake {
    readonly name: string;
    readonly stage: string;
    readonly deal: Deal;
    /** The rule that an approved exception sets aside; null for none. */
    readonly exempt: string | null;
}

/** Makes the deals with all that belongs to them; their Ids, in order. */
export async function makeDeals(org: GateOrg, approver: Person, deals: readonly DealToMake[]): Promise<string[]> {
    const [accountId = ""] = await org.create("Account", [{ Name: "Gate" }]);
    const contacts = await org.create(
        "Contact",
        ["Lin", "Chen", "Wang"].map((LastName) => ({ LastName, AccountId: accountId }))
    );
    const ids = await org.create(
        "Opportunity",
        deals.map(({ name, stage, deal }) => ({
            ...{ Name: name, StageName: stage, AccountId: accountId },
            ...deal.fields
        }))
    );
    const withIds = deals.map((each, place) => ({ ...each, OpportunityId: ids[place] ?? "" }));
    await makeLines(org, withIds);
    await org.create(
        "OpportunityContactRole",
        withIds.flatMap(({ OpportunityId, deal }) =>
            deal.roles.map(({ contact, role, isPrimary }) => ({
                ...{ OpportunityId, ContactId: contacts[contact] ?? "" },
                ...{ Role: role, IsPrimary: isPrimary }
            }))
        )
    );
    await logDiscounts(org, approver, withIds);
    await exempt(org, approver, withIds);
    return ids;
}

type MadeDeal = DealToMake & { readonly OpportunityId: string };

async function makeLines(org: GateOrg, deals: readonly MadeDeal[]): Promise<void> {
    const [book] = await org.query("SELECT Id FROM Pricebook2 WHERE IsStandard = true");
    const Pricebook2Id = String(book?.["Id"]);
    const [Product2Id = "", unlisted = ""] = await org.create("Product2", [
        { Name: "Crane", IsActive: true },
        { Name: "Crane to be priced", IsActive: true }
    ]);
    const [listed = "", free = ""] = await org.create("PricebookEntry", [
        { Pricebook2Id, Product2Id, UnitPrice: 100, IsActive: true },
        { Pricebook2Id, Product2Id: unlisted, UnitPrice: 0, IsActive: true }
    ]);
    await org.create(
        "OpportunityLineItem",
        deals.flatMap(({ OpportunityId, deal: { line } }) =>
            line === null
                ? []
                : [
                      {
                          ...{ OpportunityId, Quantity: 1, UnitPrice: line.price },
                          PricebookEntryId: line.listPrice === 0 ? free : listed
                      }
                  ]
        )
    );
}

async function logDiscounts(org: GateOrg, approver: Person, deals: readonly MadeDeal[]): Promise<void> {
    const discounts = deals.flatMap(({ OpportunityId, deal: { loggedDiscount } }) =>
        loggedDiscount === null ? [] : [{ OpportunityId, loggedDiscount }]
    );
    await org.create(
        "PW_Decision__c",
        discounts.map(({ OpportunityId, loggedDiscount }) => ({
            ...{ Opportunity__c: OpportunityId, Kind__c: "Discount", Percent__c: loggedDiscount },
            ...{ Reason_Category__c: "Volume", Reason__c: "They take three years at once." },
            ...{ Status__c: "Awaiting Approval", Approver__c: approver.id }
        }))
    );
}

async function exempt(org: GateOrg, approver: Person, deals: readonly MadeDeal[]): Promise<void> {
    const asked = deals.flatMap(({ OpportunityId, exempt: ruleId }) =>
        ruleId === null ? [] : [{ OpportunityId, ruleId }]
    );
    const exceptions = await org.create(
        "PW_Exception__c",
        asked.map(({ OpportunityId, ruleId }) => ({
            ...{ Opportunity__c: OpportunityId, Rule__c: ruleId, Approver__c: approver.id },
            ...{ Reason__c: "The product list is agreed on paper.", Expires_On__c: "2026-07-31" }
        }))
    );
    await approveAll(org, approver, "PW_Exception__c", exceptions);
}

/** Approves them as the approver whom they name. Throws where one is refused. */
export async function approveAll(
    org: GateOrg,
    approver: Person,
    object: "PW_Decision__c" | "PW_Exception__c",
    ids: readonly string[]
): Promise<void> {
    for (let start = 0; start < ids.length; start += 200) {
        const records = ids
            .slice(start, start + 200)
            .map((Id) => ({ attributes: { type: object }, Id, Status__c: "Approved" }));
        const answer = await org.send("PATCH", "/composite/sobjects", { allOrNone: true, records }, approver.token);
        const refused = (wanted(answer) as { success: boolean }[]).find(({ success }) => !success);
        if (refused !== undefined) throw new Error(JSON.stringify(refused));
    }
}
