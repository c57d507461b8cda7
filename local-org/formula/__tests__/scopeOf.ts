import { Decimal } from "decimal.js";
import type { Value } from "../../data/value.ts";
import { compileFormula } from "../compileFormula.ts";
import type { FormulaNames, FormulaScope, FormulaType, NullMode } from "../formula.ts";

export interface Field {
    readonly type: FormulaType;
    readonly value: Value;
    /** As `value` where the save changes nothing. */
    readonly prior?: Value;
}

export type Fields = Readonly<Record<string, Field>>;

export const text = (value: string | null, prior: string | null = value): Field => ({ type: "text", value, prior });
export const picklist = (value: string | null, prior: string | null = value): Field => ({
    type: "picklist",
    value,
    prior
});
export const date = (value: string | null): Field => ({ type: "date", value });
export const datetime = (value: string | null): Field => ({ type: "datetime", value });
export const boolean = (value: boolean | null, prior: boolean | null = value): Field => ({
    type: "boolean",
    value,
    prior
});

export function number(value: string | null, prior: string | null = value): Field {
    const decimal = (digits: string | null): Decimal | null => (digits === null ? null : new Decimal(digits));
    return { type: "number", value: decimal(value), prior: decimal(prior) };
}

/** Names without regard to case, as on the platform. */
export function scopeOf(fields: Fields, isNew = false): FormulaScope {
    const byName = new Map(Object.entries(fields).map(([name, field]) => [name.toLowerCase(), field]));
    const find = (path: readonly string[]): Field | undefined => byName.get(path.join(".").toLowerCase());
    const value = (path: readonly string[]): Value => find(path)?.value ?? null;
    return {
        typeOf: (path) => find(path)?.type,
        valueOf: value,
        priorValueOf: (path) => (isNew || find(path)?.prior === undefined ? value(path) : (find(path)?.prior ?? null)),
        isNew,
        today: "2026-01-31",
        now: "2026-01-31T08:09:10.000Z"
    };
}

interface How {
    readonly isNew?: boolean;
    readonly nullMode?: NullMode;
    readonly mergeFields?: boolean;
}

/** The result in the spelling of a table: numbers as plain digits, blank as null. */
export function result(formula: string, fields: Fields = {}, how: How = {}): string | boolean | null {
    const scope = scopeOf(fields, how.isNew);
    const compiled = compileFormula(formula, scope, { mergeFields: how.mergeFields ?? false });
    const value = compiled.evaluate(scope, how.nullMode ?? "blankAsZero");
    return Decimal.isDecimal(value) ? value.toFixed() : value;
}

export const noNames: FormulaNames = { typeOf: () => undefined };
