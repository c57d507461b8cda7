import type { RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { countContactRoles, countedFields, firstOfCount } from "./countContactRoles.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, decision, formula, getRecords, loop, variable } from "./flow/elements.ts";
import { gateInUse, isTheGateInUse } from "./gateInUse.ts";
import { exemptRulesField, firstOfExemptRules, listExemptRules } from "./listExemptRules.ts";

/** Late, after other flows have had their say about the stage. */
const triggerOrder = 1500;

const stage = "For_Each_Stage";

/**
 * The flow that writes one consistent block on the opportunity whenever its stage changes. Written rather than
 * packaged, because it names the org's own rule records.
 */
export function stampFlowFile(rules: readonly RecordRule[]): WrittenFile {
    const count = countContactRoles(rules, { opportunityId: "$Record.Id", next: firstOfExemptRules });
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
            ...nameTheStages(),
            ...count.assignments,
            ...exempt.assignments,
            ...noteTheStages(),
            writeTheStamp()
        ],
        decisions: [inUse.decision, isTheRecordNew(), whichStageIsIt()],
        formulas: [inUse.formula, ...stageFormulas(), ...count.formulas, ...exempt.formulas],
        loops: [
            ...count.loops,
            ...exempt.loops,
            loop({ name: stage }, "Get_Stages", "Which_Stage_Is_It", "Write_The_Stamp")
        ],
        recordLookups: [...count.recordLookups, ...exempt.recordLookups, getStages()],
        variables: [...count.variables, ...exempt.variables, ...variables()]
    });
}

function emptyTheStamp() {
    const blanks = {
        noText: [
            "PW_Stage_Stamp__c",
            "PW_Kind__c",
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

function nameTheStages() {
    return [
        assignment(
            { name: "Name_The_New_Stage" },
            [{ to: "stages", operator: "Add", value: { from: "stageName" } }],
            "Is_The_Record_New"
        ),
        assignment(
            { name: "Name_The_Prior_Stage" },
            [{ to: "stages", operator: "Add", value: { from: "priorStageName" } }],
            firstOfCount
        )
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

function getStages() {
    return getRecords(
        { name: "Get_Stages", description: "The new and the prior stage in one query." },
        {
            object: "PW_Stage__mdt",
            where: [
                ["Stage__c", "In", { from: "stages" }],
                ["Record_Type__c", "EqualTo", { text: "*" }]
            ],
            fields: ["Stage__c", "Position__c", "Kind__c"],
            sortedBy: "Stage__c"
        },
        stage
    );
}

function stageFormulas() {
    const anyCase =
        "Whatever the letters' case: an API client may write a stage as it likes, and the query that found the record ignores case too.";
    const spelled = "Spelled as the validation rules spell it, so that both sides of their comparison agree.";
    return [
        formula(
            { name: "isNewStage", description: anyCase },
            "Boolean",
            `UPPER({!${stage}.Stage__c}) = UPPER({!stageName})`
        ),
        formula({ name: "isPriorStage" }, "Boolean", `UPPER({!${stage}.Stage__c}) = UPPER({!priorStageName})`),
        formula({ name: "stageName", description: spelled }, "String", "TEXT({!$Record.StageName})"),
        formula({ name: "priorStageName" }, "String", "TEXT({!$Record__Prior.StageName})")
    ];
}

function whichStageIsIt() {
    const description =
        "From a closed stage, or one without a record, the position before stays 0: reopening is judged as entry.";
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

function writeTheStamp() {
    const written = {
        PW_Stage_Stamp__c: "stageName",
        PW_From_Position__c: "fromPosition",
        ...countedFields,
        ...exemptRulesField
    };
    const items = Object.entries(written).map(([field, from]) => ({ to: `$Record.${field}`, value: { from } }));
    return assignment({ name: "Write_The_Stamp" }, items, null);
}

function variables() {
    const neverSet = (what: string) => `Never given a value: stands for a blank ${what}.`;
    return [
        variable({ name: "fromPosition" }, "Number", { initial: { number: "0" } }),
        variable({ name: "noDateTime", description: neverSet("date and time") }, "DateTime"),
        variable({ name: "noNumber", description: neverSet("number") }, "Number"),
        variable({ name: "noText", description: neverSet("text") }, "String"),
        variable({ name: "stages" }, "String", { isCollection: true })
    ];
}
