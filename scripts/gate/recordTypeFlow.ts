import type { RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, decision, formula, loop, variable } from "./flow/elements.ts";
import { gateInUse, isTheGateInUse } from "./gateInUse.ts";
import {
    forEveryRecordType,
    getStages,
    ownRecordType,
    ownRecordTypeFormula,
    recordTypesVariable,
    recordTypeSource,
    serves
} from "./stageLookup.ts";

/** Beside the stamp (1500), which sees to every change of the stage. */
const triggerOrder = 1510;

const stage = "For_Each_Stage";

/**
 * The flow that keeps the stamp true when the record type changes and the stage does not: the same stage may stand
 * elsewhere in another sales process. It judges nothing, and leaves where the opportunity came from as it was.
 */
export function recordTypeFlowFile(rules: readonly RecordRule[]): WrittenFile {
    const inUse = gateInUse(rules, {
        next: "Is_The_Stamp_Current",
        description: "Where nothing is in force the flow leaves before its first query."
    });
    return beforeSaveFlowFile({
        name: "PW_Stamp_Record_Type",
        description:
            "Written from the rules. When the record type changes and the stage does not, the stamp says anew where the stage stands, or no longer names a record type. It judges nothing.",
        object: "Opportunity",
        entersWhen: "AND(NOT(ISNEW()), ISCHANGED({!$Record.RecordTypeId}), NOT(ISCHANGED({!$Record.StageName})))",
        first: "Forget_The_Record_Type",
        triggerOrder,
        assignments: [forgetTheRecordType(), nameTheStage(), noteTheStage()],
        decisions: [inUse.decision, isTheStampCurrent(), isItTheStage()],
        formulas: [
            inUse.formula,
            formula(
                { name: "isTheStage" },
                "Boolean",
                `AND(UPPER({!${stage}.Stage__c}) = UPPER({!stageName}), ${serves(stage, ownRecordType)})`
            ),
            ownRecordTypeFormula(),
            formula({ name: "stageName" }, "String", "TEXT({!$Record.StageName})"),
            formula({ name: "stampIsCurrent" }, "Boolean", "{!$Record.PW_Stage_Stamp__c} = {!stageName}")
        ],
        loops: [loop({ name: stage }, "Get_Stages", "Is_It_The_Stage", null)],
        recordLookups: [
            getStages("The stage as it stands in the new record type.", { hasRecordTypes: true, next: stage })
        ],
        variables: [
            variable({ name: "noText", description: "Never given a value: stands for a blank text." }, "String"),
            recordTypesVariable(),
            variable({ name: "stages" }, "String", { isCollection: true })
        ]
    });
}

function forgetTheRecordType() {
    const description =
        "First of all, for the next move takes the name that it finds for the prior record type, and nothing names it anew while the gate is off.";
    return assignment(
        { name: "Forget_The_Record_Type", description },
        [{ to: "$Record.PW_Record_Type__c", value: { from: "noText" } }],
        isTheGateInUse
    );
}

function isTheStampCurrent() {
    const description =
        "A stamp that speaks of another stage is no rule's: the next change of the stage writes it anew.";
    return decision(
        { name: "Is_The_Stamp_Current", description },
        [
            {
                name: "Stamp_Is_Current",
                label: "Current",
                when: [["stampIsCurrent", "EqualTo", { boolean: true }]],
                next: "Name_The_Stage"
            }
        ],
        { label: "Not Current", next: null }
    );
}

function nameTheStage() {
    return assignment(
        { name: "Name_The_Stage" },
        [
            { to: "$Record.PW_Record_Type__c", value: { from: recordTypeSource } },
            { to: "stages", operator: "Add", value: { from: "stageName" } },
            forEveryRecordType,
            { to: "recordTypes", operator: "Add", value: { from: ownRecordType } }
        ],
        "Get_Stages"
    );
}

function isItTheStage() {
    return decision(
        { name: "Is_It_The_Stage" },
        [
            {
                name: "The_Stage",
                label: "The Stage",
                when: [["isTheStage", "EqualTo", { boolean: true }]],
                next: "Note_The_Stage"
            }
        ],
        { label: "Another", next: stage }
    );
}

function noteTheStage() {
    return assignment(
        { name: "Note_The_Stage" },
        [
            { to: "$Record.PW_Position__c", value: { from: `${stage}.Position__c` } },
            { to: "$Record.PW_Kind__c", value: { from: `${stage}.Kind__c` } }
        ],
        stage
    );
}
