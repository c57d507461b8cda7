/** Why the data of a job can't be processed at all; becomes the job's `errorMessage`. */
export class BatchProblem extends Error {
    constructor(code: "InvalidBatch" | "ClientInputError", message: string) {
        super(`${code} : ${message}`);
        this.name = "BatchProblem";
    }
}
