import type { FieldFunctionExpression, FunctionExp } from "@jetstreamapp/soql-parser-js";
import { malformed, unsupported } from "./refusals.ts";
import { fieldOperand, foldedSql } from "./operand.ts";
import type { Kind, Operand } from "./operand.ts";
import type { Scope } from "./scope.ts";
import { raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

type FunctionCall = FunctionExp | FieldFunctionExpression;

const AGGREGATES = new Set(["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"]);
/** SQLite of a "YYYY-MM-DD…" text; the fiscal year is the calendar year. */
const DATE_PARTS: Readonly<Record<string, (text: Sql) => Sql>> = {
    YEAR: (text) => sql`CAST(substr(${text}, 1, 4) AS INTEGER)`,
    QUARTER: (text) => sql`(CAST(substr(${text}, 6, 2) AS INTEGER) + 2) / 3`,
    MONTH: (text) => sql`CAST(substr(${text}, 6, 2) AS INTEGER)`,
    DAY_IN_MONTH: (text) => sql`CAST(substr(${text}, 9, 2) AS INTEGER)`,
    DAY_IN_WEEK: (text) => sql`CAST(strftime('%w', ${text}) AS INTEGER) + 1`,
    DAY_IN_YEAR: (text) => sql`CAST(strftime('%j', ${text}) AS INTEGER)`,
    WEEK_IN_MONTH: (text) => sql`(CAST(substr(${text}, 9, 2) AS INTEGER) + 6) / 7`,
    WEEK_IN_YEAR: (text) => sql`(CAST(strftime('%j', ${text}) AS INTEGER) + 6) / 7`,
    HOUR_IN_DAY: (text) => sql`CAST(substr(${text}, 12, 2) AS INTEGER)`
};
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
    const [path, ...others] = call.parameters ?? [];
    if (typeof path === "object")
        throw unsupported(`${(path.functionName ?? "").toUpperCase()}() inside ${nameOf(call)}()`);
    if (path === undefined || others.length > 0) throw malformed(`${nameOf(call)}() takes one field`);
    return path;
}

/** Functions whose result can be compared, grouped and sorted. Refuses the others by name. */
export function functionOperand(scope: Scope, call: FunctionCall): Operand {
    if (isAggregate(call)) return aggregateOperand(scope, call);
    const name = nameOf(call);
    const part = DATE_PARTS[name.replace(/^(?:CALENDAR|FISCAL)_/, "")];
    if (part === undefined && name !== "DAY_ONLY") throw unsupported(`${name}()`);
    const argument = fieldOperand(pathOf(call), scope.resolve(pathOf(call)));
    const needsTime = name === "DAY_ONLY" || name === "HOUR_IN_DAY";
    if (argument.kind !== "datetime" && (needsTime || argument.kind !== "date")) {
        throw malformed(`field '${argument.name}' does not support function ${name}`);
    }
    const shared = { name: writtenAs(call), scale: 0, field: null, isAggregate: false };
    if (part === undefined) return { ...shared, kind: "date", sql: sql`substr(${argument.sql}, 1, 10)` };
    return { ...shared, kind: "number", sql: part(argument.sql) };
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
    const ranked =
        argument.kind === "text" ? sql`casefold(${argument.sql}) || char(1) || ${argument.sql}` : argument.sql;
    const found = name === "MIN" ? sql`min(${ranked})` : sql`max(${ranked})`;
    return argument.kind === "text" ? sql`substr(${found}, instr(${found}, char(1)) + 1)` : found;
}

function writtenAs(call: FunctionCall): string {
    return call.rawValue ?? `${nameOf(call)}(${(call.parameters ?? []).map(String).join(", ")})`;
}
