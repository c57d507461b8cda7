import { OrgError } from "../../orgError.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import { kindOf } from "../../soql/operand.ts";
import type { ReadableSchema } from "./readableSchema.ts";

/** An input as graphql-js hands it over: coerced to its type, so that names and operators are known ones. */
export type Input = Readonly<Record<string, unknown>>;

/** The WHERE clause of a filter, "" for one that asks nothing. Values are quoted and escaped here. */
export function whereClause(readable: ReadableSchema, object: ObjectSchema, filter: Input | undefined): string {
    const condition = filter === undefined ? "" : conditionOf({ readable, object, prefix: "" }, filter);
    return condition === "" ? "" : ` WHERE ${condition}`;
}

/** The ORDER BY clause, "" where nothing is asked. */
export function orderByClause(readable: ReadableSchema, object: ObjectSchema, orderBy: Input | undefined): string {
    const keys = orderBy === undefined ? [] : orderKeys({ readable, object, prefix: "" }, orderBy);
    return keys.length === 0 ? "" : ` ORDER BY ${keys.join(", ")}`;
}

/** Where on the way along parents a name is looked up. */
interface Place {
    readonly readable: ReadableSchema;
    readonly object: ObjectSchema;
    /** "Account." */
    readonly prefix: string;
}

function conditionOf(place: Place, filter: Input): string {
    const conditions = given(filter).map(([name, value]) => {
        if (name === "and" || name === "or")
            return joined(
                inputs(value).map((each) => conditionOf(place, each)),
                name
            );
        if (name === "not") {
            const negated = conditionOf(place, value as Input);
            return negated === "" ? "" : `(NOT (${negated}))`;
        }
        const field = fieldNamed(place, name);
        if (field !== undefined) return fieldConditions(`${place.prefix}${name}`, field, value as Input);
        return conditionOf(parentPlace(place, name), value as Input);
    });
    return joined(conditions, "and");
}

const symbols: Readonly<Record<string, string>> = {
    eq: "=",
    ne: "!=",
    like: "LIKE",
    lt: "<",
    lte: "<=",
    gt: ">",
    gte: ">="
};

const listWords: Readonly<Record<string, string>> = {
    in: "IN",
    nin: "NOT IN",
    includes: "INCLUDES",
    excludes: "EXCLUDES"
};

function fieldConditions(path: string, field: FieldSchema, operators: Input): string {
    const conditions = given(operators, true).map(([operator, value]) => {
        const word = listWords[operator];
        if (word === undefined) return `${path} ${symbols[operator]} ${literalOf(field, value)}`;
        const values = value as readonly unknown[] | null;
        if (values === null || values.length === 0) {
            throw new OrgError("INVALID_ARGUMENT", `${path}: ${operator} needs at least one value.`);
        }
        return `${path} ${word} (${values.map((each) => literalOf(field, each)).join(", ")})`;
    });
    return joined(conditions, "and");
}

function literalOf(field: FieldSchema, value: unknown): string {
    if (value === null) return "null";
    switch (kindOf(field)) {
        case "number":
        case "boolean":
            return plainNumber(value as number | boolean);
        case "date":
        case "datetime": {
            const { value: moment, literal } = value as { value?: string; literal?: string };
            return moment === undefined ? String(literal) : momentOf(field, moment);
        }
        case "id":
        case "text":
        case "multipicklist":
            return quoted(String(value));
    }
}

/** SOQL takes no exponents. */
function plainNumber(value: number | boolean): string {
    return typeof value === "number"
        ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
        : String(value);
}

/** A moment stands in SOQL without quotes, so that nothing else may come through here. */
function momentOf(field: FieldSchema, text: string): string {
    if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return text;
    throw new OrgError("INVALID_ARGUMENT", `${field.name}: ${JSON.stringify(text)} is no ${field.type}.`);
}

function quoted(text: string): string {
    const escaped = text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
    return `'${escaped.replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
}

function orderKeys(place: Place, orderBy: Input): string[] {
    return given(orderBy).flatMap(([name, value]) => {
        if (fieldNamed(place, name) === undefined) return orderKeys(parentPlace(place, name), value as Input);
        const { order, nulls } = value as { order?: string; nulls?: string };
        return [`${place.prefix}${name} ${order ?? "ASC"}${nulls === undefined ? "" : ` NULLS ${nulls}`}`];
    });
}

function fieldNamed({ readable, object }: Place, name: string): FieldSchema | undefined {
    return readable.fields(object).find((field) => field.name === name);
}

function parentPlace({ readable, object, prefix }: Place, name: string): Place {
    const parent = readable.parents(object).find(({ relationshipName }) => relationshipName === name);
    if (parent === undefined) throw new Error(`The filter type of ${object.name} names an unknown ${name}.`);
    return { readable, object: parent.object, prefix: `${prefix}${name}.` };
}

/** A null filter asks nothing; a null operand asks for blank. */
function given(input: Input, withNulls = false): [string, unknown][] {
    return Object.entries(input).filter(([, value]) => value !== undefined && (withNulls || value !== null));
}

function inputs(value: unknown): Input[] {
    return (value as readonly (Input | null)[]).filter((each) => each !== null);
}

function joined(conditions: readonly string[], word: "and" | "or"): string {
    const asking = conditions.filter((condition) => condition !== "");
    return asking.length < 2 ? (asking[0] ?? "") : `(${asking.join(` ${word.toUpperCase()} `)})`;
}
