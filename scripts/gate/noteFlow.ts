import { conjunction, developerName, fieldOf, formulaOfUnmet, printFormula, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, decision, formula, variable } from "./flow/elements.ts";
import { blocks, inFlow, moveOf } from "./guard.ts";
import type { OverlayPlan } from "./overlayPlan.ts";
import { flowSpelling, ruleRecordReference } from "./spelling.ts";

/** After the stamp (1500), which it reads. */
const triggerOrder = 1600;

/**
 * The flow that notes what a move left undone: which watching and warning rules were not met, and, where a
 * holder of the bypass permission made a move that blocking rules would have refused, who, when and which
 * rules. A validation rule can't write, so the flow asks the same question, from the same rules.
 */
export function noteFlowFile(rules: readonly RecordRule[], plan: OverlayPlan): WrittenFile {
    return beforeSaveFlowFile({
        name: "PW_Note_Move",
        description:
            "Written from the rules. Whenever the stage changes, it notes on the opportunity which rules at Observe or Warn were not met, and which blocking ones were bypassed, by whom and when.",
        object: "Opportunity",
        entersWhen: "OR(ISNEW(), ISCHANGED({!$Record.StageName}))",
        first: "Is_The_Stamp_Current",
        triggerOrder,
        assignments: [listTheRules(rules), noteTheGaps(), noteTheBypass()],
        decisions: [isTheStampCurrent(), wasAnyRuleBypassed()],
        formulas: [
            ...rules.map((rule) => unmetFormula(rule, plan.rules[rule.id]?.field ?? null)),
            ...rules.map(gapFormula),
            ...rules.map(bypassFormula),
            formula(
                { name: "anyRuleBypassed" },
                "Boolean",
                "AND({!$Permission.PW_Bypass_Gate}, NOT(ISNEW()), NOT(ISBLANK({!bypassedRules})))"
            ),
            formula({ name: "stampIsCurrent" }, "Boolean", "{!$Record.PW_Stage_Stamp__c} = TEXT({!$Record.StageName})")
        ],
        variables: [variable({ name: "bypassedRules" }, "String"), variable({ name: "gaps" }, "String")]
    });
}

function unmetFormula(rule: RecordRule, field: string | null) {
    const spelling = flowSpelling(rule.id, (fact) => fieldOf(rule, fact, field));
    const description = `Written from rule ${rule.id}: true where this move is the rule's and the rule is not met.`;
    const expression = printFormula(conjunction([...moveOf(rule, inFlow), formulaOfUnmet(rule, spelling)]));
    return formula({ name: developerName(rule.id), description }, "Boolean", expression);
}

/** The rule's id with ";" where the condition holds too: short formulas, for all of them in one would be too long. */
function idWhere(rule: RecordRule, suffix: string, condition: string) {
    const name = developerName(rule.id);
    return formula({ name: `${name}_${suffix}` }, "String", `IF(AND({!${name}}, ${condition}), "${rule.id};", "")`);
}

function gapFormula(rule: RecordRule) {
    const level = `{!${ruleRecordReference(rule.id)}.Level__c}`;
    return idWhere(rule, "Gap", `OR(${level} = "Observe", ${level} = "Warn")`);
}

function bypassFormula(rule: RecordRule) {
    return idWhere(rule, "Bypassed", printFormula(conjunction(blocks(rule, inFlow))));
}

/** All ids together fit into a field's 255 characters; a test counts them. */
function listTheRules(rules: readonly RecordRule[]) {
    const added = (to: string, suffix: string) =>
        rules.map(({ id }) => ({ to, operator: "Add", value: { from: `${developerName(id)}_${suffix}` } }) as const);
    return assignment(
        { name: "List_The_Rules" },
        [...added("gaps", "Gap"), ...added("bypassedRules", "Bypassed")],
        "Note_The_Gaps"
    );
}

function isTheStampCurrent() {
    const description = "While the gate is off, or no rule is on, the stamp is empty and there is nothing to note.";
    return decision(
        { name: "Is_The_Stamp_Current", description },
        [
            {
                name: "Stamp_Is_Current",
                label: "Current",
                when: [["stampIsCurrent", "EqualTo", { boolean: true }]],
                next: "List_The_Rules"
            }
        ],
        { label: "Empty", next: null }
    );
}

function noteTheGaps() {
    return assignment(
        { name: "Note_The_Gaps" },
        [{ to: "$Record.PW_Gaps__c", value: { from: "gaps" } }],
        "Was_Any_Rule_Bypassed"
    );
}

function wasAnyRuleBypassed() {
    return decision(
        { name: "Was_Any_Rule_Bypassed" },
        [
            {
                name: "Some_Rule_Was_Bypassed",
                label: "Some",
                when: [["anyRuleBypassed", "EqualTo", { boolean: true }]],
                next: "Note_The_Bypass"
            }
        ],
        { label: "None", next: null }
    );
}

function noteTheBypass() {
    return assignment(
        { name: "Note_The_Bypass" },
        [
            { to: "$Record.PW_Bypassed_Rules__c", value: { from: "bypassedRules" } },
            { to: "$Record.PW_Bypassed_At__c", value: { from: "$Flow.CurrentDateTime" } },
            { to: "$Record.PW_Bypassed_By__c", value: { from: "$User.Id" } }
        ],
        null
    );
}
