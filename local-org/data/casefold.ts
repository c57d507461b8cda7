/**
 * Text made equal where only letter case differs, in any alphabet: "ÄPFEL" and "äpfel", "Straße" and "STRASSE".
 * SQLite's own NOCASE knows ASCII only.
 */
export function casefold(text: string): string {
    return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
