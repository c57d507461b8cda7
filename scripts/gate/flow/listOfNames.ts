/**
 * A text that an admin has written, names with ";" between them, as a formula that holds ";name;name;": blanks
 * around a name don't count, as the policy reads such lists. Of more than four in a row some stay.
 */
export function listOfNames(text: string): string {
    const once = (list: string, from: string, to: string) => `SUBSTITUTE(${list}, "${from}", "${to}")`;
    const singleBlanks = once(once(`";" & ${text} & ";"`, "  ", " "), "  ", " ");
    return once(once(singleBlanks, "; ", ";"), " ;", ";");
}

/** True where such a text names nothing. */
export function namesNothing(text: string): string {
    return `ISBLANK(SUBSTITUTE(SUBSTITUTE(${text}, ";", ""), " ", ""))`;
}
