import type { Language, StageGuide } from "c/pwPolicy";
import { z } from "zod";

const texts = z.strictObject({
    goal: z.string().trim().max(255).default(""),
    /** A line each. */
    exitCriteria: z
        .array(
            z
                .string()
                .trim()
                .min(1)
                .regex(/^[^\n]*$/, "must be one line")
        )
        .default([])
});

/** What an admin says of a stage in place of the policy's own guide. */
export const stageChoiceSchema = z.strictObject({
    en: texts,
    zh_TW: texts.optional(),
    zh_CN: texts.optional(),
    /** API names of fields of Opportunity. */
    keyFields: z.array(z.string().regex(/^\w+$/)).default([])
});

export type StageChoice = z.infer<typeof stageChoiceSchema>;

/** The fields of PW_Stage__mdt that keep it. */
export const guideFields = [
    "Goal__c",
    "Goal_zh_TW__c",
    "Goal_zh_CN__c",
    "Exit_Criteria__c",
    "Exit_Criteria_zh_TW__c",
    "Exit_Criteria_zh_CN__c",
    "Key_Fields__c"
] as const;

/** As the record's fields say; null where all are blank. */
export function guideFrom(valueOf: (field: string) => string | null): StageChoice | null {
    const textsIn = (suffix: string): StageChoice["en"] => ({
        goal: valueOf(`Goal${suffix}__c`)?.trim() ?? "",
        exitCriteria: partsOf(valueOf(`Exit_Criteria${suffix}__c`), "\n")
    });
    const isBlank = ({ goal, exitCriteria }: StageChoice["en"]): boolean => goal === "" && exitCriteria.length === 0;
    const [en, zhTW, zhCN] = [textsIn(""), textsIn("_zh_TW"), textsIn("_zh_CN")];
    const keyFields = partsOf(valueOf("Key_Fields__c"), ";");
    if ([en, zhTW, zhCN].every(isBlank) && keyFields.length === 0) {
        return null;
    }
    return {
        en,
        ...(isBlank(zhTW) ? {} : { zh_TW: zhTW }),
        ...(isBlank(zhCN) ? {} : { zh_CN: zhCN }),
        keyFields
    };
}

/** As a written record says; null where it says nothing. */
export function guideInRecord(xml: string): StageChoice | null {
    return guideFrom((field) => {
        const value = new RegExp(`<field>${field}</field>\\s*<value[^>]*>([^<]*)</value>`).exec(xml)?.[1];
        return value === undefined ? null : plain(value);
    });
}

export function asGuide({ en, zh_TW: zhTW, zh_CN: zhCN, keyFields }: StageChoice): StageGuide {
    return { texts: { en, ...(zhTW && { zh_TW: zhTW }), ...(zhCN && { zh_CN: zhCN }) }, keyFields };
}

/** The same as a choice would say it; the order of keys is that of `guideFrom`. */
export function asChoice({ texts: { en, ...others }, keyFields }: StageGuide): StageChoice {
    const copy = ({ goal, exitCriteria }: StageGuide["texts"]["en"]) => ({ goal, exitCriteria: [...exitCriteria] });
    const translated = (["zh_TW", "zh_CN"] as const).flatMap((language: Exclude<Language, "en">) => {
        const own = others[language];
        return own === undefined ? [] : [[language, copy(own)] as const];
    });
    return { en: copy(en), ...Object.fromEntries(translated), keyFields: [...keyFields] };
}

function partsOf(text: string | null, separator: string): string[] {
    return (text ?? "")
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== "");
}

/** Text as it was before it was written into XML. */
export function plain(text: string): string {
    const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
    return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? "");
}
