/** Ways around the gate, each tried: what stops it, and what is left of it where something is. */
import type { StrictWorld } from "./strictWorld.ts";

export interface Escape {
    readonly name: string;
    readonly stoppedBy: string;
    /** What remains possible, and who tells of it; null where nothing does. */
    readonly residue: string | null;
    /** Throws where it succeeds beyond that. */
    attempt(world: EscapeWorld): Promise<void>;
}

export interface EscapeWorld extends StrictWorld {
    /** An opportunity in Qualification that keeps the three rules in force; it is the rep's. */
    ready(fields?: Readonly<Record<string, string>>): Promise<Ready>;
    /** The rules in force that the audit finds broken on it, or can't judge: `products-present unmet`. */
    audited(id: string): Promise<string[]>;
}

export interface Ready {
    readonly id: string;
    readonly line: string;
    readonly role: string;
}

export const early = "Qualification";
export const proposal = "Proposal/Price Quote";
export const later = "Negotiation/Review";

/** At Block from Proposal on; all others are off. */
export const inForce: readonly string[] = ["products-present", "contact-roles-present", "next-step-filled"];

export const noProducts = /at least one product/;
export const noRoles = /the people who decide/;
export const noNextStep = /next step is blank/;
export const noAccess = /Unable to create\/update fields|INSUFFICIENT_ACCESS|No such column/;
