import type { Value } from "../data/value.ts";

export type FormulaType = "text" | "number" | "boolean" | "date" | "datetime" | "picklist" | "id" | "time";

/** How a blank number is read. The platform has both; which one a validation rule uses per type is not certain. */
export type NullMode = "blankAsZero" | "blankAsBlank";

/** What names mean where a formula stands. A path is `["Account", "Name"]` or `["$Permission", "PW_Bypass_Gate"]`. */
export interface FormulaNames {
    /** Undefined: there is no such field, record, label or permission, and the deploy fails by that name. */
    typeOf(path: readonly string[]): FormulaType | undefined;
}

export interface FormulaScope extends FormulaNames {
    valueOf(path: readonly string[]): Value;
    /** For PRIORVALUE and ISCHANGED; on a new record the same as valueOf. */
    priorValueOf(path: readonly string[]): Value;
    readonly isNew: boolean;
    /** "YYYY-MM-DD", org time zone. */
    readonly today: string;
    /** UTC ISO. */
    readonly now: string;
}

/** A formula that has been parsed and whose every function and name is known. */
export interface CompiledFormula {
    readonly text: string;
    readonly returns: FormulaType;
    /** Field paths it reads, each joined by ".". */
    readonly reads: readonly string[];
    /** Throws FormulaEvaluationError. An empty text is null; a boolean that hangs on a blank may be null, which is not true. */
    evaluate(scope: FormulaScope, nullMode: NullMode): Value;
}

/** The formula is wrong or uses what this org doesn't know; the message says which and where. */
export class FormulaError extends Error {}

/** The values don't allow a result (division by zero, VALUE of letters, DATE of 30 February): `#Error!` on the platform. */
export class FormulaEvaluationError extends FormulaError {}

export type CompileFormula = (
    text: string,
    names: FormulaNames,
    /** `mergeFields`: names are written `{!$Record.StageName}`, as in flows. */
    options?: { mergeFields?: boolean }
) => CompiledFormula;
