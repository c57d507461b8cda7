import type { Transaction } from "../save/transaction.ts";
import type { FlowFailure, FlowRecord } from "./flow.ts";

/**
 * Runs interviews until those that are left all end well: what failed ones did is undone with the attempt, and the
 * others start anew on copies of their records. Gives why the others failed.
 */
export function keepWithoutFailed<Given extends FlowRecord | null>(
    transaction: Transaction,
    records: readonly Given[],
    run: (records: readonly Given[]) => readonly FlowFailure[]
): string[] {
    const problems: string[] = [];
    let pending = records;
    while (pending.length > 0) {
        let failures: readonly FlowFailure[] = [];
        const tried = pending;
        transaction.tryOut(() => {
            failures = run(tried.map(copyOf));
            return failures.length === 0;
        });
        const failed = new Set(failures.map(({ index }) => index));
        problems.push(...failures.map(({ message }) => message));
        pending = failed.size === 0 ? [] : pending.filter((_, index) => !failed.has(index));
    }
    return problems;
}

function copyOf<Given extends FlowRecord | null>(record: Given): Given {
    return record === null ? record : { ...record, values: { ...record.values } };
}
