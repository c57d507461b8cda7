import { Decimal } from "decimal.js";
import type { SoqlContext } from "./context.ts";

/** What dates mean in a query. */
export interface Calendar {
    /** "YYYY-MM-DD". */
    readonly today: string;
    /** 1 to 12. */
    readonly fiscalStartMonth: number;
    readonly fiscalYearIsNamedByStart: boolean;
}

/** As the org's clock and its Organization record say; the fiscal year is the calendar year where it says nothing. */
export function calendarOf({ clock, schema, store }: Pick<SoqlContext, "clock" | "schema" | "store">): Calendar {
    const object = schema.object("Organization");
    const [organization] = object === undefined ? [] : store.readMany(object);
    const month = organization?.["FiscalYearStartMonth"];
    return {
        today: clock.today(),
        fiscalStartMonth: Decimal.isDecimal(month) ? month.toNumber() : 1,
        fiscalYearIsNamedByStart: organization?.["UsesStartDateAsFiscalYearName"] === true
    };
}
