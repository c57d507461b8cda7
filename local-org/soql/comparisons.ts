import type { LiteralType, Operator } from "@jetstreamapp/soql-parser-js";
import { casefold } from "../data/sqlFunctions.ts";
import type { Calendar } from "./calendar.ts";
import { rangeOfDateLiteral } from "./dateLiterals.ts";
import { dateOf, datetimeOf, idOf, patternOf, textOf } from "./literals.ts";
import { compareNumber, scaledTo } from "./numberComparisons.ts";
import { foldedSql } from "./operand.ts";
import type { Operand } from "./operand.ts";
import { invalidField, invalidOperator, malformed, unsupported } from "./refusals.ts";
import { joinBalanced, raw, sql } from "./sql.ts";
import type { Parameter, Sql } from "./sql.ts";

export interface Literal {
    readonly type: LiteralType;
    /** As written, quotes included. */
    readonly text: string;
}

/** The platform's longest string of a WHERE clause. */
const LONGEST_PATTERN = 4_000;

type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

const NAMES = {
    id: "id",
    text: "string",
    multipicklist: "string",
    number: "double",
    boolean: "boolean",
    date: "date",
    datetime: "dateTime"
};
const OPERATORS: Readonly<Record<Comparison, Sql>> = {
    "=": raw("="),
    "!=": raw("IS NOT"),
    "<": raw("<"),
    "<=": raw("<="),
    ">": raw(">"),
    ">=": raw(">=")
};

/**
 * A condition in two values: never NULL where the platform has a definite answer. A comparison with
 * a blank field is false, but `!=` of a value is true for it.
 */
export function compare(operand: Operand, operator: Operator, literal: Literal, calendar: () => Calendar): Sql {
    if (literal.type === "NULL" || isEmptyText(literal)) return compareBlank(operand, operator);
    if (operator === "LIKE") return like(operand, literal);
    if (!isComparison(operator)) throw invalidOperator(`invalid operator ${operator} on field '${operand.name}'`);
    refuseOtherType(operand, literal);
    switch (operand.kind) {
        case "id":
            return sql`${operand.sql} ${OPERATORS[operator]} ${idOf(textOf(literal.text))}`;
        case "text":
        case "multipicklist":
            return sql`${foldedSql(operand)} ${OPERATORS[operator]} ${casefold(textOf(literal.text))}`;
        case "number":
            return compareNumber(operand, operator, literal.text);
        case "boolean":
            return compareBoolean(operand, operator, literal.text.toUpperCase() === "TRUE");
        case "date":
        case "datetime":
            return compareTime(operand, operator, literal, calendar);
    }
}

/** IN and NOT IN a list. NOT IN holds for a blank field, as `!=` does (see README.md). */
export function compareList(
    operand: Operand,
    isIn: boolean,
    literals: readonly Literal[],
    calendar: () => Calendar
): Sql {
    const plain = literals.filter((literal) => canBeListed(operand, literal));
    const others = literals.filter((literal) => !canBeListed(operand, literal));
    const parts = others.map((literal) => compare(operand, "=", literal, calendar));
    if (plain.length > 0) {
        plain.forEach((literal) => refuseOtherType(operand, literal));
        const values = plain.map((literal) => listed(operand, literal)).filter((value) => value !== null);
        parts.push(sql`${foldedSql(operand)} IN (SELECT value FROM json_each(${jsonOf(values)}))`);
    }
    const found = joinBalanced(parts, "OR");
    return isIn ? sql`(${found})` : sql`NOT coalesce((${found}), 0)`;
}

/** One parameter, however many values: SQLite takes only so many parameters. Integers keep all their digits. */
function jsonOf(values: readonly Parameter[]): string {
    return `[${values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value))).join(",")}]`;
}

/** What one SQL IN can hold; blanks, ranges of days and checkboxes are compared one by one. */
function canBeListed(operand: Operand, literal: Literal): boolean {
    if (literal.type === "NULL" || literal.type.includes("LITERAL") || isEmptyText(literal)) return false;
    return operand.kind !== "boolean" && operand.dividedBy === undefined;
}

/** Null: the field can't hold such a value. */
function listed(operand: Operand, literal: Literal): Parameter {
    switch (operand.kind) {
        case "id":
            return idOf(textOf(literal.text));
        case "number":
            return scaledTo(operand.scale, literal.text);
        case "date":
            return dateOf(literal.text);
        case "datetime":
            return datetimeOf(literal.text);
        default:
            return casefold(textOf(literal.text));
    }
}

/** INCLUDES and EXCLUDES: each value may ask for several choices at once, `'a;b'`. */
export function compareChoices(operand: Operand, includes: boolean, literals: readonly Literal[]): Sql {
    if (operand.kind !== "multipicklist") {
        throw invalidOperator(`${includes ? "includes" : "excludes"} operator is not valid on field '${operand.name}'`);
    }
    const held = sql`';' || ${foldedSql(operand)} || ';'`;
    const any = literals.map((literal) => {
        refuseOtherType(operand, literal);
        const all = textOf(literal.text)
            .split(";")
            .map((choice) => sql`instr(${held}, ${casefold(`;${choice};`)}) > 0`);
        return joinBalanced(all, "AND");
    });
    const found = sql`coalesce(${joinBalanced(any, "OR")}, 0)`;
    return includes ? found : sql`NOT ${found}`;
}

function compareBlank(operand: Operand, operator: Operator): Sql {
    if (operator !== "=" && operator !== "!=" && operator !== "LIKE") return raw("0");
    if (operand.kind === "boolean") return compareBoolean(operand, operator === "!=" ? "!=" : "=", false);
    return operator === "!=" ? sql`${operand.sql} IS NOT NULL` : sql`${operand.sql} IS NULL`;
}

/** A checkbox is never blank: that of a missing parent reads as false. */
function compareBoolean(operand: Operand, operator: Comparison, value: boolean): Sql {
    if (operator !== "=" && operator !== "!=") throw invalidOperator(`invalid operator ${operator} on boolean field`);
    return sql`coalesce(${operand.sql}, 0) ${OPERATORS[operator]} ${value ? 1n : 0n}`;
}

function compareTime(operand: Operand, operator: Comparison, literal: Literal, calendar: () => Calendar): Sql {
    if (literal.type === "DATE") return sql`${operand.sql} ${OPERATORS[operator]} ${dateOf(literal.text)}`;
    if (literal.type === "DATETIME") return sql`${operand.sql} ${OPERATORS[operator]} ${datetimeOf(literal.text)}`;
    const range = rangeOfDateLiteral(literal.text, calendar());
    const midnight = operand.kind === "datetime" ? "T00:00:00.000Z" : "";
    const start = sql`${`${range.start}${midnight}`}`;
    const end = sql`${`${range.end}${midnight}`}`;
    const within = sql`(${operand.sql} >= ${start} AND ${operand.sql} < ${end})`;
    switch (operator) {
        case "=":
            return within;
        case "!=":
            return sql`NOT coalesce(${within}, 0)`;
        case "<":
            return sql`${operand.sql} < ${start}`;
        case "<=":
            return sql`${operand.sql} < ${end}`;
        case ">":
            return sql`${operand.sql} >= ${end}`;
        case ">=":
            return sql`${operand.sql} >= ${start}`;
    }
}

function like(operand: Operand, literal: Literal): Sql {
    if (operand.kind !== "text") throw invalidOperator(`invalid operator LIKE on field '${operand.name}'`);
    refuseOtherType(operand, literal);
    if (literal.text.length > LONGEST_PATTERN)
        throw malformed(`A pattern of LIKE has ${LONGEST_PATTERN} characters at most`);
    return sql`${foldedSql(operand)} LIKE ${casefold(patternOf(literal.text))} ESCAPE '\\'`;
}

function refuseOtherType(operand: Operand, literal: Literal): void {
    if (literal.type.endsWith("CURRENCY_PREFIX")) throw unsupported(`The currency literal ${literal.text}`);
    if (literal.type === "APEX_BIND_VARIABLE") throw unsupported("A bind variable");
    if (typesOf(operand).has(literal.type)) return;
    const quotes = NAMES[operand.kind] === "string" || operand.kind === "id" ? "should be" : "should not be";
    throw invalidField(
        `value of filter criterion for field '${operand.name}' must be of type ${NAMES[operand.kind]} and ${quotes} enclosed in quotes`
    );
}

function typesOf(operand: Operand): ReadonlySet<LiteralType> {
    switch (operand.kind) {
        case "id":
        case "text":
        case "multipicklist":
            return new Set<LiteralType>(["STRING"]);
        case "number":
            return new Set<LiteralType>(["INTEGER", "DECIMAL"]);
        case "boolean":
            return new Set<LiteralType>(["BOOLEAN"]);
        case "date":
            return new Set<LiteralType>(["DATE", "DATE_LITERAL", "DATE_N_LITERAL"]);
        case "datetime":
            return new Set<LiteralType>(["DATETIME", "DATE_LITERAL", "DATE_N_LITERAL"]);
    }
}

const isEmptyText = (literal: Literal): boolean => literal.type === "STRING" && literal.text === "''";

function isComparison(operator: Operator): operator is Comparison {
    return operator in OPERATORS;
}
