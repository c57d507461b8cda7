import { objectReference } from "./saveOrderCase.ts";
import type { SaveOrderCase } from "./saveOrderCase.ts";
import { deal, outcome } from "./saveWorld.ts";
import type { SaveWorld } from "./saveWorld.ts";

function changed(org: SaveWorld, change: object, before: object = {}): string {
    const id = org.insert("Opportunity", { ...deal, ...before });
    org.save("update", "Opportunity", [{ Id: id, ...change }]);
    return id;
}

const opportunity = { step: "what the platform does by itself", source: objectReference("Opportunity"), deployed: [] };

const stages: readonly SaveOrderCase[] = [
    {
        ...opportunity,
        act: "The stage changes to Negotiation/Review.",
        expected: "Probability = 90, ForecastCategory = Pipeline, ForecastCategoryName = Pipeline, IsClosed = false",
        run: (org) =>
            org.tell(
                changed(org, { StageName: "Negotiation/Review" }),
                "Probability",
                "ForecastCategory",
                "ForecastCategoryName",
                "IsClosed"
            )
    },
    {
        ...opportunity,
        act: "The stage changes to Closed Lost.",
        expected: "Probability = 0, ForecastCategory = Omitted, IsClosed = true, IsWon = false",
        run: (org) =>
            org.tell(changed(org, { StageName: "Closed Lost" }), "Probability", "ForecastCategory", "IsClosed", "IsWon")
    },
    {
        ...opportunity,
        act: "The stage changes together with a probability.",
        expected: "Probability = 33",
        run: (org) => org.tell(changed(org, { StageName: "Qualification", Probability: 33 }), "Probability")
    },
    {
        ...opportunity,
        source: "Salesforce Help, Close Opportunities: a future close date becomes the day of closing",
        act: "An opportunity of September is won on 30 June.",
        expected: "CloseDate = 2026-06-30",
        run: (org) => org.tell(changed(org, { StageName: "Closed Won" }), "CloseDate")
    },
    {
        ...opportunity,
        source: "Salesforce Help, Close Opportunities: a future close date becomes the day of closing",
        act: "An opportunity of May is won on 30 June.",
        expected: "CloseDate = 2026-05-31",
        run: (org) => org.tell(changed(org, { StageName: "Closed Won" }, { CloseDate: "2026-05-31" }), "CloseDate")
    },
    {
        ...opportunity,
        act: "The stage changes.",
        expected: "LastStageChangeDate = 2026-06-30T12:00:00.000Z",
        run: (org) => org.tell(changed(org, { StageName: "Qualification" }), "LastStageChangeDate")
    },
    {
        ...opportunity,
        act: "The close date moves from 15 September to 30 September, then to 1 October.",
        expected: "PushCount = 1",
        run: (org) => {
            const id = changed(org, { CloseDate: "2026-09-30" }, { CloseDate: "2026-09-15" });
            org.save("update", "Opportunity", [{ Id: id, CloseDate: "2026-10-01" }]);
            return org.tell(id, "PushCount");
        }
    }
];

const line = (org: SaveWorld, OpportunityId: string, more: object = {}): object => ({
    OpportunityId,
    PricebookEntryId: org.pricedProduct(200),
    Quantity: 1,
    UnitPrice: 200,
    ...more
});

function withLine(org: SaveWorld): string {
    const id = org.insert("Opportunity", deal);
    org.insert("OpportunityLineItem", line(org, id));
    return id;
}

const lineItem = { ...opportunity, source: objectReference("OpportunityLineItem") };
const ofOtherBook = (org: SaveWorld): string =>
    org.pricedProduct(100, org.insert("Pricebook2", { Name: "Partners", IsActive: true }));
const codeOf = (text: string): string => text.split(":")[0] ?? "";

const lines: readonly SaveOrderCase[] = [
    {
        ...opportunity,
        act: "An opportunity with a line of 200 is given an amount of 5.",
        expected: "Amount = 200",
        run: (org) => {
            const id = withLine(org);
            org.save("update", "Opportunity", [{ Id: id, Amount: 5 }]);
            return org.tell(id, "Amount");
        }
    },
    {
        ...opportunity,
        act: "An opportunity with a line is given another price book.",
        expected: "FIELD_INTEGRITY_EXCEPTION",
        run: (org) => {
            const Pricebook2Id = org.insert("Pricebook2", { Name: "Partners", IsActive: true });
            return codeOf(outcome(org.save("update", "Opportunity", [{ Id: withLine(org), Pricebook2Id }])));
        }
    },
    {
        ...lineItem,
        act: "A line is added whose price book entry is of another price book than the opportunity's.",
        expected: "FIELD_INTEGRITY_EXCEPTION",
        run: (org) => {
            const id = withLine(org);
            const other = line(org, id, { PricebookEntryId: ofOtherBook(org) });
            return codeOf(outcome(org.save("insert", "OpportunityLineItem", [other])));
        }
    },
    {
        ...lineItem,
        act: "A line is added with neither sales price nor total.",
        expected: "REQUIRED_FIELD_MISSING",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            return codeOf(outcome(org.save("insert", "OpportunityLineItem", [line(org, id, { UnitPrice: null })])));
        }
    },
    {
        ...lineItem,
        act: "A line of 200 gets a discount of 10 %: the total moves, the sales price stays.",
        expected: "UnitPrice = 200, TotalPrice = 180",
        run: (org) => {
            const id = org.insert("OpportunityLineItem", line(org, org.insert("Opportunity", deal)));
            org.save("update", "OpportunityLineItem", [{ Id: id, Discount: 10 }]);
            return org.tell(id, "UnitPrice", "TotalPrice");
        }
    },
    {
        ...opportunity,
        source: objectReference("PricebookEntry"),
        act: "A product without a standard price gets one in another price book.",
        expected: "STANDARD_PRICE_NOT_DEFINED",
        run: (org) => {
            const Product2Id = org.insert("Product2", { Name: "Crane", IsActive: true });
            const Pricebook2Id = org.insert("Pricebook2", { Name: "Partners", IsActive: true });
            const entry = { Product2Id, Pricebook2Id, UnitPrice: 1, IsActive: true };
            return codeOf(outcome(org.save("insert", "PricebookEntry", [entry])));
        }
    }
];

export const standardCases: readonly SaveOrderCase[] = [...stages, ...lines];
