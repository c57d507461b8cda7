import type { RawContactRole } from "../gathered.ts";

/** Distinct contacts with a non-blank role, by opportunity Id. An opportunity without any is not in the map. */
export function countContactRoles(roles: readonly RawContactRole[]): ReadonlyMap<string, number> {
    const contacts = new Map<string, Set<string>>();
    for (const { OpportunityId, ContactId, Role } of roles) {
        if (ContactId !== null && Role !== null && Role.trim() !== "") {
            const known = contacts.get(OpportunityId) ?? new Set();
            contacts.set(OpportunityId, known.add(ContactId));
        }
    }
    return new Map([...contacts].map(([opportunity, distinct]) => [opportunity, distinct.size]));
}
