import type { Store } from "../data/store.ts";

/** The platform tells a deleted record from one that never was; the store keeps no deleted rows. */
const deletedIds = new WeakMap<Store, Set<string>>();

export function rememberDeleted(store: Store, id: string): void {
    const ids = deletedIds.get(store) ?? new Set();
    deletedIds.set(store, ids.add(id));
}

export function wasDeleted(store: Store, id: string): boolean {
    return deletedIds.get(store)?.has(id) ?? false;
}
