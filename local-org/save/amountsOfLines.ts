import { Decimal } from "decimal.js";
import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";

/**
 * What an opportunity's lines say about it: their total, their quantity, and the price book of the first
 * line where none was chosen. When the last line goes, the amount stays as it was; no page documents it.
 */
export function amountsOfLines(org: Pick<Org, "schema" | "store">, opportunityId: string): RecordValues {
    const lineItem = org.schema.object("OpportunityLineItem");
    if (lineItem === undefined) return {};
    const lines = org.store.readMany(lineItem, { field: "OpportunityId", isOneOf: [opportunityId] });
    const [line] = lines;
    if (line === undefined) return { HasOpportunityLineItem: false };
    const priceBook = stored(org, "Opportunity", opportunityId)?.["Pricebook2Id"] ?? null;
    const entryId = line["PricebookEntryId"];
    return {
        HasOpportunityLineItem: true,
        Amount: sumOf(lines, "TotalPrice"),
        TotalOpportunityQuantity: sumOf(lines, "Quantity"),
        Pricebook2Id: priceBook ?? stored(org, "PricebookEntry", entryId)?.["Pricebook2Id"] ?? null
    };
}

function sumOf(rows: readonly RecordValues[], field: string): Decimal {
    return rows
        .map((row) => row[field])
        .reduce<Decimal>((sum, value) => (Decimal.isDecimal(value) ? sum.plus(value) : sum), new Decimal(0));
}

function stored(
    { schema, store }: Pick<Org, "schema" | "store">,
    objectName: string,
    id: RecordValues[string] | undefined
): RecordValues | undefined {
    const object = schema.object(objectName);
    return object === undefined || typeof id !== "string" ? undefined : store.read(object, id);
}
