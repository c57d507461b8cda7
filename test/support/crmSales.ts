/** The published CRM Sales pipeline as rows of a Salesforce org. */
import { to18 } from "../../local-org/data/recordId.ts";
import { seeded } from "../../local-org/data/seedOrg.ts";
import type { TextTable } from "../../local-org/data/table.ts";
import type { CrmSales } from "./crmSalesFiles.ts";

type Row = Readonly<Record<string, string>>;

/** "Engaging" is where an agent began to talk with the customer; the standard stage for that is Needs Analysis. */
const stageOf: ReadonlyMap<string, string> = new Map([
    ["Prospecting", "Prospecting"],
    ["Engaging", "Needs Analysis"],
    ["Won", "Closed Won"],
    ["Lost", "Closed Lost"]
]);

/**
 * Tables to load, parents first. `asOf` ("YYYY-MM-DD") is the org's day: it stands in where the source is
 * silent and the platform insists, as the creation day of the 500 rows that were never engaged and as the
 * close date of what is open (so nothing may be concluded from either).
 */
export function crmSalesTables(source: CrmSales, asOf: string): TextTable[] {
    const managers = [...new Set(source.agents.map((agent) => agent.manager))];
    const idOf = {
        user: idsBy("005", [...managers, ...source.agents.map((agent) => agent.sales_agent)]),
        account: idsBy(
            "001",
            source.accounts.map((account) => account.account)
        ),
        product: idsBy(
            "01t",
            source.products.map((product) => product.product)
        ),
        entry: idsBy(
            "01u",
            source.products.map((product) => product.product)
        ),
        opportunity: idsBy(
            "006",
            source.pipeline.map((deal) => deal.opportunity_id)
        ),
        line: idsBy(
            "00k",
            source.pipeline.map((deal) => deal.opportunity_id)
        )
    };
    return [
        table("User", [
            ...managers.map((name) => userRow(name, idOf.user, { Department: "", ManagerId: "" })),
            ...source.agents.map((agent) =>
                userRow(agent.sales_agent, idOf.user, {
                    Department: agent.regional_office,
                    ManagerId: idFrom(idOf.user, agent.manager)
                })
            )
        ]),
        table(
            "Account",
            source.accounts.map((account) => accountRow(account, idOf.account))
        ),
        table(
            "Product2",
            source.products.map(({ product, series }) => ({
                Id: idFrom(idOf.product, product),
                Name: product,
                Family: series,
                IsActive: "true"
            }))
        ),
        table(
            "PricebookEntry",
            source.products.map(({ product, sales_price: price }) => ({
                Id: idFrom(idOf.entry, product),
                Pricebook2Id: seeded.standardPricebook,
                Product2Id: idFrom(idOf.product, product),
                UnitPrice: price,
                IsActive: "true"
            }))
        ),
        table(
            "Opportunity",
            source.pipeline.map((deal) => ({
                Id: idFrom(idOf.opportunity, deal.opportunity_id),
                Name: `${deal.account || "?"} ${deal.product} ${deal.opportunity_id}`,
                AccountId: deal.account === "" ? "" : idFrom(idOf.account, deal.account),
                OwnerId: idFrom(idOf.user, deal.sales_agent),
                StageName: stageOf.get(deal.deal_stage) ?? "",
                CloseDate: deal.close_date || asOf,
                Pricebook2Id: seeded.standardPricebook,
                CreatedDate: `${deal.engage_date || asOf}T12:00:00Z`
            }))
        ),
        table(
            "OpportunityLineItem",
            source.pipeline.map((deal) => ({
                Id: idFrom(idOf.line, deal.opportunity_id),
                OpportunityId: idFrom(idOf.opportunity, deal.opportunity_id),
                PricebookEntryId: idFrom(idOf.entry, deal.product),
                Quantity: "1",
                TotalPrice: agreedTotal(deal)
            }))
        )
    ];
}

/**
 * Only a won deal has an agreed price. Every row names its product, so each has a line; where nothing was
 * agreed it stays blank and the org takes the list price, as it does when a seller adds a product. The 0 of
 * a lost deal says that nothing was earned: as a line's total it would be a discount of 100 % that nobody gave.
 */
function agreedTotal(deal: CrmSales["pipeline"][number]): string {
    return deal.deal_stage === "Won" ? deal.close_value : "";
}

function userRow(name: string, ids: ReadonlyMap<string, string>, more: Row): Row {
    const [firstName = "", ...lastName] = name.split(" ");
    return {
        Id: idFrom(ids, name),
        Username: `${name.toLowerCase().replaceAll(" ", ".")}@crm-sales.example`,
        FirstName: firstName,
        LastName: lastName.join(" "),
        ...more
    };
}

/** The source gives revenue in millions. */
function accountRow(account: CrmSales["accounts"][number], ids: ReadonlyMap<string, string>): Row {
    const [millions = "", fraction = ""] = account.revenue.split(".");
    return {
        Id: idFrom(ids, account.account),
        Name: account.account,
        ParentId: account.subsidiary_of === "" ? "" : idFrom(ids, account.subsidiary_of),
        Industry: account.sector,
        AnnualRevenue: millions + fraction.padEnd(6, "0"),
        NumberOfEmployees: account.employees,
        BillingCountry: account.office_location
    };
}

function idsBy(keyPrefix: string, names: readonly string[]): ReadonlyMap<string, string> {
    return new Map(names.map((name, index) => [name, to18(`${keyPrefix}csD${String(index + 1).padStart(9, "0")}`)]));
}

function idFrom(ids: ReadonlyMap<string, string>, name: string): string {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The source was read without ${name}.`);
    return id;
}

/** Every row has the columns of the first. */
function table(object: string, rows: readonly Row[]): TextTable {
    const columns = Object.keys(rows[0] ?? {});
    return { object, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? "")) };
}
