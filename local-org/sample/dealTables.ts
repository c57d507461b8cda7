import type { TextTable } from "../data/table.ts";
import { forecastCategoryByName } from "../schema/standard/opportunityStages.ts";
import { dateText, instant } from "./calendar.ts";
import type { Deal } from "./deals.ts";
import { idCounter } from "./ids.ts";
import { totalOf } from "./lines.ts";
import { expectedRevenue, moneyText } from "./money.ts";
import { colleagueOf } from "./posts.ts";
import type { Stage } from "./stages.ts";
import type { Story } from "./story.ts";
import { textTable } from "./textTable.ts";
import type { Moment } from "./timeline.ts";

/** What the platform itself keeps of each deal, history included. */
export function dealTables(stories: readonly Story[]): TextTable[] {
    return [opportunityTable(stories), lineTable(stories), roleTable(stories), historyTable(stories)];
}

const opportunityColumns = [
    "Id",
    "Name",
    "RecordTypeId",
    "AccountId",
    "OwnerId",
    "StageName",
    "Amount",
    "CloseDate",
    "Probability",
    "ForecastCategory",
    "ForecastCategoryName",
    "LeadSource",
    "Type",
    "NextStep",
    "Pricebook2Id",
    "CreatedDate",
    "CreatedById",
    "LastModifiedDate",
    "LastModifiedById",
    "LastStageChangeDate"
] as const;

function opportunityTable(stories: readonly Story[]): TextTable {
    const rows = stories.map(({ deal, timeline }) => {
        const now = timeline.at(-1) ?? timeline[0];
        const stageChange = timeline.findLast(
            (moment, index) => index > 0 && moment.stage !== timeline[index - 1]?.stage
        );
        return {
            Id: deal.id,
            Name: deal.name,
            RecordTypeId: deal.process.recordType.id,
            AccountId: deal.account?.id ?? "",
            OwnerId: deal.owner.id,
            ...stageCells(now.stage),
            ForecastCategoryName: now.stage.forecastCategoryName,
            Amount: amountCell(now.amount),
            CloseDate: dateText(now.closeDate),
            LeadSource: deal.leadSource ?? "",
            Type: deal.type,
            NextStep: deal.nextStep ?? "",
            Pricebook2Id: deal.lines.length > 0 ? deal.book.id : "",
            CreatedDate: instant(timeline[0]),
            CreatedById: deal.creator.id,
            LastModifiedDate: instant(now),
            LastModifiedById: authorAt(deal, now),
            LastStageChangeDate: stageChange === undefined ? "" : instant(stageChange)
        };
    });
    return textTable("Opportunity", opportunityColumns, rows);
}

const lineColumns = [
    "Id",
    "OpportunityId",
    "SortOrder",
    "PricebookEntryId",
    "Product2Id",
    "ProductCode",
    "Name",
    "Quantity",
    "UnitPrice",
    "ListPrice",
    "Discount",
    "Subtotal",
    "TotalPrice",
    "CreatedDate",
    "CreatedById"
] as const;

/** Lines are dated by the moment that brought the present amount. */
function lineTable(stories: readonly Story[]): TextTable {
    const nextId = idCounter("00k");
    const rows = stories.flatMap(({ deal, timeline }) => {
        const amount = (timeline.at(-1) ?? timeline[0]).amount;
        const priced = timeline.find((moment) => moment.amount === amount) ?? timeline[0];
        return deal.lines.map((line, index) => ({
            Id: nextId(),
            OpportunityId: deal.id,
            SortOrder: String(index + 1),
            PricebookEntryId: line.entry.id,
            Product2Id: line.entry.product.id,
            ProductCode: line.entry.product.code,
            Name: line.entry.product.name,
            Quantity: String(line.quantity),
            UnitPrice: moneyText(line.unitPrice),
            ListPrice: moneyText(line.entry.listPrice),
            Discount: line.discount === 0 ? "" : String(line.discount),
            Subtotal: moneyText(line.unitPrice * line.quantity),
            TotalPrice: moneyText(totalOf(line)),
            CreatedDate: instant(priced),
            CreatedById: authorAt(deal, priced)
        }));
    });
    return textTable("OpportunityLineItem", lineColumns, rows);
}

function roleTable(stories: readonly Story[]): TextTable {
    const nextId = idCounter("00K");
    const columns = ["Id", "OpportunityId", "ContactId", "Role", "IsPrimary", "CreatedDate", "CreatedById"] as const;
    const rows = stories.flatMap(({ deal, timeline, roles }) =>
        roles.map((role, index) => {
            const added = timeline[Math.min(index, timeline.length - 1)] ?? timeline[0];
            return {
                Id: nextId(),
                OpportunityId: deal.id,
                ContactId: role.contact.id,
                Role: role.role ?? "",
                IsPrimary: String(role.isPrimary),
                CreatedDate: instant(added),
                CreatedById: authorAt(deal, added)
            };
        })
    );
    return textTable("OpportunityContactRole", columns, rows);
}

const historyColumns = [
    "Id",
    "OpportunityId",
    "StageName",
    "Amount",
    "ExpectedRevenue",
    "CloseDate",
    "Probability",
    "ForecastCategory",
    "PrevAmount",
    "PrevCloseDate",
    "CreatedDate",
    "CreatedById"
] as const;

function historyTable(stories: readonly Story[]): TextTable {
    const nextId = idCounter("008");
    const rows = stories.flatMap(({ deal, timeline }) =>
        timeline.map((moment, index) => {
            const before = timeline[index - 1];
            return {
                Id: nextId(),
                OpportunityId: deal.id,
                ...stageCells(moment.stage),
                Amount: amountCell(moment.amount),
                ExpectedRevenue:
                    moment.amount === null ? "" : moneyText(expectedRevenue(moment.amount, moment.stage.probability)),
                CloseDate: dateText(moment.closeDate),
                PrevAmount: amountCell(before?.amount ?? null),
                PrevCloseDate: before === undefined ? "" : dateText(before.closeDate),
                CreatedDate: instant(moment),
                CreatedById: authorAt(deal, moment)
            };
        })
    );
    return textTable("OpportunityHistory", historyColumns, rows);
}

function stageCells(stage: Stage): { StageName: string; Probability: string; ForecastCategory: string } {
    return {
        StageName: stage.name,
        Probability: String(stage.probability),
        ForecastCategory: forecastCategoryByName.get(stage.forecastCategoryName) ?? ""
    };
}

function amountCell(amount: bigint | null): string {
    return amount === null ? "" : moneyText(amount);
}

/** A seller who has left changes nothing any more: the manager does. */
function authorAt(deal: Deal, moment: Moment): string {
    return colleagueOf(deal.creator, moment.day).id;
}
