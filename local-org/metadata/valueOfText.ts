import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import { DeployProblem } from "./deployProblem.ts";

/** A value written in metadata, as the field stores it. Throws DeployProblem naming the field and the value. */
export function valueOfText(field: FieldSchema, text: string): Value {
    if (text === "") return field.type === "boolean" ? false : null;
    switch (field.type) {
        case "boolean":
            return oneOf(field, text, ["true", "false"]) === "true";
        case "int":
        case "double":
        case "currency":
        case "percent":
            return numberOf(field, text);
        case "date":
            return dateOf(field, text);
        case "datetime":
            return datetimeOf(field, text);
        case "picklist":
            return field.restrictedPicklist
                ? oneOf(
                      field,
                      text,
                      field.picklistValues.map((each) => each.value)
                  )
                : text;
        default:
            if (text.length > field.length)
                throw unfit(field, `has ${text.length} characters; ${field.length} is the most`);
            return text;
    }
}

function numberOf(field: FieldSchema, text: string): Decimal {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw unfit(field, `is not a number: ${text}`);
    const number = new Decimal(text).toDecimalPlaces(field.scale, Decimal.ROUND_HALF_UP);
    if (number.abs().gte(new Decimal(10).pow(field.precision - field.scale))) {
        throw unfit(field, `has more than ${field.precision - field.scale} digits before the point: ${text}`);
    }
    return number;
}

function dateOf(field: FieldSchema, text: string): string {
    const match = /^(\d{4}-\d{2}-\d{2})Z?$/.exec(text);
    const date = match?.[1] ?? "";
    const instant = new Date(`${date}T00:00:00.000Z`);
    if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date)
        throw unfit(field, `is not a date: ${text}`);
    return date;
}

function datetimeOf(field: FieldSchema, text: string): string {
    const instant = new Date(text);
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(instant.getTime())) {
        throw unfit(field, `is not a date and time: ${text}`);
    }
    return instant.toISOString();
}

function oneOf(field: FieldSchema, text: string, allowed: readonly string[]): string {
    if (!allowed.includes(text)) throw unfit(field, `can't be "${text}"; it is one of ${allowed.join(", ")}`);
    return text;
}

function unfit(field: FieldSchema, reason: string): DeployProblem {
    return new DeployProblem(`${field.name} ${reason}`);
}
