/** The one face of the policy: what is right, and the interpreters that say so in each world. */
export type { FactName, FactType, FactValue, Facts } from "./facts.ts";
export { factDefinition, factDefinitions } from "./facts.ts";
export type { Outcome, Verdict } from "./verdict.ts";
export type { Condition, ListSetting, NumberSetting } from "./condition.ts";
export type { Language, Level, Practice, RecordRule, Rule, RuleSettings, RuleWords, Trigger } from "./rule.ts";
export { languages, levels } from "./rule.ts";
export { historyRules, processRules, rules } from "./rules/index.ts";
export type {
    AdviceFinding,
    AdviceLevel,
    AdviceRule,
    AdviceSettings,
    AdviceWords,
    Basis,
    Judgement,
    Threshold,
    Weight
} from "./advice.ts";
export { adviceSettings } from "./advice.ts";
export type { ProcessFacts, ProcessRule, ProcessStage, StageUse } from "./process/processRule.ts";
export type { HistoryFacts, HistoryRule, UsualStay } from "./history/historyRule.ts";
export { buildSojourns, type HistoryRow, type Sojourn, type StageHistory } from "./history/sojourns.ts";
export { sayFinding } from "./interpreters/sayFinding.ts";
export type { GuideTexts } from "./stageGuide/guideTexts.ts";
export { stageGuideOf, type StageGuide } from "./stageGuide/stageGuide.ts";
export { contactRoleFacts, decisionRolesOf, standardDecisionRoles, type ContactRole } from "./contactRoles.ts";
export { standardBands, type Band } from "./decisions/bands.ts";
export { exceptionInForce, isInForce, soqlOfExempt, type RuleException } from "./exceptions.ts";
export { discountOf, familiesOf, lineFacts, type Line } from "./lines.ts";
export { fieldOf, withOwnField } from "./ownField.ts";
export { appliesWhen } from "./scope.ts";
export { constantName, developerName } from "./spelling.ts";
export { evaluateCondition, evaluateRule } from "./interpreters/truth.ts";
export { conjunction, disjunction, printFormula, type FormulaTree } from "./formulaTree.ts";
export { formulaOf, formulaOfUnmet, type FormulaSpelling } from "./interpreters/formula.ts";
export { soqlOf, soqlOfRule, type RulePredicates, type SoqlPredicate } from "./interpreters/soql.ts";
export { fieldsRead } from "./interpreters/fields.ts";
export { describeCondition, languageFor, wordsOf } from "./interpreters/words.ts";
export { positionFromProbability, positionOf } from "./positions.ts";
export type { PlacedStage, StageKind } from "./positions.ts";
