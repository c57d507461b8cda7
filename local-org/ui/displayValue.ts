import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";

/** A field's value as a person of the locale reads it; null where the value itself is what is shown. */
export type DisplayValue = (field: FieldSchema, value: Value) => string | null;

/**
 * Picklists by their labels, numbers and dates by the user's locale, times in the org's zone (UTC). A currency
 * amount has no sign: this org's one currency has no code.
 */
export function displayValuesFor(org: Org, user: RunningUser): DisplayValue {
    const locale = localeOf(org, user);
    return (field, value) => {
        if (Decimal.isDecimal(value)) return displayedNumber(field, value, locale);
        if (typeof value !== "string") return null;
        switch (field.type) {
            case "picklist":
                return field.picklistValues.find((choice) => choice.value === value)?.label ?? value;
            case "date":
                return moment(`${value}T00:00:00.000Z`, locale, { dateStyle: "short" });
            case "datetime":
                return moment(value, locale, { dateStyle: "short", timeStyle: "short" });
            default:
                return null;
        }
    };
}

/** A BCP 47 tag: "en-US". */
function localeOf({ schema, store }: Org, user: RunningUser): string {
    const users = schema.object("User");
    const row: RecordValues | undefined = users === undefined ? undefined : store.read(users, user.id);
    const key = row?.["LocaleSidKey"];
    return typeof key === "string" ? key.replaceAll("_", "-") : "en-US";
}

function displayedNumber(field: FieldSchema, value: Decimal, locale: string): string {
    const digits = field.type === "currency" ? { minimumFractionDigits: field.scale } : {};
    // Intl takes the decimal text itself, so that no digit is lost on the way through a float.
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: field.scale, ...digits });
    const text = number.format(value.toFixed() as Intl.StringNumericLiteral);
    return field.type === "percent" ? `${text}%` : text;
}

function moment(instant: string, locale: string, styles: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(locale, { ...styles, timeZone: "UTC" }).format(new Date(instant));
}
