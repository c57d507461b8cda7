import { rules, type PlacedStage } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import { positionFromProbability } from "c/pwPolicy";
import { kindOf } from "../audit/derive/stagePlaces.ts";
import type { RawStage } from "../audit/gathered.ts";
import { stagesOfAny, type OverlayPlan, type RuleChoice } from "../gate/overlayPlan.ts";
import { placeProcesses, withoutRepeats, type PlacedProcess } from "../gate/placeProcesses.ts";
import type { ProcessStage } from "../gate/stages.ts";
import type { Choices, ChosenRule, Start } from "./choices.ts";
import type { OrgFeatures } from "./features.ts";
import { asGuide, type StageChoice } from "./stageChoice.ts";

/** What the overlay of an org is written for. The choices must have been checked against the org. */
export function proposePlan(features: OrgFeatures, choices: Choices): OverlayPlan {
    const processes = placeOrg(features, choices.stages);
    const all = processes.flatMap(({ stages }) => stages);
    const entries = rules.map(({ id }) => [id, choiceOf(choices.rules[id] ?? {}, all)] as const);
    return {
        processes: withoutRepeats(processes),
        hasRecordTypes: features.hasRecordTypes,
        recordTypes: features.recordTypes.map(({ developerName }) => developerName),
        hasChatter: features.hasChatter,
        translations: translationsIn(features, choices),
        modules: choices.modules,
        hasPath: choices.path,
        postLanguage: choices.postLanguage,
        rules: Object.fromEntries(entries)
    };
}

/** The active stages of every process in the org's order, placed on one scale; "*" first. */
export function placeOrg(
    { stages, recordTypes }: Pick<OrgFeatures, "stages" | "recordTypes">,
    guides: Choices["stages"] = {}
): PlacedProcess[] {
    const active = stages
        .filter(({ isActive }) => isActive)
        .toSorted((one, other) => one.sortOrder - other.sortOrder)
        .map((stage) => processStageOf(stage, guides[stage.apiName]));
    return placeProcesses([
        { recordType: "*", stages: active },
        ...recordTypes.map(({ developerName, stages: offered }) => ({
            recordType: developerName,
            stages: active.filter(({ name }) => offered.includes(name))
        }))
    ]);
}

/**
 * One number serves every process. A start by stage holds from the highest position that the stage has in any, so that
 * no process is judged before its own such stage. Null: no stage of any process is so probable, or it is a lost one.
 */
export function positionOfStart(
    start: Start,
    stages: Iterable<PlacedStage & { readonly name: string }>
): string | null {
    if ("probability" in start) {
        return positionFromProbability(stages, start.probability);
    }
    const positions = [...stages].flatMap(({ name, kind, position }) =>
        name === start.stage && kind !== "lost" && position !== null ? [position] : []
    );
    return positions.length === 0 ? null : Decimal.max(...positions).toFixed();
}

/** The languages that posts and messages are translated into: those chosen, else all that the org has and we know. */
export function translationsIn({ languages }: Pick<OrgFeatures, "languages">, { languages: chosen }: Choices) {
    return (["zh_TW", "zh_CN"] as const).filter(
        (language) => languages.includes(language) && (chosen === undefined || chosen.includes(language))
    );
}

/** What a rule starts from as the plan has it. Null: the place of the stage doesn't matter, or no stage is so probable. */
export function startIn(plan: OverlayPlan, ruleId: string): string | null {
    const chosen = plan.rules[ruleId]?.fromPosition;
    const rule = rules.find(({ id }) => id === ruleId);
    return chosen ?? positionFromProbability(stagesOfAny(plan), rule?.defaults.fromProbability);
}

function choiceOf(chosen: ChosenRule, stages: readonly (PlacedStage & { readonly name: string })[]): RuleChoice {
    const { from, larger, ...same } = chosen;
    const choice: { -readonly [Key in keyof RuleChoice]: RuleChoice[Key] | undefined } = {
        ...same,
        fromPosition: from && positionOfStart(from, stages),
        largerMinimum: larger?.minimum,
        largerFromPosition: larger?.from && positionOfStart(larger.from, stages),
        largerFromAmount: larger?.fromAmount,
        largerRecordTypes: larger?.recordTypes
    };
    return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}

function processStageOf(stage: RawStage, guide: StageChoice | undefined): ProcessStage {
    const placed = { name: stage.apiName, kind: kindOf(stage), probability: stage.probability ?? "0" };
    return guide === undefined ? placed : { ...placed, guide: asGuide(guide) };
}
