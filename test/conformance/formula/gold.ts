import { Decimal } from "decimal.js";
import type { Value } from "../../../local-org/data/value.ts";
import { compileFormula } from "../../../local-org/formula/compileFormula.ts";
import { FormulaEvaluationError } from "../../../local-org/formula/formula.ts";
import type {
    CompiledFormula,
    FormulaNames,
    FormulaScope,
    FormulaType,
    NullMode
} from "../../../local-org/formula/formula.ts";
import type { ConformanceMiss } from "../suite.ts";

/** How the engine's data calls its answers with blanks as zero, and with blanks as blanks. */
export type Mode = "formula" | "formulaNullAsNull";

/** One formula of the engine's data, with its inputs and what the engine answers. */
export interface GoldFormula {
    readonly test: string;
    readonly formula: string;
    readonly returns: string;
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly formulaFields: readonly { readonly field: string; readonly type: string; readonly formula: string }[];
    readonly cases: readonly {
        readonly input: Readonly<Record<string, string>>;
        readonly expected: Readonly<Record<Mode, string>>;
    }[];
}

const types: Readonly<Record<string, FormulaType>> = {
    Percent: "number",
    Currency: "number",
    Double: "number",
    DateOnly: "date",
    DateTime: "datetime",
    Boolean: "boolean",
    Text: "text",
    textarea: "text",
    phone: "text"
};

const failed = Symbol("failed");

/** Digits of a quotient that the engine prints; the rest is its rounding. */
const longQuotient = 15;

/** Every case that does not agree. */
export function runGold(
    gold: readonly GoldFormula[],
    mode: Mode,
    nullMode: NullMode
): { total: number; misses: ConformanceMiss[] } {
    const misses: ConformanceMiss[] = [];
    let total = 0;
    for (const test of gold) {
        const run = prepare(test);
        for (const { input, expected } of test.cases) {
            total++;
            const actual = run(input, nullMode);
            if (!agrees(actual, expected[mode], test.returns)) {
                const name = `${nullMode}: ${test.formula} of ${JSON.stringify(input)}`;
                misses.push({ name, expected: expected[mode], found: String(actual), reason: null });
            }
        }
    }
    return { total, misses };
}

function prepare(
    test: GoldFormula
): (input: Readonly<Record<string, string>>, nullMode: NullMode) => Value | typeof failed {
    const typeNames = new Map(test.fields.map((field) => [field.name.toLowerCase(), field.type]));
    test.formulaFields.forEach((field) => typeNames.set(field.field.toLowerCase(), field.type));
    const typeName = (path: readonly string[]): string => typeNames.get(path.join(".").toLowerCase()) ?? "";
    const names: FormulaNames = { typeOf: (path) => types[typeName(path)] };
    const formula = compileFormula(test.formula, names);
    const inner = new Map(
        test.formulaFields.map((each) => [each.field.toLowerCase(), compileFormula(each.formula, names)])
    );

    return (input, nullMode) => {
        const given = new Map(Object.entries(input).map(([name, value]) => [name.toLowerCase(), value]));
        const scope: FormulaScope = {
            ...names,
            valueOf(path) {
                const name = path.join(".").toLowerCase();
                return inner.get(name)?.evaluate(scope, nullMode) ?? readInput(given.get(name) ?? "", typeName(path));
            },
            priorValueOf: () => null,
            isNew: false,
            today: "2026-01-31",
            now: "2026-01-31T08:00:00.000Z"
        };
        return inUnits(evaluated(formula, scope, nullMode), test.returns);
    };
}

function evaluated(formula: CompiledFormula, scope: FormulaScope, nullMode: NullMode): Value | typeof failed {
    try {
        return formula.evaluate(scope, nullMode);
    } catch (error) {
        if (error instanceof FormulaEvaluationError) {
            return failed;
        }
        throw error;
    }
}

/** A percent field's result is written in percent points. */
const inUnits = (value: Value | typeof failed, returns: string): Value | typeof failed =>
    returns === "Percent" && Decimal.isDecimal(value) ? value.mul(100) : value;

/** The engine's fields drop blanks at both ends; dates are written 2005:12:31, moments 2005:12:31:23:59:00. */
function readInput(written: string, typeName: string): Value {
    const value = written.replace(/^[\0- ]+|[\0- ]+$/g, "");
    if (value === "") {
        return null;
    }
    switch (types[typeName]) {
        case "number":
            return typeName === "Percent" ? new Decimal(value).div(100) : new Decimal(value);
        case "boolean":
            return value === "true";
        case "date":
            return readMoment(value.split(":").slice(0, 3)).slice(0, 10);
        case "datetime":
            return readMoment(value.split(":"));
        default:
            return value;
    }
}

function readMoment(parts: readonly string[]): string {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(0, 6).map(Number);
    const pacific = parts[6] === "PST" ? 8 : 0;
    return new Date(Date.UTC(year, month - 1, day, hour + pacific, minute, second)).toISOString();
}

function agrees(actual: Value | typeof failed, expected: string, returns: string): boolean {
    if (expected.startsWith("Error")) {
        return actual === failed;
    }
    if (actual === failed || actual === null || expected === "null") {
        return actual === null && expected === "null";
    }
    if (Decimal.isDecimal(actual)) {
        const wanted = new Decimal(expected);
        return (wanted.dp() < longQuotient ? actual : actual.toDecimalPlaces(wanted.dp())).eq(wanted);
    }
    switch (types[returns]) {
        case "date":
            return actual === new Date(expected).toISOString().slice(0, 10);
        case "datetime":
            return actual === new Date(expected).toISOString();
        default:
            return String(actual) === expected;
    }
}
