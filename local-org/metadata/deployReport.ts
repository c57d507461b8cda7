/** What became of one component; the words are those of the platform's DeployMessage. */
export interface ComponentMessage {
    readonly componentType: string;
    readonly fullName: string;
    /** Inside the package. */
    readonly fileName: string;
    readonly outcome: "created" | "changed" | "deleted" | "failed" | "unchanged";
    readonly problem: string | null;
    readonly problemType: "Error" | "Warning" | null;
    readonly line: number | null;
}

export interface DeployOptions {
    readonly checkOnly: boolean;
    readonly rollbackOnError: boolean;
    readonly ignoreWarnings: boolean;
}

export interface DeployReport {
    readonly status: "Succeeded" | "SucceededPartial" | "Failed";
    readonly messages: readonly ComponentMessage[];
}

export function hasFailed(message: ComponentMessage): boolean {
    return message.outcome === "failed";
}
