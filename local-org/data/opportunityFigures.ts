import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import { recomputeRollUps } from "./rollUps.ts";
import { inScope } from "./scope.ts";
import type { RowsOfOrg, Scope } from "./scope.ts";

/**
 * Computes what the platform keeps on opportunities: closed and won (from the stage), amount, quantity and
 * HasOpportunityLineItem (from the lines), expected revenue, fiscal period and roll-up summaries.
 * Probability and forecast category are filled only where they are blank; a stage that the org doesn't know
 * changes nothing. The amount of an opportunity without lines stays as it is.
 */
export function recomputeOpportunities(org: RowsOfOrg, scope: Scope): void {
    const opportunity = org.schema.object("Opportunity");
    if (opportunity === undefined) {
        throw new Error("The schema has no object Opportunity.");
    }
    const where = inScope('"Opportunity"."Id"', scope);
    org.store.transaction(() => {
        org.store.run(`${figures} AND ${where.sql}`, where.parameters);
        recomputeRollUps(org, opportunity, scope);
    });
}

/**
 * Fills what is blank on opportunity lines: product, list price, name and code from the price book entry;
 * the sales price from the total, or else the list price; subtotal and total from price, quantity and discount.
 */
export function completeLines(org: RowsOfOrg, scope: Scope): void {
    const where = inScope('"OpportunityLineItem"."Id"', scope);
    org.store.transaction(() => {
        for (const update of [fromPricebookEntry, lineName, salesPrice, lineTotals]) {
            org.store.run(`${update} AND ${where.sql}`, where.parameters);
        }
    });
}

const categories = [...forecastCategoryByName].map(([name, category]) => `WHEN '${name}' THEN '${category}'`);

/**
 * One pass over the rows, for a load has many. An aggregate over no stage or no line is a row of blanks, so that an
 * opportunity without them stays as it is. The fiscal year is the calendar year: FiscalYearStartMonth is 1 here.
 */
const figures = `
    UPDATE Opportunity SET
        (IsClosed, IsWon, Probability, ForecastCategoryName, ForecastCategory) =
            (SELECT coalesce(max(stage.IsClosed), Opportunity.IsClosed),
                coalesce(max(stage.IsWon), Opportunity.IsWon),
                coalesce(Opportunity.Probability, max(stage.DefaultProbability)),
                coalesce(Opportunity.ForecastCategoryName, max(stage.ForecastCategoryName)),
                CASE coalesce(Opportunity.ForecastCategoryName, max(stage.ForecastCategoryName))
                    ${categories.join(" ")} ELSE Opportunity.ForecastCategory END
            FROM OpportunityStage AS stage WHERE stage.ApiName = Opportunity.StageName),
        (HasOpportunityLineItem, Amount, TotalOpportunityQuantity) =
            (SELECT count(*) > 0, coalesce(sum(TotalPrice), Opportunity.Amount),
                coalesce(sum(Quantity), Opportunity.TotalOpportunityQuantity)
            FROM OpportunityLineItem WHERE OpportunityId = Opportunity.Id),
        ExpectedRevenue = muldiv(
            coalesce((SELECT sum(TotalPrice) FROM OpportunityLineItem WHERE OpportunityId = Opportunity.Id), Amount),
            coalesce(
                Probability,
                (SELECT DefaultProbability FROM OpportunityStage WHERE ApiName = Opportunity.StageName)
            ),
            100
        ),
        FiscalYear = CAST(substr(CloseDate, 1, 4) AS INTEGER),
        FiscalQuarter = (CAST(substr(CloseDate, 6, 2) AS INTEGER) + 2) / 3,
        Fiscal = substr(CloseDate, 1, 4) || ' ' || ((CAST(substr(CloseDate, 6, 2) AS INTEGER) + 2) / 3)
    WHERE 1`;

const fromPricebookEntry = `
    UPDATE OpportunityLineItem SET
        Product2Id = coalesce(OpportunityLineItem.Product2Id, entry.Product2Id),
        ListPrice = coalesce(OpportunityLineItem.ListPrice, entry.UnitPrice)
    FROM PricebookEntry AS entry
    WHERE entry.Id = OpportunityLineItem.PricebookEntryId`;

const lineName = `
    UPDATE OpportunityLineItem SET
        Name = coalesce(OpportunityLineItem.Name, opportunity.Name || ' ' || product.Name),
        ProductCode = coalesce(OpportunityLineItem.ProductCode, product.ProductCode)
    FROM Product2 AS product, Opportunity AS opportunity
    WHERE product.Id = OpportunityLineItem.Product2Id AND opportunity.Id = OpportunityLineItem.OpportunityId`;

// Quantity and Discount have two decimals: 100 is one piece, 10000 is 100 %.
const salesPrice = `
    UPDATE OpportunityLineItem SET UnitPrice = coalesce(
        muldiv(TotalPrice, 1000000, Quantity * (10000 - coalesce(Discount, 0))),
        ListPrice
    )
    WHERE UnitPrice IS NULL`;

const lineTotals = `
    UPDATE OpportunityLineItem SET
        Subtotal = coalesce(Subtotal, muldiv(UnitPrice, Quantity, 100)),
        TotalPrice = coalesce(TotalPrice, muldiv(UnitPrice, Quantity * (10000 - coalesce(Discount, 0)), 1000000))
    WHERE 1`;
