import type { RecordValues, Value } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import { refuse, unrefused } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";
import { checkGivenPrices, priceLine } from "./linePrice.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** A line takes its product and list price from a price book entry, of the opportunity's own price book. */
export function lineItemBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return {
        beforeFlows: () => {
            const priceBooks = new Map<Value, Value>();
            for (const record of unrefused(batch)) {
                if (record.prior === null) chooseEntry(batch.org, record, priceBooks);
                checkGivenPrices(record);
            }
        },
        // The list price comes after the flows: a before-save flow doesn't see it on a new line.
        afterFlows: () => {
            for (const record of unrefused(batch)) {
                if (record.prior === null) copyFromEntry(batch.org, record.values);
                priceLine(record);
            }
        }
    };
}

/** `priceBooks`: by opportunity, chosen by earlier lines of the same request. */
function chooseEntry(org: Org, record: PendingRecord, priceBooks: Map<Value, Value>): void {
    const { values } = record;
    const opportunityId = values["OpportunityId"] ?? null;
    const priceBook = row(org, "Opportunity", opportunityId)?.["Pricebook2Id"] ?? priceBooks.get(opportunityId) ?? null;
    values["PricebookEntryId"] ??= entryOfProduct(org, values["Product2Id"] ?? null, priceBook);
    const entry = row(org, "PricebookEntry", values["PricebookEntryId"]);
    if (values["PricebookEntryId"] === null) {
        const message = "Required fields are missing: [PricebookEntryId]";
        refuse(record, "REQUIRED_FIELD_MISSING", message, ["PricebookEntryId"]);
    } else if (entry !== undefined && entry["IsActive"] !== true) {
        refuseEntry(record, "pricebook entry is inactive");
    } else if (entry !== undefined && priceBook !== null && entry["Pricebook2Id"] !== priceBook) {
        refuseEntry(record, "pricebook entry is in a different pricebook than the one assigned to the opportunity");
    }
    priceBooks.set(opportunityId, entry?.["Pricebook2Id"] ?? null);
}

function refuseEntry(record: PendingRecord, reason: string): void {
    const message = `field integrity exception: PricebookEntryId (${reason})`;
    refuse(record, "FIELD_INTEGRITY_EXCEPTION", message, ["PricebookEntryId"]);
}

function entryOfProduct(org: Org, productId: Value, priceBookId: Value): Value {
    const entries = org.schema.object("PricebookEntry");
    if (entries === undefined || typeof productId !== "string") return null;
    const ofProduct = org.store.readMany(entries, { field: "Product2Id", isOneOf: [productId] });
    return ofProduct.find((entry) => entry["Pricebook2Id"] === priceBookId)?.["Id"] ?? null;
}

function copyFromEntry(org: Org, values: RecordValues): void {
    const entry = row(org, "PricebookEntry", values["PricebookEntryId"]);
    const product = row(org, "Product2", entry?.["Product2Id"]);
    const opportunity = row(org, "Opportunity", values["OpportunityId"]);
    values["Product2Id"] = entry?.["Product2Id"] ?? null;
    values["ListPrice"] = entry?.["UnitPrice"] ?? null;
    values["ProductCode"] = product?.["ProductCode"] ?? null;
    values["Name"] = [opportunity?.["Name"], product?.["Name"]].filter((part) => typeof part === "string").join(" ");
}

function row(org: Org, objectName: string, id: Value | undefined): RecordValues | undefined {
    const object = org.schema.object(objectName);
    return object === undefined || typeof id !== "string" ? undefined : org.store.read(object, id);
}
