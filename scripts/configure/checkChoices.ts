import { rules } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import { choicesFile, type Choices, type ChosenRule, type Start } from "./choices.ts";
import type { OrgFeatures } from "./features.ts";
import { shortened } from "./shortened.ts";
import { placeOrg, positionOfStart } from "./proposePlan.ts";
import type { StageChoice } from "./stageChoice.ts";

/** A sentence for each choice that names what the org does not have, or that a rule can't take. */
export function checkChoices(choices: Choices, features: OrgFeatures): string[] {
    const named = choices.languages ?? [];
    const languages = named
        .filter((language) => !features.languages.includes(language))
        .map((language) => `${choicesFile}: languages names "${language}", which is not active in the org.`);
    return [
        ...languages,
        ...Object.entries(choices.stages).flatMap(([stage, guide]) => checkStage(stage, guide, features)),
        ...Object.entries(choices.rules).flatMap(([id, rule]) => checkRule(id, rule, features))
    ];
}

/** A sentence for each thing that a stage's guide names and the org does not have. */
export function checkStage(
    stage: string,
    { keyFields }: StageChoice,
    { stages, fields }: Pick<OrgFeatures, "stages" | "fields">
): string[] {
    const active = stages.filter(({ isActive }) => isActive).map(({ apiName }) => apiName);
    const at = `${choicesFile}: stages`;
    return [
        ...(active.includes(stage)
            ? []
            : [`${at} names the stage "${shortened(stage)}", which the org does not have (${list(active)}).`]),
        ...keyFields
            .filter((field) => !fields.has(field))
            .map(
                (field) =>
                    `${at}.${shortened(stage)} names the field "${shortened(field)}", which Opportunity does not have.`
            )
    ];
}

function checkRule(id: string, chosen: ChosenRule, features: OrgFeatures): string[] {
    const at = `${choicesFile}: rules.${id}`;
    const notAmong = (what: string, names: readonly string[] | undefined, offered: readonly string[] | null) =>
        (names ?? [])
            .filter((each) => offered !== null && !offered.includes(each))
            .map(
                (each) =>
                    `${at} names the ${what} "${shortened(each)}", which the org does not have (${list(offered ?? [])}).`
            );
    const recordTypes = features.recordTypes.map(({ developerName }) => developerName);
    return [
        ...cannotTake(id, chosen, at),
        ...checkLarger(id, chosen, at),
        ...checkStart(`${at}.from`, chosen.from, features),
        ...checkStart(`${at}.larger.from`, chosen.larger?.from, features),
        ...notAmong("record type", chosen.recordTypes, recordTypes),
        ...notAmong("record type", chosen.larger?.recordTypes, recordTypes),
        ...notAmong("contact role", chosen.decisionRoles, features.contactRoles),
        ...notAmong("product family", chosen.exemptFamilies, features.families),
        ...checkField(at, chosen.field, features)
    ];
}

/** Settings that only some rules have. */
const takers: Readonly<Partial<Record<keyof ChosenRule, (id: string) => boolean>>> = {
    larger: (id) => id === "contact-roles-present",
    field: (id) => rules.some((rule) => rule.id === id && rule.ownField !== undefined),
    decisionRoles: (id) => id === "decision-role-named",
    exemptFamilies: (id) => id === "products-priced",
    from: (id) => defaultsOf(id)?.fromProbability !== undefined,
    minimum: (id) => defaultsOf(id)?.minimum !== undefined,
    tolerance: (id) => defaultsOf(id)?.tolerance !== undefined
};

function defaultsOf(id: string) {
    return rules.find((rule) => rule.id === id)?.defaults;
}

function cannotTake(id: string, chosen: ChosenRule, at: string): string[] {
    return Object.entries(takers).flatMap(([setting, takes]) =>
        setting in chosen && !takes(id) ? [`${at} has no setting ${setting}.`] : []
    );
}

function checkStart(at: string, start: Start | undefined, features: OrgFeatures): string[] {
    if (start === undefined) return [];
    const stages = placeOrg(features).flatMap((process) => process.stages);
    if (positionOfStart(start, stages) !== null) return [];
    if ("probability" in start) {
        return [`${at} asks for ${start.probability} %, which no active stage of the org reaches.`];
    }
    const names = [...new Set(stages.map(({ name }) => name))];
    if (names.includes(start.stage)) {
        return [`${at} names the stage "${start.stage}", which is a lost one: name one that is open or won.`];
    }
    return [`${at} names the stage "${shortened(start.stage)}", which the org does not have (${list(names)}).`];
}

function checkLarger(id: string, { minimum, larger }: ChosenRule, at: string): string[] {
    const least = minimum ?? defaultsOf(id)?.minimum ?? "0";
    return larger === undefined || new Decimal(larger.minimum).greaterThan(least)
        ? []
        : [`${at}.larger asks for ${larger.minimum}, which is not more than the ${least} of every deal.`];
}

function checkField(at: string, field: string | undefined, { fields }: OrgFeatures): string[] {
    if (field === undefined) return [];
    const described = fields.get(field);
    if (described === undefined) {
        return [
            `${at} names the field "${shortened(field)}", which Opportunity does not have, or this user may not see.`
        ];
    }
    // The formula asks for the text of a picklist, as of our own field.
    return described.type === "picklist"
        ? []
        : [`${at} names the field "${shortened(field)}", which is no picklist (${described.type}).`];
}

function list(names: readonly string[]): string {
    return names.length === 0 ? "it has none" : names.join(", ");
}
