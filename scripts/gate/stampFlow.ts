import type { RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { countContactRoles, countedFields, firstOfCount, rulesAboutRoles } from "./countContactRoles.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, decision, formula, loop, variable } from "./flow/elements.ts";
import { gateInUse, isTheGateInUse } from "./gateInUse.ts";
import { exemptRulesField, firstOfExemptRules, listExemptRules } from "./listExemptRules.ts";
import type { OverlayPlan } from "./overlayPlan.ts";
import {
    forEveryRecordType,
    getStages,
    isPriorRecordTypeKnown,
    ownRecordType,
    ownRecordTypeFormula,
    priorRecordType,
    priorRecordTypeFormula,
    recordTypesVariable,
    recordTypeSource,
    serves
} from "./stageLookup.ts";

/** Late, after other flows have had their say about the stage. */
const triggerOrder = 1500;

const stage = "For_Each_Stage";

type Features = Pick<OverlayPlan, "hasRecordTypes">;

/** Where no rule asks for contact roles, a stage change doesn't pay for counting them. */
const nothingCounted = { assignments: [], formulas: [], loops: [], recordLookups: [], variables: [] } as const;

/**
 * The flow that writes one consistent block on the opportunity whenever its stage changes. Written rather than
 * packaged, because it names the org's own rule records.
 */
export function stampFlowFile(rules: readonly RecordRule[], { hasRecordTypes }: Features): WrittenFile {
    const areRolesCounted = rulesAboutRoles(rules).length > 0;
    const count = areRolesCounted
        ? countContactRoles(rules, { opportunityId: "$Record.Id", next: firstOfExemptRules })
        : nothingCounted;
    const exempt = listExemptRules("Get_Stages");
    const inUse = gateInUse(rules, {
        next: "Name_The_New_Stage",
        description:
            "Where nothing is in force the flow leaves before its first query, with an empty stamp, which no rule takes for the current one."
    });
    return beforeSaveFlowFile({
        name: "PW_Stamp_Opportunity",
        description:
            "Written from the rules. Writes one consistent block on the opportunity whenever its stage changes: where the stage stands, where it came from, who has a role, and which rules exceptions set aside. Rules block only while the stamp speaks of the current stage.",
        object: "Opportunity",
        entersWhen: "OR(ISNEW(), ISCHANGED({!$Record.StageName}))",
        first: "Empty_The_Stamp",
        triggerOrder,
        assignments: [
            emptyTheStamp(),
            ...nameTheStages(hasRecordTypes, areRolesCounted ? firstOfCount : firstOfExemptRules),
            ...count.assignments,
            ...exempt.assignments,
            ...noteTheStages(),
            writeTheStamp(hasRecordTypes, areRolesCounted)
        ],
        decisions: [inUse.decision, isTheRecordNew(), whichStageIsIt()],
        formulas: [inUse.formula, ...stageFormulas(hasRecordTypes), ...count.formulas, ...exempt.formulas],
        loops: [
            ...count.loops,
            ...exempt.loops,
            loop({ name: stage }, "Get_Stages", "Which_Stage_Is_It", "Write_The_Stamp")
        ],
        recordLookups: [...count.recordLookups, ...exempt.recordLookups, getNewAndPriorStage(hasRecordTypes)],
        variables: [...count.variables, ...exempt.variables, ...variables(hasRecordTypes)]
    });
}

function emptyTheStamp() {
    const blanks = {
        noText: [
            "PW_Stage_Stamp__c",
            "PW_Kind__c",
            "PW_Record_Type__c",
            "PW_Gaps__c",
            "PW_Bypassed_Rules__c",
            "PW_Bypassed_By__c",
            ...Object.keys(exemptRulesField)
        ],
        noNumber: ["PW_Position__c", "PW_From_Position__c", ...Object.keys(countedFields)],
        noDateTime: ["PW_Bypassed_At__c"]
    };
    const description =
        "A clone copies fields, and a bypass speaks of one move only: every stage change starts from an empty stamp.";
    const items = Object.entries(blanks).flatMap(([blank, fields]) =>
        fields.map((field) => ({ to: `$Record.${field}`, value: { from: blank } }))
    );
    return assignment({ name: "Empty_The_Stamp", description }, items, isTheGateInUse);
}

function nameTheStages(hasRecordTypes: boolean, afterPrior: string) {
    const added = (to: string, from: string) => ({ to, operator: "Add", value: { from } }) as const;
    const [forNew, forPrior] = hasRecordTypes
        ? [[forEveryRecordType, added("recordTypes", ownRecordType)], [added("recordTypes", priorRecordType)]]
        : [[], []];
    return [
        assignment({ name: "Name_The_New_Stage" }, [added("stages", "stageName"), ...forNew], "Is_The_Record_New"),
        assignment({ name: "Name_The_Prior_Stage" }, [added("stages", "priorStageName"), ...forPrior], afterPrior)
    ];
}

function isTheRecordNew() {
    return decision(
        {
            name: "Is_The_Record_New",
            description: "A new record has no prior stage, no contact roles and no exceptions."
        },
        [
            {
                name: "Record_Is_New",
                label: "New",
                when: [["$Record.Id", "IsNull", { boolean: true }]],
                next: "Get_Stages"
            }
        ],
        { label: "Changed", next: "Name_The_Prior_Stage" }
    );
}

function getNewAndPriorStage(hasRecordTypes: boolean) {
    return getStages("The new and the prior stage in one query.", { hasRecordTypes, next: stage });
}

function stageFormulas(hasRecordTypes: boolean) {
    const anyCase =
        "Whatever the letters' case: an API client may write a stage as it likes, and the query that found the record ignores case too.";
    const spelled = "Spelled as the validation rules spell it, so that both sides of their comparison agree.";
    const is = (name: string, ...ofRecordTypes: readonly string[]) => {
        const isStage = `UPPER({!${stage}.Stage__c}) = UPPER({!${name}})`;
        return hasRecordTypes ? `AND(${[isStage, ...ofRecordTypes].join(", ")})` : isStage;
    };
    const isPrior = is("priorStageName", isPriorRecordTypeKnown, serves(stage, priorRecordType));
    return [
        formula({ name: "isNewStage", description: anyCase }, "Boolean", is("stageName", serves(stage, ownRecordType))),
        formula({ name: "isPriorStage" }, "Boolean", isPrior),
        ...(hasRecordTypes ? [ownRecordTypeFormula(), priorRecordTypeFormula("priorStageName")] : []),
        formula({ name: "stageName", description: spelled }, "String", "TEXT({!$Record.StageName})"),
        formula({ name: "priorStageName" }, "String", "TEXT({!$Record__Prior.StageName})")
    ];
}

function whichStageIsIt() {
    const description =
        "From a closed stage, one without a record, or of an unknown record type, the position before stays 0: judged as entry.";
    return decision(
        { name: "Which_Stage_Is_It", description },
        [
            {
                name: "The_New_Stage",
                label: "The New",
                when: [["isNewStage", "EqualTo", { boolean: true }]],
                next: "Note_The_New_Stage"
            },
            {
                name: "The_Prior_Stage_While_Open",
                label: "The Prior, Open",
                when: [
                    ["isPriorStage", "EqualTo", { boolean: true }],
                    [`${stage}.Kind__c`, "EqualTo", { text: "open" }]
                ],
                next: "Note_The_Prior_Stage"
            }
        ],
        { label: "The Prior, Closed", next: stage }
    );
}

function noteTheStages() {
    return [
        assignment(
            { name: "Note_The_New_Stage" },
            [
                { to: "$Record.PW_Position__c", value: { from: `${stage}.Position__c` } },
                { to: "$Record.PW_Kind__c", value: { from: `${stage}.Kind__c` } }
            ],
            stage
        ),
        assignment(
            { name: "Note_The_Prior_Stage" },
            [{ to: "fromPosition", value: { from: `${stage}.Position__c` } }],
            stage
        )
    ];
}

function writeTheStamp(hasRecordTypes: boolean, areRolesCounted: boolean) {
    const written = {
        PW_Stage_Stamp__c: "stageName",
        PW_From_Position__c: "fromPosition",
        ...(hasRecordTypes ? { PW_Record_Type__c: recordTypeSource } : {}),
        ...(areRolesCounted ? countedFields : {}),
        ...exemptRulesField
    };
    const items = Object.entries(written).map(([field, from]) => ({ to: `$Record.${field}`, value: { from } }));
    return assignment({ name: "Write_The_Stamp" }, items, null);
}

function variables(hasRecordTypes: boolean) {
    const neverSet = (what: string) => `Never given a value: stands for a blank ${what}.`;
    return [
        variable({ name: "fromPosition" }, "Number", { initial: { number: "0" } }),
        variable({ name: "noDateTime", description: neverSet("date and time") }, "DateTime"),
        variable({ name: "noNumber", description: neverSet("number") }, "Number"),
        variable({ name: "noText", description: neverSet("text") }, "String"),
        ...(hasRecordTypes ? [recordTypesVariable()] : []),
        variable({ name: "stages" }, "String", { isCollection: true })
    ];
}
