import type { Language } from "c/pwPolicy";

/** The languages that metadata is translated into; English stands in the metadata itself. */
export type TranslatedInto = Exclude<Language, "en">;

export type InBoth<Words> = Readonly<Record<TranslatedInto, Words>>;

export interface FieldWords {
    readonly label: string;
    readonly help: string;
    /** Above the list of those that refer to the record. */
    readonly relationshipLabel?: string;
    /** By the value's label in English. */
    readonly values?: Readonly<Record<string, string>>;
}

/** What people read of an object, and of our fields, rules and actions on it. */
export interface ObjectWords {
    /** For our own objects: what one of them is called, and its Name field. */
    readonly object?: InBoth<{ readonly label: string; readonly nameField: string }>;
    /** By API name. */
    readonly fields: Readonly<Record<string, InBoth<FieldWords>>>;
    /** The refusals of the package's own rules, by name; those of the policy's rules are the policy's. */
    readonly refusals: Readonly<Record<string, InBoth<string>>>;
    readonly quickActions: Readonly<Record<string, InBoth<string>>>;
}

/** Label and help in one language, with what else the field has. */
export function words(label: string, help: string, more: Partial<FieldWords> = {}): FieldWords {
    return { label, help, ...more };
}
