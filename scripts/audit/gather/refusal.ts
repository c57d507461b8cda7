import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";
import type { Artifact } from "../gathered.ts";

/** The org answered, and said no. */
export class OrgRefusal extends Error {
    readonly errorCode: string;

    constructor(errorCode: string, message: string) {
        super(message);
        this.name = "OrgRefusal";
        this.errorCode = errorCode;
    }
}

const expiredSession =
    "The session has expired or is not valid: sign in to the org again (sf org login web) and repeat.";
const sessionCodes = ["INVALID_SESSION_ID", "INVALID_AUTH_HEADER", "RefreshTokenAuthError", "ERROR_HTTP_401"];
const networkCodes = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EPIPE", "UND_ERR_SOCKET"];
const refusalSchema = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

/** Data, or the org's reason for refusing it. What neither the org nor its answer's shape explains is thrown on. */
export async function attempt<T>(read: () => Promise<T>): Promise<Artifact<T>> {
    try {
        return { value: await read() };
    } catch (error) {
        if (error instanceof OrgRefusal) {
            return { unreadable: `${error.errorCode}: ${error.message}` };
        }
        if (error instanceof z.ZodError) {
            return { unreadable: `unexpected answer: ${z.prettifyError(error).replaceAll(/\s+/g, " ")}` };
        }
        throw error;
    }
}

/**
 * What a failed request means: `CannotStart` for a dead session or line, `OrgRefusal` where the org gave a
 * reason, else the error itself.
 */
export function explainFailure(error: unknown, url: string): unknown {
    if (!(error instanceof Error)) {
        return error;
    }
    const code = codeOf(error);
    if (networkCodes.includes(code)) {
        return new CannotStart(`The org at ${url} could not be reached (${code}): check the address and the network.`);
    }
    const refusal = refusalSchema.safeParse(parseOrNull(error.message)).data?.[0];
    const codes = [code, error.name, refusal?.errorCode ?? ""];
    if (codes.some((each) => sessionCodes.includes(each)) || error.message.includes("Bad_OAuth_Token")) {
        return new CannotStart(expiredSession);
    }
    if (!("errorCode" in error)) {
        return error;
    }
    return refusal === undefined
        ? new OrgRefusal(code, inOneLine(error.message))
        : new OrgRefusal(refusal.errorCode, inOneLine(refusal.message));
}

function inOneLine(text: string): string {
    return text.replaceAll(/\s+/g, " ").trim().slice(0, 300);
}

function codeOf(error: Error): string {
    const carriers = [error, error.cause].filter((carrier) => typeof carrier === "object" && carrier !== null);
    for (const carrier of carriers) {
        for (const key of ["errorCode", "code"]) {
            const code: unknown = Reflect.get(carrier, key);
            if (typeof code === "string") {
                return code;
            }
        }
    }
    return error.name;
}

function parseOrNull(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null; // not every refusal is JSON: its text is then the reason
    }
}
