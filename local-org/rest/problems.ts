import { OrgError } from "../orgError.ts";
import type { SaveError } from "../save/saveRecords.ts";
import type { Reply } from "./call.ts";

const statuses: Readonly<Record<string, number>> = {
    NOT_FOUND: 404,
    ENTITY_IS_DELETED: 404,
    INSUFFICIENT_ACCESS_OR_READONLY: 403,
    INVALID_SESSION_ID: 401,
    METHOD_NOT_ALLOWED: 405
};

export const notFound = (): OrgError =>
    new OrgError("NOT_FOUND", "The requested resource does not exist", { status: 404 });

export const sessionExpired = (): OrgError =>
    new OrgError("INVALID_SESSION_ID", "Session expired or invalid", { status: 401 });

/** A refusal as the REST API answers it: a list, even of one. */
export function replyOfError(error: OrgError): Reply {
    const { errorCode, message, fields } = error;
    const status = statuses[errorCode] ?? error.status;
    return { status, body: [{ message, errorCode, ...(fields.length > 0 ? { fields } : {}) }] };
}

/** The refusals of a single record. */
export function replyOfSaveErrors(errors: readonly SaveError[]): Reply {
    const body = errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields }));
    return { status: statuses[errors[0]?.statusCode ?? ""] ?? 400, body };
}

/** A fault of this server: the client gets an id to quote, the stack goes to the log only. */
export function replyOfCrash(errorId: string): Reply {
    const message = `An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`;
    return { status: 500, body: [{ message, errorCode: "UNKNOWN_EXCEPTION" }] };
}
