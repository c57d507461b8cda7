import { unrefused } from "../pendingRecord.ts";
import type { SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** An entry shows its product's name and code. */
export function pricebookEntryBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    const products = batch.org.schema.object("Product2");
    return {
        afterFlows: () => {
            for (const { values } of unrefused(batch)) {
                const id = values["Product2Id"];
                const product = products && typeof id === "string" ? batch.org.store.read(products, id) : undefined;
                values["Name"] = product?.["Name"] ?? null;
                values["ProductCode"] = product?.["ProductCode"] ?? null;
            }
        }
    };
}
