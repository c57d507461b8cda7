import { Decimal } from "decimal.js";
import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema, RollUp } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { inScope } from "./scope.ts";
import type { RowsOfOrg, Scope } from "./scope.ts";
import { isNumeric, scaled } from "./storedValue.ts";
import { columnOf, quoted, rescaled } from "./tables.ts";

const comparisons: Readonly<Record<string, string>> = {
    equals: "=",
    notEqual: "<>",
    lessThan: "<",
    lessOrEqual: "<=",
    greaterThan: ">",
    greaterOrEqual: ">="
};

/** Computes the roll-up summary fields of the given parents from their children as they are stored. */
export function recomputeRollUps(org: RowsOfOrg, parent: ObjectSchema, scope: Scope): void {
    const fields = [...parent.fields.values()].filter((field) => field.rollUp !== null);
    if (fields.length === 0) {
        return;
    }
    const assignments = fields.map((field) => `${quoted(field.name)} = ${rollUpSql(org.schema, parent, field)}`);
    const where = inScope('"Id"', scope);
    org.store.run(`UPDATE ${quoted(parent.name)} SET ${assignments.join(", ")} WHERE ${where.sql}`, where.parameters);
}

/** The objects with roll-up summary fields, each after those it summarizes. */
export function objectsWithRollUps(schema: Schema): readonly ObjectSchema[] {
    const ordered = new Set<ObjectSchema>();
    const visit = (object: ObjectSchema): void => {
        const rollUps = [...object.fields.values()].flatMap((field) => (field.rollUp === null ? [] : [field.rollUp]));
        if (rollUps.length > 0 && !ordered.has(object)) {
            rollUps.forEach((rollUp) => visit(childOf(schema, rollUp)));
            ordered.add(object);
        }
    };
    schema.objects().forEach(visit);
    return [...ordered];
}

/**
 * The SQL of one roll-up for the parent row at hand. Throws OrgError, naming the field, where the roll-up
 * refers to what isn't there or uses an operation this org doesn't know: a deploy asks for it to find out.
 */
export function rollUpSql(schema: Schema, parent: ObjectSchema, field: FieldSchema): string {
    const rollUp = field.rollUp;
    if (rollUp === null) {
        throw new Error(`${parent.name}.${field.name} is not a roll-up summary.`);
    }
    const child = childOf(schema, rollUp);
    const refuse = (reason: string): never => {
        throw new OrgError("INVALID_FIELD", `${parent.name}.${field.name}: ${reason}`);
    };
    const childField = (name: string): FieldSchema =>
        schema.field(child, name) ?? refuse(`${child.name} has no field ${name}.`);

    const link = `${quoted(childField(rollUp.childReference).name)} = ${quoted(parent.name)}."Id"`;
    const filters = rollUp.filters.map((filter) => filterSql(child, childField(filter.field), filter, refuse));
    const from = `FROM ${quoted(child.name)} AS child WHERE ${[`child.${link}`, ...filters].join(" AND ")}`;

    if (rollUp.operation === "count") {
        return `(SELECT ${rescaled("count(*)", field.scale)} ${from})`;
    }
    const summarized = childField(rollUp.summarizedField ?? refuse("it doesn't say which field it summarizes."));
    const column = columnOf(child, summarized, "child");
    const value = isNumeric(summarized)
        ? rescaled(`${rollUp.operation}(${column})`, field.scale - summarized.scale)
        : `${rollUp.operation}(${column})`;
    // The platform shows 0 for the sum of nothing, and a blank for its least or greatest.
    return rollUp.operation === "sum" ? `coalesce((SELECT ${value} ${from}), 0)` : `(SELECT ${value} ${from})`;
}

function childOf(schema: Schema, rollUp: RollUp): ObjectSchema {
    const child = schema.object(rollUp.childObject);
    if (child === undefined) {
        throw new OrgError("INVALID_FIELD", `A roll-up summarizes ${rollUp.childObject}, which this org doesn't have.`);
    }
    return child;
}

function filterSql(
    child: ObjectSchema,
    field: FieldSchema,
    filter: RollUp["filters"][number],
    refuse: (reason: string) => never
): string {
    const comparison = comparisons[filter.operation];
    if (comparison === undefined) {
        return refuse(`this org doesn't know the filter operation ${filter.operation}.`);
    }
    const column = columnOf(child, field, "child");
    // A list of values is "any of them" for equals and "none of them" for notEqual.
    const values = isText(field) ? filter.value.split(",").map((each) => each.trim()) : [filter.value];
    const compared = isText(field) ? `casefold(coalesce(${column}, ''))` : column;
    const parts = values.map((value) => `${compared} ${comparison} ${literal(field, value, refuse)}`);
    const unequalToBlank = filter.operation === "notEqual" && !isText(field) ? ` OR ${column} IS NULL` : "";
    return `(${parts.join(filter.operation === "notEqual" ? " AND " : " OR ")}${unequalToBlank})`;
}

const isText = (field: FieldSchema): boolean =>
    !isNumeric(field) && !["boolean", "date", "datetime"].includes(field.type);

function literal(field: FieldSchema, value: string, refuse: (reason: string) => never): string {
    if (field.type === "boolean") {
        return value.toLowerCase() === "true" || value === "1" ? "1" : "0";
    }
    if (isNumeric(field)) {
        return /^-?\d+(\.\d+)?$/.test(value)
            ? scaled(new Decimal(value), field.scale).toString()
            : refuse(`the filter value "${value}" is not a number.`);
    }
    const text = `'${value.replaceAll("'", "''")}'`;
    return isText(field) ? `casefold(${text})` : text;
}
