import type { RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { countContactRoles, countedFields, firstOfCount, rulesAboutRoles } from "./countContactRoles.ts";
import { assignment, decision, formula, recordVariable, updateRecord, variable } from "./flow/elements.ts";
import { triggeredFlowFile, type TriggeredFlow } from "./flow/triggeredFlow.ts";
import { gateInUse, isTheGateInUse } from "./gateInUse.ts";

/** Says that a contact role went and the counts don't know it yet. */
const mark = "PW_Roles_Uncounted__c";

const faults = "Leave_It_To_Reconcile";
const inUseDescription = "Where no rule about contact roles is in force the flow leaves before its first query.";

/**
 * The flows that keep the counts of an open, stamped opportunity right between its stage changes. They save the
 * opportunity after the commit, where its own rules can't take the contact role's save with them. A deletion has
 * no such path, and sees the rows that go; so it only marks the opportunity, whose own path then counts those
 * that are left, however many went at once.
 */
export function contactRoleFlowFiles(rules: readonly RecordRule[]): WrittenFile[] {
    return [countAfterSave(rules), markBeforeDeletion(rules), countWhatIsLeft(rules)].map(triggeredFlowFile);
}

function countAfterSave(rules: readonly RecordRule[]): TriggeredFlow {
    const changed = ["ContactId", "Role", "IsPrimary"].map((field) => `ISCHANGED({!$Record.${field}})`);
    return {
        ...countingFlow(rules, { opportunity: "$Record.Opportunity", id: "$Record.OpportunityId" }),
        name: "PW_Count_Contact_Roles",
        description:
            "Written from the rules. After a contact role was added or changed, it counts those of the opportunity again.",
        object: "OpportunityContactRole",
        entersWhen: `OR(ISNEW(), ${changed.join(", ")})`,
        triggerOrder: 1500
    };
}

function countWhatIsLeft(rules: readonly RecordRule[]): TriggeredFlow {
    return {
        ...countingFlow(rules, { opportunity: "$Record", id: "$Record.Id", mark }),
        name: "PW_Count_Roles_Left",
        description:
            "Written from the rules. After contact roles were deleted, it counts those that the opportunity has left. Should it fail, the next save of the opportunity tries again.",
        object: "Opportunity",
        entersWhen: `AND({!$Record.${mark}}, NOT({!$Record.IsClosed}), NOT(ISBLANK({!$Record.PW_Stage_Stamp__c})))`,
        triggerOrder: 1700
    };
}

function markBeforeDeletion(rules: readonly RecordRule[]): TriggeredFlow {
    const inUse = gateInUse(rulesAboutRoles(rules), { next: "Is_It_Counted", description: inUseDescription });
    return {
        when: "beforeDelete",
        name: "PW_Mark_Deleted_Role",
        description:
            "Written from the rules. Before a contact role is deleted, it marks the opportunity, so that those left are counted afterwards. The deletion goes through even where the opportunity can't be saved.",
        object: "OpportunityContactRole",
        first: isTheGateInUse,
        triggerOrder: 1500,
        assignments: [
            assignment(
                { name: "Set_The_Mark" },
                [
                    { to: "opportunity.Id", value: { from: "$Record.OpportunityId" } },
                    { to: `opportunity.${mark}`, value: { boolean: true } }
                ],
                "Mark_The_Opportunity"
            ),
            noteTheFault()
        ],
        decisions: [inUse.decision, isItCounted("$Record.Opportunity", "Set_The_Mark")],
        formulas: [inUse.formula],
        recordUpdates: [updateRecord({ name: "Mark_The_Opportunity" }, "opportunity", faults)],
        variables: [recordVariable({ name: "opportunity" }, "Opportunity"), variable({ name: "fault" }, "String")]
    };
}

interface CountedFor {
    /** What the opportunity's fields are read from. */
    readonly opportunity: string;
    readonly id: string;
    /** A field to take back when all is counted. */
    readonly mark?: string;
}

function countingFlow(
    rules: readonly RecordRule[],
    { opportunity, id, mark: marked }: CountedFor
): Omit<TriggeredFlow, "name" | "description" | "object" | "entersWhen" | "triggerOrder"> {
    const count = countContactRoles(rules, { opportunityId: id, next: "Has_A_Count_Changed", fault: faults });
    const inUse = gateInUse(rulesAboutRoles(rules), { next: "Is_It_Counted", description: inUseDescription });
    return {
        when: "afterCommit",
        first: isTheGateInUse,
        assignments: [...count.assignments, takeTheCounts(id, marked), noteTheFault()],
        decisions: [inUse.decision, isItCounted(opportunity, firstOfCount), hasACountChanged()],
        formulas: [inUse.formula, countHasChanged(opportunity, marked), ...count.formulas],
        loops: count.loops,
        recordLookups: count.recordLookups,
        recordUpdates: [updateRecord({ name: "Save_The_Counts" }, "counted", faults)],
        variables: [
            ...count.variables,
            recordVariable({ name: "counted" }, "Opportunity"),
            variable({ name: "fault" }, "String")
        ]
    };
}

function isItCounted(opportunity: string, next: string) {
    const description = "Counts are of open opportunities; where no stamp stands there is none to keep fresh.";
    return decision(
        { name: "Is_It_Counted", description },
        [
            {
                name: "Opportunity_Is_Counted",
                label: "Counted",
                when: [
                    [`${opportunity}.IsClosed`, "EqualTo", { boolean: false }],
                    [`${opportunity}.PW_Stage_Stamp__c`, "IsNull", { boolean: false }]
                ],
                next
            }
        ],
        { label: "Not Counted", next: null }
    );
}

function hasACountChanged() {
    return decision(
        { name: "Has_A_Count_Changed" },
        [
            {
                name: "Some_Count_Has_Changed",
                label: "Changed",
                when: [["countHasChanged", "EqualTo", { boolean: true }]],
                next: "Take_The_Counts"
            }
        ],
        { label: "Same", next: null }
    );
}

/** A blank count is none, and counts as changed. */
function countHasChanged(opportunity: string, marked: string | undefined) {
    const changes = Object.entries(countedFields).flatMap(([field, counted]) => [
        `ISBLANK({!${opportunity}.${field}})`,
        `{!${opportunity}.${field}} <> {!${counted}}`
    ]);
    const isMarked = marked === undefined ? [] : [`{!${opportunity}.${marked}}`];
    return formula({ name: "countHasChanged" }, "Boolean", `OR(${[...isMarked, ...changes].join(", ")})`);
}

function takeTheCounts(id: string, marked: string | undefined) {
    const counts = Object.entries(countedFields).map(([field, counted]) => ({
        to: `counted.${field}`,
        value: { from: counted }
    }));
    const unmarked = marked === undefined ? [] : [{ to: `counted.${marked}`, value: { boolean: false } }];
    return assignment(
        { name: "Take_The_Counts" },
        [{ to: "counted.Id", value: { from: id } }, ...counts, ...unmarked],
        "Save_The_Counts"
    );
}

function noteTheFault() {
    const description =
        "Somebody's rule or flow refused the opportunity, or it could not be read: the counts stay as they are, and opportunity reconcile finds them.";
    return assignment({ name: faults, description }, [{ to: "fault", value: { from: "$Flow.FaultMessage" } }], null);
}
