import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";

/** Connect REST API Developer Guide, "Status Codes and Error Responses". */
const statuses: Readonly<Record<string, number>> = {
    NOT_FOUND: 404,
    ENTITY_IS_DELETED: 404,
    INSUFFICIENT_ACCESS: 403,
    INVALID_SESSION_ID: 401
};

/** The save's codes that Connect names otherwise. */
const connectCodes: Readonly<Record<string, string>> = {
    INSUFFICIENT_ACCESS_OR_READONLY: "INSUFFICIENT_ACCESS",
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: "INSUFFICIENT_ACCESS"
};

/** A route whose refusals are Connect's: a list of errorCode and message, without fields. */
export function inConnectShape(route: Route): Route {
    const answer = (call: Call): Reply => {
        try {
            return route.answer(call);
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            const errorCode = connectCodes[error.errorCode] ?? error.errorCode;
            return { status: statuses[errorCode] ?? error.status, body: [{ errorCode, message: error.message }] };
        }
    };
    return { ...route, answer };
}
