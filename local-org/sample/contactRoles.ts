import type { ContactRole } from "./contactNames.ts";
import type { Contact } from "./contacts.ts";
import type { Deal } from "./deals.ts";
import {
    CLOSED_DEALS_WITHOUT_CONTACT_ROLES,
    CONTACT_ROLES_FROM_OUTSIDE,
    CONTACT_ROLES_LEFT_BLANK,
    DEALS_WITHOUT_PRIMARY_CONTACT,
    OPEN_DEALS_WITHOUT_CONTACT_ROLES
} from "./proportions.ts";
import type { Random } from "./random.ts";

export interface RoleOnDeal {
    readonly contact: Contact;
    readonly role: ContactRole | null;
    readonly isPrimary: boolean;
}

/** Who is known to take part: one to four people of the account, more as the deal goes on; one of them primary. */
export function makeContactRoles(
    random: Random,
    deal: Deal,
    contactsOfAccount: readonly Contact[],
    everybody: readonly Contact[]
): RoleOnDeal[] {
    const gone = deal.stage.isClosed ? CLOSED_DEALS_WITHOUT_CONTACT_ROLES : OPEN_DEALS_WITHOUT_CONTACT_ROLES;
    if (random.happens(gone) || contactsOfAccount.length === 0) return [];
    const most = Math.min(4, 1 + Math.ceil(deal.steps.length / 2));
    const contacts = random
        .sample(contactsOfAccount, random.whole(1, most))
        .map((contact) => (random.happens(CONTACT_ROLES_FROM_OUTSIDE) ? random.pick(everybody) : contact));
    const hasPrimary = !random.happens(DEALS_WITHOUT_PRIMARY_CONTACT);
    return [...new Set(contacts)].map((contact, index) => ({
        contact,
        role: random.happens(CONTACT_ROLES_LEFT_BLANK) ? null : random.pick(contact.roles),
        isPrimary: hasPrimary && index === 0
    }));
}
