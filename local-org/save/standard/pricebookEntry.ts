import type { RecordValues, Value } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import { refuse, unrefused } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** An entry shows its product's name and code; it needs a standard price first, and is one of its kind. */
export function pricebookEntryBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    const { org } = batch;
    return {
        beforeFlows: () => {
            for (const record of unrefused(batch)) checkPrice(batch, record);
        },
        afterFlows: () => {
            for (const { values } of unrefused(batch)) {
                const product = row(org, "Product2", values["Product2Id"]);
                values["Name"] = product?.["Name"] ?? null;
                values["ProductCode"] = product?.["ProductCode"] ?? null;
            }
        }
    };
}

/** Object Reference, PricebookEntry: a standard price is defined before any other of the product. */
function checkPrice({ org, object }: SaveBatch, record: PendingRecord): void {
    const { values, prior } = record;
    const ofProduct = org.store.readMany(object, { field: "Product2Id", isOneOf: [idOf(values["Product2Id"])] });
    const standard = ofProduct.find((entry) => isStandard(org, entry["Pricebook2Id"]));
    if (prior === null && ofProduct.some((entry) => entry["Pricebook2Id"] === values["Pricebook2Id"])) {
        refuse(record, "DUPLICATE_VALUE", "This price definition already exists in this price book");
    } else if (prior === null && standard === undefined && !isStandard(org, values["Pricebook2Id"])) {
        refuse(record, "STANDARD_PRICE_NOT_DEFINED", "Before creating a custom price, create a standard price.");
    } else if (values["UseStandardPrice"] === true && standard !== undefined) {
        values["UnitPrice"] = standard["UnitPrice"] ?? null;
    }
}

function isStandard(org: Org, priceBookId: Value | undefined): boolean {
    return row(org, "Pricebook2", priceBookId)?.["IsStandard"] === true;
}

function idOf(value: Value | undefined): string | null {
    return typeof value === "string" ? value : null;
}

function row(org: Org, objectName: string, id: Value | undefined): RecordValues | undefined {
    const object = org.schema.object(objectName);
    return object === undefined || typeof id !== "string" ? undefined : org.store.read(object, id);
}
