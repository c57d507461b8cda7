import { rules } from "c/pwPolicy";
import { choicesFile, type Choices, type ChosenRule, type Start } from "./choices.ts";
import type { OrgFeatures } from "./features.ts";
import { placeOrg, positionOfStart } from "./proposePlan.ts";

/** A sentence for each choice that names what the org does not have, or that a rule can't take. */
export function checkChoices(choices: Choices, features: OrgFeatures): string[] {
    const named = choices.languages ?? [];
    const languages = named
        .filter((language) => !features.languages.includes(language))
        .map((language) => `${choicesFile}: languages names "${language}", which is not active in the org.`);
    return [
        ...languages,
        ...Object.entries(choices.stages).flatMap(([stage, { keyFields }]) => checkStage(stage, keyFields, features)),
        ...Object.entries(choices.rules).flatMap(([id, rule]) => checkRule(id, rule, features))
    ];
}

function checkStage(stage: string, keyFields: readonly string[], { stages, fields }: OrgFeatures): string[] {
    const active = stages.filter(({ isActive }) => isActive).map(({ apiName }) => apiName);
    const at = `${choicesFile}: stages`;
    return [
        ...(active.includes(stage)
            ? []
            : [`${at} names the stage "${stage}", which the org does not have (${list(active)}).`]),
        ...keyFields
            .filter((field) => !fields.has(field))
            .map((field) => `${at}.${stage} names the field "${field}", which Opportunity does not have.`)
    ];
}

function checkRule(id: string, chosen: ChosenRule, features: OrgFeatures): string[] {
    const at = `${choicesFile}: rules.${id}`;
    const notAmong = (what: string, names: readonly string[] | undefined, offered: readonly string[] | null) =>
        (names ?? [])
            .filter((each) => offered !== null && !offered.includes(each))
            .map((each) => `${at} names the ${what} "${each}", which the org does not have (${list(offered ?? [])}).`);
    const recordTypes = features.recordTypes.map(({ developerName }) => developerName);
    return [
        ...cannotTake(id, chosen, at),
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
    return [`${at} names the stage "${start.stage}", which the org does not have (${list(names)}).`];
}

function checkField(at: string, field: string | undefined, { fields }: OrgFeatures): string[] {
    if (field === undefined) return [];
    const described = fields.get(field);
    if (described === undefined) {
        return [`${at} names the field "${field}", which Opportunity does not have, or this user may not see.`];
    }
    // The formula asks for the text of a picklist, as of our own field.
    return described.type === "picklist"
        ? []
        : [`${at} names the field "${field}", which is no picklist (${described.type}).`];
}

function list(names: readonly string[]): string {
    return names.length === 0 ? "it has none" : names.join(", ");
}
