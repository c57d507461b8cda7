import { formula, getRecords, variable } from "./flow/elements.ts";
import type { XmlElements } from "./xml.ts";

/** The formula that names whose stage records are the opportunity's own; "*" where it has no record type. */
export const ownRecordType = "ownRecordType";

/** Where a flow reads the developer name of the opportunity's record type; blank where it has none. */
export const recordTypeSource = "$Record.RecordType.DeveloperName";

/**
 * Gets the records of the stages that the collection `stages` names: those for every record type and, where there are
 * record types, those for the ones that the collection `recordTypes` names. These come last: "*" sorts before letters.
 */
export function getStages(
    description: string,
    { hasRecordTypes, next }: { readonly hasRecordTypes: boolean; readonly next: string }
): XmlElements {
    return getRecords(
        {
            name: "Get_Stages",
            description: hasRecordTypes ? `${description} Those of single record types come last and win.` : description
        },
        {
            object: "PW_Stage__mdt",
            where: [
                ["Stage__c", "In", { from: "stages" }],
                hasRecordTypes
                    ? ["Record_Type__c", "In", { from: "recordTypes" }]
                    : ["Record_Type__c", "EqualTo", { text: "*" }]
            ],
            fields: ["Stage__c", "Position__c", "Kind__c", ...(hasRecordTypes ? ["Record_Type__c"] : [])],
            sortedBy: hasRecordTypes ? "Record_Type__c" : "Stage__c"
        },
        next
    );
}

/** True where the stage record of the loop is for every record type, or for the one that the resource names. */
export function serves(loop: string, recordType: string): string {
    const record = `{!${loop}.Record_Type__c}`;
    return `OR(${record} = "*", ${record} = {!${recordType}})`;
}

export function ownRecordTypeFormula(): XmlElements {
    return formula({ name: ownRecordType }, "String", `BLANKVALUE({!${recordTypeSource}}, "*")`);
}

/** The formula that names whose stage records were the opportunity's own before the save. */
export const priorRecordType = "priorRecordType";

/** No record type's name. Whose stage records were the prior one's is not known then, and "*" is not to be assumed. */
const unknownRecordType = "?";

/** True where it is known whose stage records were the opportunity's own before the save. */
export const isPriorRecordTypeKnown = `{!${priorRecordType}} <> "${unknownRecordType}"`;

/**
 * The prior record's own parents may not be read, so its record type's name comes from elsewhere: where the record
 * type stays, from the record itself; else from a stamp that speaks of the prior stage and names one.
 */
export function priorRecordTypeFormula(priorStageName: string): XmlElements {
    const [prior, kept] = ["{!$Record__Prior.RecordTypeId}", "{!$Record__Prior.PW_Record_Type__c}"];
    const fromStamp = `IF({!$Record__Prior.PW_Stage_Stamp__c} = {!${priorStageName}}, BLANKVALUE(${kept}, "${unknownRecordType}"), "${unknownRecordType}")`;
    const ofAnother = `IF(ISBLANK(${prior}), "*", ${fromStamp})`;
    return formula(
        {
            name: priorRecordType,
            description: `Where it has changed, the stamp kept it; "${unknownRecordType}" where no stamp tells it.`
        },
        "String",
        `IF({!$Record.RecordTypeId} = ${prior}, {!${ownRecordType}}, ${ofAnother})`
    );
}

/** What `getStages` looks for besides the stages; `forEveryRecordType` is to be added to it. */
export function recordTypesVariable(): XmlElements {
    return variable({ name: "recordTypes" }, "String", { isCollection: true });
}

export const forEveryRecordType = { to: "recordTypes", operator: "Add", value: { text: "*" } } as const;
