import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../../data/value.ts";
import { hasChanged, refuse, unrefused } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";
import { applyStage } from "./stage.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** Fields that the platform sums from lines once there are any; what a client gives for them is ignored. */
const summedFromLines = ["Amount", "TotalOpportunityQuantity"];

export function opportunityBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    const stageApplied = new Map<PendingRecord, Value>();
    const sums = new Map<PendingRecord, RecordValues>();
    const apply = (record: PendingRecord): void => {
        applyStage(batch, record);
        stageApplied.set(record, record.values["StageName"] ?? null);
    };
    return {
        beforeFlows: () => {
            for (const record of unrefused(batch)) {
                keepSumsOfLines(record);
                keepPriceBookOfLines(record);
                apply(record);
                sums.set(record, sumsOf(record));
            }
        },
        afterFlows: () => {
            for (const record of unrefused(batch)) {
                // What a flow gives for a sum is ignored too.
                if (record.values["HasOpportunityLineItem"] === true) Object.assign(record.values, sums.get(record));
                if (stageApplied.get(record) !== record.values["StageName"]) apply(record);
                countPush(record);
                derive(record.values);
            }
        },
        afterWrite: () => {
            unrefused(batch).forEach((record) => addPrimaryContactRole(batch, record));
        }
    };
}

function keepSumsOfLines({ values, prior, given }: PendingRecord): void {
    if (prior?.["HasOpportunityLineItem"] !== true) return;
    for (const field of summedFromLines) {
        if (given.has(field)) values[field] = prior[field] ?? null;
    }
}

function sumsOf({ values }: PendingRecord): RecordValues {
    return Object.fromEntries(summedFromLines.map((field) => [field, values[field] ?? null]));
}

/** Object Reference, Opportunity: counts a close date that moves to a later calendar month; days don't count. */
function countPush({ values, prior }: PendingRecord): void {
    const [before, after] = [prior?.["CloseDate"], values["CloseDate"]];
    if (typeof before !== "string" || typeof after !== "string" || after.slice(0, 7) <= before.slice(0, 7)) return;
    const pushes = values["PushCount"];
    values["PushCount"] = Decimal.isDecimal(pushes) ? pushes.plus(1) : new Decimal(1);
}

function keepPriceBookOfLines(record: PendingRecord): void {
    const hasLines = record.prior?.["HasOpportunityLineItem"] === true;
    if (hasLines && record.given.has("Pricebook2Id") && hasChanged(record, "Pricebook2Id")) {
        const message = "The price book can't be changed while the opportunity has products.";
        refuse(record, "FIELD_INTEGRITY_EXCEPTION", message, ["Pricebook2Id"]);
    }
}

/** Expected amount and fiscal period; this org's fiscal year is the calendar year. */
function derive(values: RecordValues): void {
    const { Amount: amount, Probability: probability, CloseDate: closeDate } = values;
    values["ExpectedRevenue"] =
        Decimal.isDecimal(amount) && Decimal.isDecimal(probability) ? amount.times(probability).div(100) : null;
    if (typeof closeDate !== "string") return;
    const year = Number(closeDate.slice(0, 4));
    const quarter = Math.ceil(Number(closeDate.slice(5, 7)) / 3);
    values["FiscalYear"] = new Decimal(year);
    values["FiscalQuarter"] = new Decimal(quarter);
    values["Fiscal"] = `${year} ${quarter}`;
}

/** A contact given at creation becomes the primary role; the platform makes that row itself. */
function addPrimaryContactRole({ org, user }: SaveBatch, record: PendingRecord): void {
    const contactId = record.values["ContactId"];
    const roles = org.schema.object("OpportunityContactRole");
    if (record.prior !== null || typeof contactId !== "string" || roles === undefined) return;
    const now = org.clock.now();
    org.store.insert(roles, {
        Id: org.store.newId(roles),
        OpportunityId: record.id,
        ContactId: contactId,
        IsPrimary: true,
        IsDeleted: false,
        CreatedDate: now,
        CreatedById: user.id,
        LastModifiedDate: now,
        LastModifiedById: user.id,
        SystemModstamp: now
    });
}
