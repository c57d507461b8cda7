import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import { wasDeleted } from "../save/deletedRecords.ts";
import { seesRecord } from "../people/recordAccess.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Call } from "./call.ts";
import { notFound } from "./problems.ts";

/** The Id as 18 characters. Throws MALFORMED_ID for what can't be an Id of this object. */
export function idOfObject(object: ObjectSchema, text: string): string {
    if (!isRecordId(text) || !text.startsWith(object.keyPrefix)) {
        throw new OrgError("MALFORMED_ID", `${object.label} ID: id value of incorrect type: ${text}`, {
            fields: ["Id"]
        });
    }
    return to18(text);
}

/** Throws NOT_FOUND or ENTITY_IS_DELETED unless the record is there and shared with the user. */
export function visibleRecord(call: Pick<Call, "org" | "user">, object: ObjectSchema, id: string): RecordValues {
    const { org, user } = call;
    const row = org.store.read(object, id);
    if (row === undefined && wasDeleted(org, id)) throw new OrgError("ENTITY_IS_DELETED", "entity is deleted");
    if (row === undefined) throw notFound();
    if (!seesRecord(org, user, object, row)) throw notFound();
    return row;
}
