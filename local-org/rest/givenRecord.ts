import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import { seesRecord } from "../people/recordAccess.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Call } from "./call.ts";
import { givenValue } from "./givenValue.ts";

/** As whom a record is given, and to which org. */
type Giver = Pick<Call, "org" | "user">;

export type JsonObject = Record<string, unknown>;

export function isJsonObject(json: unknown): json is JsonObject {
    return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The body as an object. Throws JSON_PARSER_ERROR when it is anything else. */
export function jsonObject(json: unknown): JsonObject {
    if (isJsonObject(json)) return json;
    throw new OrgError("JSON_PARSER_ERROR", "The request body must be a JSON object.");
}

/**
 * A record's JSON as typed values under exact field names. A parent may be named by one of its unique
 * fields: `"Account": { "External_Id__c": "x" }`. Throws OrgError for a field that isn't there for this user, or is
 * there twice: which of "Name" and "name" the platform would take is not known.
 */
export function givenRecord(giver: Giver, object: ObjectSchema, json: JsonObject): RecordValues {
    const { org, user } = giver;
    const values: RecordValues = {};
    const spellings = new Map<string, string>();
    for (const [name, value] of Object.entries(json)) {
        if (name === "attributes") continue;
        const field = org.schema.field(object, name);
        const reference = field === undefined ? org.schema.parentRelationship(object, name) : undefined;
        const given = field ?? reference;
        if (given === undefined || !user.canReadField(object.name, given.name)) throw noSuchColumn(name, object);
        const other = spellings.get(given.name);
        if (other !== undefined) throw givenTwice(given.name, other, name);
        spellings.set(given.name, name);
        if (field !== undefined) {
            values[field.name] = givenValue(field, value);
        } else if (reference !== undefined && isJsonObject(value)) {
            values[reference.name] = idOfParent(giver, reference.reference?.to ?? [], value);
        } else {
            throw noSuchColumn(name, object);
        }
    }
    return values;
}

export function noSuchColumn(name: string, object: ObjectSchema): OrgError {
    return new OrgError("INVALID_FIELD", `No such column '${name}' on sobject of type ${object.name}`);
}

function givenTwice(field: string, one: string, other: string): OrgError {
    const message = `The field ${field} is given twice, as "${one}" and as "${other}"; give it once.`;
    return new OrgError("INVALID_FIELD", message, { fields: [field] });
}

function idOfParent({ org, user }: Giver, targets: readonly string[], json: JsonObject): string {
    const [name, ...others] = Object.keys(json).filter((key) => key !== "attributes");
    const [target] = targets;
    const parent = target === undefined ? undefined : org.schema.object(target);
    const field = parent === undefined || name === undefined ? undefined : org.schema.field(parent, name);
    const isReadable = field !== undefined && user.canReadField(parent?.name ?? "", field.name);
    if (parent === undefined || name === undefined || !isReadable || others.length > 0) {
        throw new OrgError("INVALID_FIELD", `A parent must be named by one field of ${targets.join(" or ")}.`);
    }
    const value = givenValue(field, json[name]);
    const found = typeof value === "string" ? org.store.readMany(parent, { field: field.name, isOneOf: [value] }) : [];
    const rows = found.filter((row) => seesRecord(org, user, parent, row));
    const [row] = rows;
    if (row === undefined || rows.length > 1) {
        throw new OrgError(
            "INVALID_FIELD",
            `Foreign key external ID: ${String(value)} not found for field ${name} in entity ${parent.name}`
        );
    }
    return String(row["Id"]);
}
