import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import { isRecordId, to18 } from "../data/recordId.ts";
import { OrgError } from "../orgError.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";

/** A JSON value as the field stores it. Throws OrgError in the platform's words when its type doesn't fit. */
export function givenValue(field: FieldSchema, json: unknown): Value {
    if (json === null || json === "") return null;
    if (typeof json === "object") throw wrongType(field, json);
    switch (field.type) {
        case "boolean":
            return givenBoolean(field, json);
        case "int":
        case "double":
        case "currency":
        case "percent":
            return givenNumber(field, json);
        case "date":
            return givenDate(field, json);
        case "datetime":
            return givenDatetime(field, json);
        case "id":
        case "reference":
            return givenId(field, json);
        default:
            if (typeof json !== "string") throw wrongType(field, json);
            return json;
    }
}

function givenBoolean(field: FieldSchema, json: unknown): boolean {
    if (typeof json === "boolean") return json;
    const text = String(json).toLowerCase();
    if (text !== "true" && text !== "false") throw wrongType(field, json);
    return text === "true";
}

function givenNumber(field: FieldSchema, json: unknown): Decimal {
    const isNumber = typeof json === "number" && Number.isFinite(json);
    const isNumeric = typeof json === "string" && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(json.trim());
    if (!isNumber && !isNumeric) throw wrongType(field, json);
    const number = new Decimal(String(json).trim());
    if (field.type === "int" && !number.isInteger()) throw wrongType(field, json);
    return number;
}

function givenDate(field: FieldSchema, json: unknown): string {
    const date = typeof json === "string" ? /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(json)?.[1] : undefined;
    if (date === undefined || !isCalendarDate(date)) throw wrongType(field, json);
    return date;
}

/** Any offset is understood; a date alone is its midnight. */
function givenDatetime(field: FieldSchema, json: unknown): string {
    const pattern = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
    const match = typeof json === "string" ? pattern.exec(json) : null;
    if (match === null || !isCalendarDate(match[1] ?? "")) throw wrongType(field, json);
    const time = match[2] ?? "T00:00:00Z";
    const zoned = match[2] !== undefined && match[5] === undefined ? `${time}Z` : time;
    const instant = new Date(`${match[1]}${zoned.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")}`);
    if (Number.isNaN(instant.getTime())) throw wrongType(field, json);
    return instant.toISOString();
}

function isCalendarDate(date: string): boolean {
    const instant = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

function givenId(field: FieldSchema, json: unknown): string {
    if (typeof json !== "string") throw wrongType(field, json);
    if (!isRecordId(json)) {
        const message = `${field.label}: id value of incorrect type: ${json}`;
        throw new OrgError("MALFORMED_ID", message, { fields: [field.name] });
    }
    return to18(json);
}

function wrongType(field: FieldSchema, json: unknown): OrgError {
    const message =
        `Cannot deserialize instance of ${field.type} from ${tokenOf(json)} value ${shown(json)} ` +
        `or request may be missing a required field (${field.name})`;
    return new OrgError("JSON_PARSER_ERROR", message, { fields: [field.name] });
}

function shown(json: unknown): string {
    return typeof json === "string" ? json.slice(0, 80) : JSON.stringify(json).slice(0, 80);
}

function tokenOf(json: unknown): string {
    if (Array.isArray(json)) return "START_ARRAY";
    if (typeof json === "object") return "START_OBJECT";
    if (typeof json === "number") return Number.isInteger(json) ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT";
    return typeof json === "boolean" ? `VALUE_${String(json).toUpperCase()}` : "VALUE_STRING";
}
