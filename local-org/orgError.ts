/** A refusal in the platform's own words: becomes `[{errorCode, message, fields}]` in REST, a fault in SOAP. */
export class OrgError extends Error {
    readonly errorCode: string;
    readonly fields: readonly string[];
    readonly status: number;

    constructor(errorCode: string, message: string, options: { fields?: readonly string[]; status?: number } = {}) {
        super(message);
        this.name = "OrgError";
        this.errorCode = errorCode;
        this.fields = options.fields ?? [];
        this.status = options.status ?? 400;
    }
}
