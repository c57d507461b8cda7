/** A session Id, or a session as a JSON web token: either signs in whoever reads it. */
const session = /^[^@\s]*!|^eyJ[\w-]+\.[\w-]+\./;

/** The org's alias or username, to be printed; "…" for a session that stands in for it and is nobody's to read. */
export function shownTarget(target: string): string {
    return session.test(target) ? "…" : target;
}
