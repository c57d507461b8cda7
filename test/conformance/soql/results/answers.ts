/** A cell, the rows of a child sub-select, or null for a blank, a missing parent and no children. */
export type Cell = string | number | boolean | null | readonly Row[];

/** The one cell of a row of one column, else its cells in order of selection. */
export type Row = Cell | readonly Cell[];

/**
 * A query and its answer. `{acme}` in a query stands for the Id of that record, `{acme:15}` for its first 15 characters.
 * Without ORDER BY the rows may come in any order.
 */
export type Answer = readonly [query: string, rows: readonly Row[]];

/** Answers that follow from one rule. */
export interface RuleAnswers {
    readonly rule: string;
    /** The section of the SOQL and SOSL Reference, or where else the rule stands. */
    readonly source: string;
    /** The month that the fiscal year begins with; January unless said. */
    readonly fiscalStartMonth?: number;
    /** True: asked with queryAll. */
    readonly allRows?: boolean;
    readonly answers: readonly Answer[];
}

/** Names of the opportunities that a condition finds. */
export const opportunities = (where: string, ...names: readonly string[]): Answer => named("Opportunity", where, names);

export const accounts = (where: string, ...names: readonly string[]): Answer => named("Account", where, names);

export const contacts = (where: string, ...names: readonly string[]): Answer => named("Contact", where, names);

export const surveys = (where: string, ...names: readonly string[]): Answer => named("Survey__c", where, names);

function named(object: string, where: string, names: readonly string[]): Answer {
    return [`SELECT Name FROM ${object} WHERE ${where}`, names];
}
