import type { FieldFunctionExpression, FunctionExp } from "@jetstreamapp/soql-parser-js";
import { datePart } from "./dateParts.ts";
import { malformed, unsupported } from "./refusals.ts";
import { fieldOperand, foldedSql } from "./operand.ts";
import type { Kind, Operand } from "./operand.ts";
import type { Scope } from "./scope.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { inTimeZone, offsetOfUser } from "./timeZone.ts";

type FunctionCall = FunctionExp | FieldFunctionExpression;

const AGGREGATES = new Set(["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"]);
const TYPES_OF_AGGREGATE: Readonly<Record<string, ReadonlySet<Kind>>> = {
    COUNT: new Set<Kind>(["id", "text", "number", "date", "datetime"]),
    COUNT_DISTINCT: new Set<Kind>(["id", "text", "number", "date", "datetime"]),
    SUM: new Set<Kind>(["number"]),
    AVG: new Set<Kind>(["number"]),
    MIN: new Set<Kind>(["id", "text", "number", "date", "datetime"]),
    MAX: new Set<Kind>(["id", "text", "number", "date", "datetime"])
};

export function nameOf(call: FunctionCall): string {
    return (call.functionName ?? "").toUpperCase();
}

export function isAggregate(call: FunctionCall): boolean {
    return AGGREGATES.has(nameOf(call));
}

/** The one field path that a function is given. */
export function pathOf(call: FunctionCall): string {
    const argument = argumentOf(call);
    if (typeof argument === "object") throw unsupported(`${nameOf(argument)}() inside ${nameOf(call)}()`);
    return argument;
}

function argumentOf(call: FunctionCall): string | FunctionCall {
    const [argument, ...others] = call.parameters ?? [];
    if (argument === undefined || others.length > 0) throw malformed(`${nameOf(call)}() takes one field`);
    return argument;
}

/** Functions whose result can be compared, grouped and sorted. Refuses the others by name. */
export function functionOperand(scope: Scope, call: FunctionCall): Operand {
    if (isAggregate(call)) return aggregateOperand(scope, call);
    const name = nameOf(call);
    if (name === "TOLABEL") return labelOperand(scope, call);
    const part = datePart(name);
    if (part === undefined && name !== "DAY_ONLY") throw unsupported(`${name}()`);
    const argument = timeArgument(scope, call);
    const needsTime = name === "DAY_ONLY" || name === "HOUR_IN_DAY";
    if (argument.kind !== "datetime" && (needsTime || argument.kind !== "date")) {
        throw malformed(`field '${argument.name}' does not support function ${name}`);
    }
    const shared = { name: writtenAs(call), scale: 0, field: null, isAggregate: false };
    if (part === undefined) return { ...shared, kind: "date", sql: sql`substr(${argument.sql}, 1, 10)` };
    return { ...shared, kind: "number", sql: part(argument.sql, scope.calendar()) };
}

/** A value that is no choice of the picklist is its own label. */
function labelOperand(scope: Scope, call: FunctionCall): Operand {
    const argument = fieldOperand(pathOf(call), scope.resolve(pathOf(call)));
    if (argument.kind !== "text") throw malformed(`field '${argument.name}' does not support function toLabel`);
    const labelled = (argument.field?.picklistValues ?? []).filter(({ value, label }) => value !== label);
    const cases = labelled.map(({ value, label }) => sql`WHEN ${value} THEN ${label}`);
    const label =
        cases.length === 0 ? argument.sql : sql`CASE ${argument.sql} ${join(cases, " ")} ELSE ${argument.sql} END`;
    return { ...argument, name: writtenAs(call), sql: label, field: null };
}

/** A field, or convertTimezone() of a date and time. */
function timeArgument(scope: Scope, call: FunctionCall): Operand {
    const argument = argumentOf(call);
    if (typeof argument === "string") return fieldOperand(argument, scope.resolve(argument));
    if (nameOf(argument) !== "CONVERTTIMEZONE") {
        throw unsupported(`${nameOf(argument)}() inside ${nameOf(call)}()`);
    }
    const field = fieldOperand(pathOf(argument), scope.resolve(pathOf(argument)));
    if (field.kind !== "datetime") throw malformed(`field '${field.name}' does not support function convertTimezone`);
    return { ...field, sql: inTimeZone(field.sql, offsetOfUser(scope.context)) };
}

function aggregateOperand(scope: Scope, call: FunctionCall): Operand {
    const name = nameOf(call);
    const shared = { name: writtenAs(call), scale: 0, field: null, isAggregate: true };
    if (name === "COUNT" && (call.parameters ?? []).length === 0) {
        return { ...shared, kind: "number", sql: raw("count(*)") };
    }
    const argument = fieldOperand(pathOf(call), scope.resolve(pathOf(call)));
    if (!TYPES_OF_AGGREGATE[name]?.has(argument.kind) || argument.field?.filterable === false) {
        throw malformed(`field ${argument.name} does not support aggregate operator ${name}`);
    }
    const { kind, scale } = argument;
    switch (name) {
        case "COUNT":
            return { ...shared, kind: "number", sql: sql`count(${argument.sql})` };
        case "COUNT_DISTINCT":
            return { ...shared, kind: "number", sql: sql`count(DISTINCT ${foldedSql(argument)})` };
        case "SUM":
            return { ...shared, kind, scale, sql: sql`sum(${argument.sql})` };
        case "AVG":
            return { ...shared, kind, scale, sql: sql`sum(${argument.sql})`, dividedBy: sql`count(${argument.sql})` };
        default:
            return { ...shared, kind, scale, sql: extreme(name, argument) };
    }
}

/** Text is ranked by its folded form but given as it was written. */
function extreme(name: string, argument: Operand): Sql {
    const ranked = argument.kind === "text" ? sql`${foldedSql(argument)} || char(1) || ${argument.sql}` : argument.sql;
    const found = name === "MIN" ? sql`min(${ranked})` : sql`max(${ranked})`;
    return argument.kind === "text" ? sql`substr(${found}, instr(${found}, char(1)) + 1)` : found;
}

function writtenAs(call: FunctionCall): string {
    return call.rawValue ?? `${nameOf(call)}(${(call.parameters ?? []).map(String).join(", ")})`;
}
