import type { Reason, ReasonCount } from "../result.ts";

/** Equal reasons as one with their number, the most frequent first; null is none. */
export function countReasons(reasons: readonly (Reason | null)[]): ReasonCount[] {
    const counts = new Map<string, ReasonCount>();
    for (const reason of reasons) {
        if (reason !== null) {
            const key = JSON.stringify(reason);
            counts.set(key, { ...reason, count: (counts.get(key)?.count ?? 0) + 1 });
        }
    }
    return [...counts.values()].toSorted((one, other) => other.count - one.count);
}
