import {
    contactRoleFacts,
    fieldsRead,
    rules,
    type ContactRole,
    type FactName,
    type Facts,
    type FactValue
} from "c/pwPolicy";
import type { RecordData } from "lightning/uiRecordApi";
import { decimalText } from "./decimalText.ts";
import type { Part } from "./readAnswer.ts";
import { recordTypeField, recordTypeOf } from "./recordTypeOf.ts";
import type { StagePlace } from "./stagePlace.ts";

/** Facts the panel finds out itself, fresher than the stamp that keeps them in the org. */
const foundHere: readonly FactName[] = [
    "PW_Stage_Stamp__c",
    "PW_Kind__c",
    "PW_Record_Type__c",
    "PW_Position__c",
    "PW_Contact_Roles__c",
    "PW_Primary_Roles__c",
    "PW_Decision_Roles__c",
    "PW_Unnamed_Roles__c"
];

/** The day tells which opportunities are older than a rule, and so never blocked by it. */
const alsoRead = ["Opportunity.CreatedDate", recordTypeField];

/**
 * Fields of the opportunity that judging reads, qualified for getRecord: a new rule needs no change here. `ownFields`:
 * API names of fields of the org's own that rule records name in place of ours.
 */
export function opportunityFields(ownFields: readonly string[]): string[] {
    const facts = rules.flatMap((rule) => (rule.kind === "record" ? fieldsRead(rule) : []));
    const fields = [...new Set(facts)].filter((fact) => !foundHere.includes(fact));
    return [...[...fields, ...ownFields].map((field) => `Opportunity.${field}`), ...alsoRead];
}

/**
 * The facts as they would be if the opportunity stood at this place with all else unchanged. `decisionRoles`:
 * API names of the contact roles whose holders decide.
 */
export function factsOf(
    record: RecordData,
    roles: Part<ContactRole>,
    place: StagePlace,
    decisionRoles: readonly string[]
): Facts {
    const { RecordType: _parent, ...own } = record.fields;
    const fields = Object.fromEntries(
        Object.entries(own).map(([name, { value }]) => [name, factValue(value)])
    ) as Facts;
    return {
        ...fields,
        StageName: place.stage,
        PW_Stage_Stamp__c: place.stage,
        PW_Kind__c: place.kind,
        PW_Record_Type__c: recordTypeOf(record),
        PW_Position__c: place.position,
        ...(roles === "unreadable" ? {} : contactRoleFacts(roles, decisionRoles))
    };
}

function factValue(value: unknown): FactValue | null {
    return typeof value === "string" || typeof value === "boolean" ? value : decimalText(value);
}
