/** A known problem that keeps a command from starting: one sentence that says what to do; exit code 2. */
export class CannotStart extends Error {
    constructor(message: string) {
        super(message);
        this.name = "CannotStart";
    }
}
