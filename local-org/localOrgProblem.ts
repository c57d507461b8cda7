/** The local org can't start or go on for a reason the user can mend: one sentence that says what to do. */
export class LocalOrgProblem extends Error {
    constructor(message: string) {
        super(message);
        this.name = "LocalOrgProblem";
    }
}
