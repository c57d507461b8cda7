import { Decimal } from "decimal.js";
import { isRecordId } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import { faultMessage } from "./dataStep.ts";
import type { DataRequest } from "./dataStep.ts";
import type { FlowOperand } from "./compiledFlow.ts";
import { fieldValues } from "./fieldValues.ts";
import type {
    CreateElement,
    DataElement,
    DeleteElement,
    LookupElement,
    NotifyElement,
    PostElement
} from "./flowElements.ts";
import { asked, idOf, rowsIn } from "./heldRecords.ts";
import { FlowFault, isCollection } from "./interview.ts";
import type { FlowRow, Interview } from "./interview.ts";
import { prepareUpdate } from "./prepareUpdate.ts";
import { readOperandOf } from "./readReference.ts";

/** What the interview wants of the element; null where there is nothing to do. Throws FlowFault. */
export function prepareStep(interview: Interview, element: DataElement): DataRequest | null {
    switch (element.kind) {
        case "recordLookups":
            return { kind: "lookUp", asked: asked(interview, element.where, mostOf(interview, element)) };
        case "recordCreates":
            return prepareCreate(interview, element);
        case "recordUpdates":
            return prepareUpdate(interview, element);
        case "recordDeletes":
            return prepareDelete(interview, element);
        case "actionCalls":
            return preparePost(interview, element);
        case "notify":
            return prepareNotification(interview, element);
    }
}

function mostOf(interview: Interview, { firstOnly, limit }: LookupElement): number | null {
    if (firstOnly) return 1;
    const most = limit === null ? null : readOperandOf(interview, limit);
    return Decimal.isDecimal(most) ? Math.max(0, most.trunc().toNumber()) : null;
}

function prepareCreate(interview: Interview, { source }: CreateElement): DataRequest | null {
    if (!("records" in source)) {
        const records = [fieldValues(interview, source.objectName, source.values)];
        return { kind: "save", objectName: source.objectName, records };
    }
    const rows = rowsIn(interview, source.records);
    const [first] = rows;
    if (first === undefined) return null;
    const records = rows.map((row) => newRecord(interview, row));
    return { kind: "save", objectName: first.objectName, records };
}

/** Of a record that was looked up, only what a new one may be given goes into the copy. */
function newRecord({ run }: Interview, { objectName, values, assigned }: FlowRow): RecordValues {
    if ((values["Id"] ?? null) !== null) {
        const message = "cannot specify Id in an insert call";
        throw new FlowFault(faultMessage("recordCreates", "INVALID_FIELD_FOR_INSERT_UPDATE", message));
    }
    const fields = run.org.schema.object(objectName)?.fields;
    const given = Object.entries(values).filter(
        ([name, value]) =>
            name !== "Id" && (assigned.has(name) || (value !== null && fields?.get(name)?.createable === true))
    );
    return Object.fromEntries(given);
}

function prepareDelete(interview: Interview, { target, where }: DeleteElement): DataRequest | null {
    if (!("records" in target)) return { kind: "saveFound", asked: asked(interview, where), values: {} };
    const rows = rowsIn(interview, target.records);
    const [first] = rows;
    if (first === undefined) return null;
    const records = rows.map((row) => ({ Id: idOf(row, "recordDeletes") }));
    return { kind: "save", objectName: first.objectName, records };
}

function preparePost(interview: Interview, element: PostElement): DataRequest {
    const text = textOf(interview, element.text);
    const subject = textOf(interview, element.subject);
    const visibility = textOf(interview, element.visibility) === "internalUsers" ? "internalUsers" : "allUsers";
    const isUser = textOf(interview, element.subjectType).toLowerCase() === "user";
    const parentId = isRecordId(subject) || !isUser ? subject : userNamed(interview, subject);
    return { kind: "post", parentId, text, visibility };
}

function prepareNotification(interview: Interview, element: NotifyElement): DataRequest {
    const recipients = readOperandOf(interview, element.recipients);
    return {
        kind: "notify",
        typeId: textOf(interview, element.typeId),
        recipientIds: isCollection(recipients)
            ? recipients.map((each) => (typeof each === "string" ? each : ""))
            : [textOf(interview, element.recipients)],
        title: textOf(interview, element.title),
        body: textOf(interview, element.body),
        targetId: textOf(interview, element.targetId)
    };
}

/** The user's Id; the name again where there is none, which the post then names in its refusal. */
function userNamed({ run: { org } }: Interview, username: string): string {
    const users = org.schema.object("User");
    const [found] = users === undefined ? [] : org.store.readMany(users, { field: "Username", isOneOf: [username] });
    return String(found?.["Id"] ?? username);
}

function textOf(interview: Interview, operand: FlowOperand | null): string {
    const datum = operand === null ? null : readOperandOf(interview, operand);
    return typeof datum === "string" ? datum : "";
}
