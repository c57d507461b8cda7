import type { Facts } from "./facts.ts";

/** One row of OpportunityContactRole; a blank is null. */
export interface ContactRole {
    readonly contactId: string | null;
    readonly role: string | null;
    /** Undefined: not readable. */
    readonly isPrimary: boolean | undefined;
}

/** API names of the standard roles whose holders decide a purchase, for as long as an org names no others. */
export const standardDecisionRoles: readonly string[] = [
    "Decision Maker",
    "Economic Buyer",
    "Economic Decision Maker",
    "Executive Sponsor"
];

/** ";"-separated API names of roles, as the rule's record keeps them; blank: the standard ones. */
export function decisionRolesOf(text: string | null): readonly string[] {
    const roles = (text ?? "").split(";").flatMap((role) => (role.trim() === "" ? [] : [role.trim()]));
    return roles.length > 0 ? roles : standardDecisionRoles;
}

/** What an opportunity's contact roles say about it, counted as the stamp counts them. */
export function contactRoleFacts(rows: readonly ContactRole[], decisionRoles: readonly string[]): Facts {
    const named = rows.filter(({ role }) => role !== null && role.trim() !== "");
    const contacts = named.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
    return {
        PW_Contact_Roles__c: String(new Set(contacts).size),
        ...(rows.some(({ isPrimary }) => isPrimary === undefined)
            ? {}
            : { PW_Primary_Roles__c: String(rows.filter(({ isPrimary }) => isPrimary).length) }),
        PW_Decision_Roles__c: String(named.filter(({ role }) => decisionRoles.includes(role ?? "")).length),
        PW_Unnamed_Roles__c: String(rows.length - named.length)
    };
}
