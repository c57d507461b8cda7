import { LimitExceeded } from "./transaction.ts";
import type { TransactionCounts } from "./transactionLog.ts";

/** Flow limits of one transaction: Salesforce Help, "Per-Transaction Flow Limits". */
export const limits = { queries: 100, rows: 50_000, statements: 150, statementRows: 10_000 } as const;

const words: Readonly<Record<keyof typeof limits, string>> = {
    queries: "Too many SOQL queries",
    rows: "Too many query rows",
    statements: "Too many DML statements",
    statementRows: "Too many DML rows"
};

/** Counts, and throws LimitExceeded with the figure that was one too many. */
export function count(counts: TransactionCounts, what: keyof typeof limits, by: number): void {
    counts[what] += by;
    if (counts[what] > limits[what]) throw new LimitExceeded(`${words[what]}: ${limits[what] + 1}`);
}
