import { Decimal } from "decimal.js";
import type { Value } from "../../data/value.ts";
import { hasChanged, refuse } from "../pendingRecord.ts";
import type { PendingRecord } from "../pendingRecord.ts";

/** The sales price or the total, not both: the platform works out the other. */
export function checkGivenPrices(record: PendingRecord): void {
    const { values, prior } = record;
    const [price, total] = [isGiven(record, "UnitPrice"), isGiven(record, "TotalPrice")];
    if (price && total) {
        const message = "field integrity exception: TotalPrice (give UnitPrice or TotalPrice, not both)";
        refuse(record, "FIELD_INTEGRITY_EXCEPTION", message, ["UnitPrice", "TotalPrice"]);
    } else if (prior === null && !price && !total) {
        refuse(record, "REQUIRED_FIELD_MISSING", "Required fields are missing: [UnitPrice]", ["UnitPrice"]);
    } else if (prior !== null && values["UnitPrice"] === null && values["TotalPrice"] === null) {
        refuse(record, "REQUIRED_FIELD_MISSING", "Required fields are missing: [UnitPrice]", ["UnitPrice"]);
    }
}

/**
 * Total = sales price × quantity, less the discount in percent points. A given total changes the sales
 * price; every other change keeps the sales price and moves the total.
 */
export function priceLine(record: PendingRecord): void {
    const { values } = record;
    const quantity = numberOr(values["Quantity"], 0);
    const share = new Decimal(1).minus(numberOr(values["Discount"], 0).div(100));
    const byTotal = isGiven(record, "TotalPrice") && !isGiven(record, "UnitPrice") && hasChanged(record, "TotalPrice");
    if (byTotal) {
        const divisor = quantity.times(share);
        values["UnitPrice"] = divisor.isZero() ? new Decimal(0) : money(numberOr(values["TotalPrice"], 0).div(divisor));
    } else if (["UnitPrice", "Quantity", "Discount"].some((field) => hasChanged(record, field))) {
        values["TotalPrice"] = money(numberOr(values["UnitPrice"], 0).times(quantity).times(share));
    }
    values["Subtotal"] = money(numberOr(values["UnitPrice"], 0).times(quantity));
}

function isGiven({ given, values }: PendingRecord, field: string): boolean {
    return given.has(field) && values[field] !== null;
}

function numberOr(value: Value | undefined, otherwise: number): Decimal {
    return Decimal.isDecimal(value) ? value : new Decimal(otherwise);
}

function money(value: Decimal): Decimal {
    return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
