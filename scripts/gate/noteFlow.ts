import { conjunction, developerName, formulaOfUnmet, printFormula, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, decision, formula } from "./flow/elements.ts";
import { blocks, inFlow, moveOf } from "./guard.ts";
import { flowSpelling, ruleRecordReference } from "./spelling.ts";

/** After the stamp (1500), which it reads. */
const triggerOrder = 1600;

/**
 * The flow that notes what a move left undone: which watching and warning rules were not met, and, where a
 * holder of the bypass permission made a move that blocking rules would have refused, who, when and which
 * rules. A validation rule can't write, so the flow asks the same question, from the same rules.
 */
export function noteFlowFile(rules: readonly RecordRule[]): WrittenFile {
    return beforeSaveFlowFile({
        name: "PW_Note_Move",
        description:
            "Written from the rules. Whenever the stage changes, it notes on the opportunity which rules at Observe or Warn were not met, and which blocking ones were bypassed, by whom and when.",
        entersWhen: "OR(ISNEW(), ISCHANGED({!$Record.StageName}))",
        first: "Is_The_Stamp_Current",
        triggerOrder,
        assignments: [noteTheGaps(), noteTheBypass()],
        decisions: [isTheStampCurrent(), wasAnyRuleBypassed()],
        formulas: [
            ...rules.map(unmetFormula),
            gapsFormula(rules),
            bypassedRulesFormula(rules),
            formula(
                { name: "anyRuleBypassed" },
                "Boolean",
                "AND({!$Permission.PW_Bypass_Gate}, NOT(ISNEW()), NOT(ISBLANK({!bypassedRules})))"
            ),
            formula({ name: "stampIsCurrent" }, "Boolean", "{!$Record.PW_Stage_Stamp__c} = TEXT({!$Record.StageName})")
        ]
    });
}

function unmetFormula(rule: RecordRule) {
    const description = `Written from rule ${rule.id}: true where this move is the rule's and the rule is not met.`;
    const expression = printFormula(
        conjunction([...moveOf(rule, inFlow), formulaOfUnmet(rule, flowSpelling(rule.id))])
    );
    return formula({ name: developerName(rule.id), description }, "Boolean", expression);
}

/** ";"-separated ids. All ids together fit into the field's 255 characters; a test counts them. */
function idsWhere(rules: readonly RecordRule[], condition: (rule: RecordRule) => string): string {
    const parts = rules.map((rule) => `IF(AND({!${developerName(rule.id)}}, ${condition(rule)}), "${rule.id};", "")`);
    return `LEFT(${parts.join(" &\n")}, 255)`;
}

function gapsFormula(rules: readonly RecordRule[]) {
    const level = (rule: RecordRule) => `{!${ruleRecordReference(rule.id)}.Level__c}`;
    return formula(
        { name: "gaps" },
        "String",
        idsWhere(rules, (rule) => `OR(${level(rule)} = "Observe", ${level(rule)} = "Warn")`)
    );
}

function bypassedRulesFormula(rules: readonly RecordRule[]) {
    return formula(
        { name: "bypassedRules" },
        "String",
        idsWhere(rules, (rule) => printFormula(conjunction(blocks(rule, inFlow))))
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
                next: "Note_The_Gaps"
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
