import { OrgError } from "../orgError.ts";
import type { Reply } from "../rest/call.ts";
import type { SaveError } from "../save/saveRecords.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";

/** UI API answers an error as one object in a list, with the status inside. */
export function inUiShape(work: () => Reply): Reply {
    try {
        return work();
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        const status = error.errorCode === "NOT_FOUND" || error.errorCode === "ENTITY_IS_DELETED" ? 404 : error.status;
        const { errorCode, message } = error;
        return replyOf(status, { errorCode, message, output: { errors: [], fieldErrors: {} } });
    }
}

/** The refusals of a save: those about a field under its name, as record forms look for them, the others together. */
export function uiReplyOfSaveErrors(
    object: ObjectSchema,
    doing: "create" | "update",
    errors: readonly SaveError[]
): Reply {
    const fieldErrors: Record<string, object[]> = {};
    const others: object[] = [];
    for (const { statusCode, message, fields } of errors) {
        const shared = { constituentField: null, duplicateRecordError: null, errorCode: statusCode, message };
        const [field = null] = fields;
        if (field === null) others.push({ ...shared, field: null, fieldLabel: null });
        else
            (fieldErrors[field] ??= []).push({ ...shared, field, fieldLabel: object.fields.get(field)?.label ?? null });
    }
    const message = `An error occurred while trying to ${doing} the record. Please try again.`;
    const errorCode = errors[0]?.statusCode ?? "UNKNOWN_EXCEPTION";
    return replyOf(400, { errorCode, message, output: { errors: others, fieldErrors } });
}

function replyOf(
    status: number,
    error: { readonly errorCode: string; readonly message: string; readonly output: object }
): Reply {
    return { status, body: [{ enhancedErrorType: "RecordError", ...error, statusCode: status }] };
}
