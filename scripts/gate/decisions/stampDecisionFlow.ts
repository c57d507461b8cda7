import type { WrittenFile } from "../../written/writtenFolder.ts";
import { customError } from "../flow/customError.ts";
import { assignment, decision, formula, variable, type DecisionOutcome } from "../flow/elements.ts";
import { getFirstRecord } from "../flow/getFirstRecord.ts";
import { triggeredFlowFile } from "../flow/triggeredFlow.ts";

/** What the author writes; the reason is a long text, of which no formula can say whether it changed. */
const terms = ["Kind__c", "Percent__c", "Reason_Category__c", "In_Return__c", "Asked_By__c"] as const;

/** What the flow writes: changed by anybody else, it is written again. */
const stamps = [
    "Proposed_By__c",
    "Band__c",
    "Permission__c",
    "Needs_Approval__c",
    "Amount__c",
    "List_Amount__c",
    "Account__c",
    "Is_Repeat__c",
    "Earlier_Decision__c"
] as const;

/**
 * The flow that asks a discount for its reason, keeps the reason of what is decided, and writes beside each decision
 * who proposed it, into which band it falls, for which amount it was made, and whether its reason was given to the account before. It has no entry condition: that of a
 * flow can't speak of a long text.
 */
export function stampDecisionFlowFile(): WrittenFile {
    return triggeredFlowFile({
        when: "beforeSave",
        name: "PW_Stamp_Decision",
        description:
            "Asks a discount for its reason, and writes on each decision who proposed it, its band, the permission that approves it, the amount that it was made for, and the earlier decision whose reason it repeats. What was decided keeps its reason.",
        object: "PW_Decision__c",
        first: "What_Has_Changed",
        triggerOrder: 1500,
        assignments: [noteWhoProposes(), keepWhoProposed(), noteTheBand(), noteTheEarlierDecision(), writeTheStamp()],
        customErrors: [
            customError(
                { name: "Reason_Is_Missing" },
                "Say why in full sentences, for somebody who was not there, then save again.",
                "Reason__c"
            ),
            customError(
                { name: "Reason_Is_Final" },
                "The reason of a decision can't change when it is decided, or afterwards. Log a new decision for what has changed.",
                "Reason__c"
            )
        ],
        decisions: [
            whatHasChanged(),
            isTheReasonThere(),
            isItADiscount(),
            wasABandFound(),
            isThereAnAccount(),
            wasTheReasonGivenBefore()
        ],
        formulas: [
            formula({ name: "isDecided" }, "Boolean", isDecided),
            formula({ name: "isNew" }, "Boolean", "ISNEW()"),
            formula({ name: "stampsChanged" }, "Boolean", anyChanged(stamps)),
            formula({ name: "termsChanged" }, "Boolean", anyChanged(terms)),
            formula({ name: "twelveMonthsAgo" }, "DateTime", "NOW() - 365")
        ],
        recordLookups: [getBand(), getEarlierDecision()],
        variables: [
            variable({ name: "band" }, "String"),
            variable({ name: "earlierDecision" }, "String"),
            variable({ name: "isRepeat" }, "Boolean", { initial: { boolean: false } }),
            variable({ name: "needsApproval" }, "Boolean", { initial: { boolean: false } }),
            variable({ name: "permission" }, "String")
        ]
    });
}

const status = "TEXT({!$Record.Status__c})";
const isDecided = `OR(${status} = "Approved", ${status} = "Rejected", ${status} = "Superseded")`;

function anyChanged(fields: readonly string[]): string {
    return `OR(${fields.map((field) => `ISCHANGED({!$Record.${field}})`).join(", ")})`;
}

function whatHasChanged() {
    const isTrue = { boolean: true };
    const outcome = (name: string, when: DecisionOutcome["when"], next: string): DecisionOutcome => ({
        name,
        label: name.replaceAll("_", " "),
        when,
        next
    });
    const reasonChanged = ["$Record.Reason__c", "IsChanged", isTrue] as const;
    return decision(
        { name: "What_Has_Changed" },
        [
            outcome("All_Is_New", [["isNew", "EqualTo", isTrue]], "Note_Who_Proposes"),
            outcome("Reason_Of_A_Decided_One", [reasonChanged, ["isDecided", "EqualTo", isTrue]], "Reason_Is_Final"),
            outcome("Reason", [reasonChanged], "Note_Who_Proposes"),
            outcome("Terms", [["termsChanged", "EqualTo", isTrue]], "Note_Who_Proposes"),
            outcome("Stamps", [["stampsChanged", "EqualTo", isTrue]], "Keep_Who_Proposed")
        ],
        { label: "Nothing of This", next: null }
    );
}

function noteWhoProposes() {
    return assignment(
        { name: "Note_Who_Proposes" },
        [{ to: "$Record.Proposed_By__c", value: { from: "$User.Id" } }],
        "Is_The_Reason_There"
    );
}

function keepWhoProposed() {
    return assignment(
        { name: "Keep_Who_Proposed", description: "Nobody but this flow says who proposed a decision." },
        [{ to: "$Record.Proposed_By__c", value: { from: "$Record__Prior.Proposed_By__c" } }],
        "Is_It_A_Discount"
    );
}

function isTheReasonThere() {
    return decision(
        { name: "Is_The_Reason_There" },
        [
            {
                name: "A_Discount_Without_One",
                label: "A Discount Without One",
                when: [
                    ["$Record.Kind__c", "EqualTo", { text: "Discount" }],
                    ["$Record.Reason__c", "IsNull", { boolean: true }]
                ],
                next: "Reason_Is_Missing"
            }
        ],
        { label: "There, or Not Needed", next: "Is_It_A_Discount" }
    );
}

function isItADiscount() {
    return decision(
        { name: "Is_It_A_Discount" },
        [
            {
                name: "A_Discount",
                label: "A Discount",
                when: [
                    ["$Record.Kind__c", "EqualTo", { text: "Discount" }],
                    ["$Record.Percent__c", "IsNull", { boolean: false }]
                ],
                next: "Get_Band"
            }
        ],
        { label: "Another Kind", next: "Is_There_An_Account" }
    );
}

function getBand() {
    return getFirstRecord(
        { name: "Get_Band", description: "The highest band that the discount reaches." },
        {
            object: "PW_Band__mdt",
            where: [["From_Percent__c", "LessThanOrEqualTo", { from: "$Record.Percent__c" }]],
            fields: ["From_Percent__c", "MasterLabel", "Permission__c"],
            sortedBy: "From_Percent__c",
            highestFirst: true
        },
        "Was_A_Band_Found"
    );
}

function wasABandFound() {
    return decision(
        { name: "Was_A_Band_Found" },
        [
            {
                name: "Found",
                label: "Found",
                when: [["Get_Band", "IsNull", { boolean: false }]],
                next: "Note_The_Band"
            }
        ],
        { label: "Below All Bands", next: "Is_There_An_Account" }
    );
}

function noteTheBand() {
    return assignment(
        { name: "Note_The_Band" },
        [
            { to: "band", value: { from: "Get_Band.MasterLabel" } },
            { to: "permission", value: { from: "Get_Band.Permission__c" } },
            { to: "needsApproval", value: { boolean: true } }
        ],
        "Is_There_An_Account"
    );
}

function isThereAnAccount() {
    return decision(
        { name: "Is_There_An_Account" },
        [
            {
                name: "There_Is_One",
                label: "There Is One",
                when: [["$Record.Opportunity__r.AccountId", "IsNull", { boolean: false }]],
                next: "Get_Earlier_Decision"
            }
        ],
        { label: "None", next: "Write_The_Stamp" }
    );
}

function getEarlierDecision() {
    const description =
        "The latest that counted, on another opportunity of the account: on the same one, decisions follow each other.";
    return getFirstRecord(
        { name: "Get_Earlier_Decision", description },
        {
            object: "PW_Decision__c",
            where: [
                ["Account__c", "EqualTo", { from: "$Record.Opportunity__r.AccountId" }],
                ["Kind__c", "EqualTo", { from: "$Record.Kind__c" }],
                ["Reason_Category__c", "EqualTo", { from: "$Record.Reason_Category__c" }],
                ["Status__c", "NotEqualTo", { text: "Rejected" }],
                ["Opportunity__c", "NotEqualTo", { from: "$Record.Opportunity__c" }],
                ["CreatedDate", "GreaterThanOrEqualTo", { from: "twelveMonthsAgo" }]
            ],
            fields: ["CreatedDate"],
            sortedBy: "CreatedDate",
            highestFirst: true
        },
        "Was_The_Reason_Given_Before"
    );
}

function wasTheReasonGivenBefore() {
    return decision(
        { name: "Was_The_Reason_Given_Before" },
        [
            {
                name: "Given_Before",
                label: "Given Before",
                when: [["Get_Earlier_Decision", "IsNull", { boolean: false }]],
                next: "Note_The_Earlier_Decision"
            }
        ],
        { label: "Not in Twelve Months", next: "Write_The_Stamp" }
    );
}

function noteTheEarlierDecision() {
    return assignment(
        { name: "Note_The_Earlier_Decision" },
        [
            { to: "earlierDecision", value: { from: "Get_Earlier_Decision.Id" } },
            { to: "isRepeat", value: { boolean: true } }
        ],
        "Write_The_Stamp"
    );
}

function writeTheStamp() {
    const written = {
        Band__c: "band",
        Permission__c: "permission",
        Needs_Approval__c: "needsApproval",
        Amount__c: "$Record.Opportunity__r.Amount",
        List_Amount__c: "$Record.Opportunity__r.PW_List_Amount__c",
        Account__c: "$Record.Opportunity__r.AccountId",
        Is_Repeat__c: "isRepeat",
        Earlier_Decision__c: "earlierDecision"
    };
    const items = Object.entries(written).map(([field, from]) => ({ to: `$Record.${field}`, value: { from } }));
    return assignment({ name: "Write_The_Stamp" }, items, null);
}
