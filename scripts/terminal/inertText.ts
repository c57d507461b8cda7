/**
 * Text from an org that a terminal shows and does not obey: escape sequences could clear the screen or set
 * its title, a line break could forge a line of the report, and direction marks could turn a name round.
 */
export function inertText(text: string): string {
    return text
        .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
        .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");
}
