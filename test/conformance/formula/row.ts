import { result } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { Fields } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { NullMode } from "../../../local-org/formula/formula.ts";

/** What one page of documentation says, as a formula with its record and its result. */
export interface FormulaRow {
    /** The page of Salesforce Help, by its name, and what it says. */
    readonly source: string;
    readonly formula: string;
    /** The record's fields, each with its type, its value and its value before the save. */
    readonly fields: Fields;
    /** Numbers as plain digits, blank as null, "#Error!" for a formula that has no result. */
    readonly expected: string | boolean | null;
    readonly isNew?: boolean;
    /** Only in this way to read blanks; both where nothing is said. */
    readonly nullMode?: NullMode;
}

/** The results in the ways to read blanks that the row speaks of. */
export function answersOf({ formula, fields, isNew = false, nullMode }: FormulaRow): (string | boolean | null)[] {
    const modes: readonly NullMode[] = nullMode === undefined ? ["blankAsZero", "blankAsBlank"] : [nullMode];
    return modes.map((mode) => result(formula, fields, { isNew, nullMode: mode }));
}

/** `StageName: Qualification → Closed Won` where the save changes it. */
export function describeRecord({ fields, isNew = false }: FormulaRow): string {
    const words = Object.entries(fields).map(([name, { value, prior }]) => {
        const [before, after] = [prior ?? null, value].map((each) => (each === null ? "blank" : String(each)));
        const isChange = !isNew && prior !== undefined && before !== after;
        return `${name}: ${isChange ? `${before} → ` : ""}${after}`;
    });
    return [isNew ? "new" : "", ...words].filter((word) => word !== "").join(", ");
}
