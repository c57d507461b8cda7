import { isDeepStrictEqual } from "node:util";
import { stageGuideOf } from "c/pwPolicy";
import { kindOf } from "../audit/derive/stagePlaces.ts";
import { stageRecordPaths } from "../gate/stageRecord.ts";
import { checkStage } from "./checkChoices.ts";
import type { Choices } from "./choices.ts";
import type { OrgFeatures } from "./features.ts";
import { asChoice, guideInRecord, stageChoiceSchema, type StageChoice } from "./stageChoice.ts";

/**
 * What somebody wrote about stages in the org's own records, and nobody has chosen yet: by stage. What the policy says
 * of a stage, and what the last run wrote, is not somebody's.
 */
export function guidesToTakeOver(
    { stages, guides }: Pick<OrgFeatures, "stages" | "guides">,
    choices: Choices,
    files: ReadonlyMap<string, string>
): ReadonlyMap<string, StageChoice> {
    const found = stages.flatMap((stage) => {
        const inOrg = guides.get(stage.apiName);
        if (inOrg === undefined || !stage.isActive || choices.stages[stage.apiName] !== undefined) return [];
        const standard = stageGuideOf(stage.apiName, kindOf(stage));
        const written = stageRecordPaths("*", stage.apiName)
            .map((path) => files.get(path))
            .find((text) => text !== undefined);
        const known = [standard && asChoice(standard), written === undefined ? null : guideInRecord(written)];
        return known.some((each) => isDeepStrictEqual(each, inOrg)) ? [] : [[stage.apiName, inOrg] as const];
    });
    return new Map(found);
}

/** Whether the next run could read it as a choice of this org. */
export function isTakeable(
    stage: string,
    guide: StageChoice,
    features: Pick<OrgFeatures, "stages" | "fields">
): boolean {
    return stageChoiceSchema.safeParse(guide).success && checkStage(stage, guide, features).length === 0;
}

/** The choices with the guides that are taken over. */
export function withGuides(choices: Choices, taken: ReadonlyMap<string, StageChoice>): Choices {
    return { ...choices, stages: { ...choices.stages, ...Object.fromEntries(taken) } };
}
