/** What the server says of this page; it stands in the document. */
export interface Settings {
    /** As whom the org is asked; the server holds that user's session. */
    readonly user: string;
    readonly users: readonly { readonly key: string; readonly name: string }[];
    readonly language: Language;
    readonly timeZone: string;
    /** The org's instant when the page was made: its clock may stand on another day. */
    readonly now: string;
    /** The code of the org's one currency. */
    readonly currency: string;
    readonly apiVersion: string;
    /** How soon the page shows what others changed. */
    readonly refreshSeconds: number;
}

/** BCP 47, as `@salesforce/i18n/lang` has it. */
export type Language = "en-US" | "zh-TW" | "zh-CN";

export const settings: Settings = JSON.parse(document.getElementById("settings")?.textContent ?? "null");

/** The address of this page with another user, language or record. */
export function addressWith(changed: Readonly<Record<string, string>>): string {
    const address = new URL(window.location.href);
    for (const [name, value] of Object.entries(changed)) {
        address.searchParams.set(name, value);
    }
    return address.href;
}
