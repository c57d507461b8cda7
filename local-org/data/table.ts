/** Rows of one object as text, as they stand in a CSV file: what a load restores and a sample yields. */
export interface TextTable {
    readonly object: string;
    /** What to call it in a message, "Opportunity.csv"; the object's name where not given. */
    readonly source?: string;
    readonly columns: readonly string[];
    /** One cell a column; the empty text is blank. */
    readonly rows: Iterable<readonly string[]>;
}
