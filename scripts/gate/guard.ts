import { conjunction, disjunction, type FormulaTree, type RecordRule, type Trigger } from "c/pwPolicy";
import { ruleRecordReference } from "./spelling.ts";

/** How the guard's names are spelled: plain in a validation rule, in braces in a flow. */
export interface GuardSpelling {
    name(path: string): string;
    /** True where the world itself already makes sure that the stage changed, or the record is new. */
    readonly stageHasChanged: boolean;
}

export const inValidationRule: GuardSpelling = { name: (path) => path, stageHasChanged: false };

/** The flow's entry condition sees to the change, so its formulas need not. */
export const inFlow: GuardSpelling = {
    name: (path) => (path.startsWith("$") ? `{!${path}}` : `{!$Record.${path}}`),
    stageHasChanged: true
};

/**
 * When the rule may block at all: it stands at Block, this move is its trigger, the stamp speaks of the
 * current stage, no exception sets the rule aside, and the opportunity is not older than the rule's date.
 * Who may pass is not asked here.
 */
export function guardOf(rule: RecordRule, spelling: GuardSpelling): FormulaTree {
    return conjunction([...blocks(rule, spelling), ...moveOf(rule, spelling)]);
}

/** The rule stands at Block, and the opportunity is not older than the rule's date. */
export function blocks(rule: RecordRule, { name }: GuardSpelling): FormulaTree[] {
    const record = ruleRecordReference(rule.id);
    return [
        `${name(`${record}.Level__c`)} = "Block"`,
        disjunction([
            `ISBLANK(${name(`${record}.Created_From__c`)})`,
            `DATEVALUE(${name("CreatedDate")}) >= ${name(`${record}.Created_From__c`)}`
        ])
    ];
}

/** This move is the rule's trigger, the stamp speaks of the current stage, and no exception sets the rule aside. */
export function moveOf(rule: RecordRule, spelling: GuardSpelling): FormulaTree[] {
    const { name } = spelling;
    return [
        ...triggerParts(rule.trigger, spelling),
        `${name("PW_Stage_Stamp__c")} = TEXT(${name("StageName")})`,
        notExempt(rule, spelling)
    ];
}

/** The stamp lists what exceptions set aside as of this move: ";id;id;", so that no id is found inside another. */
function notExempt({ id }: RecordRule, { name }: GuardSpelling): FormulaTree {
    const exempt = name("PW_Exempt_Rules__c");
    return disjunction([`ISBLANK(${exempt})`, `NOT(CONTAINS(${exempt}, ";${id};"))`]);
}

/** Nobody holding the permission, and no move while the kill switch is on, is stopped. */
export function passes(): FormulaTree[] {
    return ["NOT($Permission.PW_Bypass_Gate)", "NOT($Setup.PW_Settings__c.Gate_Is_Off__c)"];
}

function triggerParts(trigger: Trigger, { name, stageHasChanged }: GuardSpelling): FormulaTree[] {
    if (trigger === "create") {
        return ["ISNEW()"];
    }
    const changed = stageHasChanged ? [] : ["NOT(ISNEW())", "ISCHANGED(StageName)"];
    const moves: Record<Exclude<Trigger, "create">, string> = {
        advance: `${name("PW_Position__c")} > ${name("PW_From_Position__c")}`,
        win: `${name("PW_Kind__c")} = "won"`,
        lose: `${name("PW_Kind__c")} = "lost"`
    };
    return [...changed, moves[trigger]];
}
