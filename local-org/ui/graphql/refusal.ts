/** Why a whole query is not answered; `errorType` goes into the error's extensions. */
export class GraphqlRefusal extends Error {
    readonly errorType: string;

    constructor(errorType: string, message: string) {
        super(message);
        this.name = "GraphqlRefusal";
        this.errorType = errorType;
    }
}
