/** The org as a printed command may name it: a session that stands in for its name is nobody's to read. */
export function shownTarget(target: string): string {
    return target.includes("!") ? "…" : target;
}
