/** The sample formulas of Salesforce Help, with the values that formulon's author expects (leifg/formulon, MIT). */
import { Decimal } from "decimal.js";
import { FormulaError } from "../../../local-org/formula/formula.ts";
import { result } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { Field } from "../../../local-org/formula/__tests__/scopeOf.ts";

interface Typed {
    readonly dataType: string;
    readonly value: string | number | boolean | null;
}

/** One sample formula with the records its author tried. */
export interface Example {
    readonly name: string;
    readonly formula: string;
    readonly suites: readonly ExampleRecord[];
}

interface ExampleRecord {
    readonly context: string;
    readonly identifiers: Readonly<Record<string, Typed>>;
    readonly expectedResult: Typed;
}

/** What this org answers for one record; `refused` is the sentence of a formula it does not compile. */
export function answerExample(
    example: Example,
    { identifiers, expectedResult }: ExampleRecord
): { agrees: boolean; found: string } | { refused: string } {
    const fields = Object.entries(identifiers).map(
        ([name, typed]) => [name, fieldOf(known(example, name, typed))] as const
    );
    try {
        const found = result(example.formula, Object.fromEntries(fields), { nullMode: "blankAsBlank" });
        return { agrees: isNear(found, expectedResult), found: String(found) };
    } catch (error) {
        if (error instanceof FormulaError) return { refused: error.message };
        throw error;
    }
}

/** A blank is written without its type; another record of the same formula has it. */
function known(example: Example, name: string, { dataType, value }: Typed): Typed {
    const types = example.suites.map((suite) => suite.identifiers[name]?.dataType ?? "null");
    return { dataType: dataType === "null" ? (types.find((type) => type !== "null") ?? "text") : dataType, value };
}

function fieldOf({ dataType, value }: Typed): Field {
    switch (dataType) {
        case "number":
            return { type: "number", value: value === null ? null : new Decimal(String(value)) };
        case "checkbox":
            return { type: "boolean", value: value === true };
        case "datetime":
            return { type: "datetime", value: value === null ? null : new Date(String(value)).toISOString() };
        case "date":
        case "picklist":
            return { type: dataType, value: value === null ? null : String(value) };
        default:
            return { type: "text", value: value === null ? null : String(value) };
    }
}

/** The samples were computed in double precision. */
function isNear(actual: string | boolean | null, { dataType, value }: Typed): boolean {
    if (dataType !== "number") return actual === (value === "" ? null : value);
    if (actual === null || typeof actual === "boolean") return false;
    const difference = new Decimal(actual).sub(String(value)).abs();
    return difference.lte(new Decimal(String(value)).abs().mul("1e-13"));
}
