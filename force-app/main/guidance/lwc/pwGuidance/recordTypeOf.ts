import type { RecordData } from "lightning/uiRecordApi";

/** Asked for as optional: in an org without record types the opportunity has no such relationship. */
export const recordTypeField = "Opportunity.RecordType.DeveloperName";

/** Developer name of the opportunity's record type. Null: it has none; undefined: it has one that can't be read. */
export function recordTypeOf({ fields, recordTypeInfo }: RecordData): string | null | undefined {
    const recordType = fields.RecordType;
    if (recordType === undefined) {
        return recordTypeInfo ? undefined : null;
    }
    return recordType.value === null ? null : developerNameIn(recordType.value);
}

function developerNameIn(value: unknown): string | undefined {
    const name = (value as Partial<RecordData> | undefined)?.fields?.DeveloperName?.value;
    return typeof name === "string" ? name : undefined;
}
