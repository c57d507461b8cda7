/** Why a component can't be deployed: one sentence, and the line of its file where known. */
export class DeployProblem extends Error {
    readonly line: number | null;

    constructor(message: string, line: number | null = null) {
        super(message);
        this.name = "DeployProblem";
        this.line = line;
    }
}
