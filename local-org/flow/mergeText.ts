const mergeField = /\{!([^{}]+)\}/g;

/** The references written `{!…}` in a text. */
export function mergeFieldsOf(text: string): string[] {
    return [...text.matchAll(mergeField)].map((match) => (match[1] ?? "").trim());
}

/** The text with each `{!…}` replaced by what it names. */
export function mergeText(text: string, textOf: (reference: string) => string): string {
    return text.replace(mergeField, (_, reference: string) => textOf(reference.trim()));
}
