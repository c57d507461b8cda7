import { adviceSettings, levels } from "c/pwPolicy";
import type { AdviceRule } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";

const decimal = z
    .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/, "must be a number")])
    .transform((value) => String(value));

const apiName = z.string().regex(/^[A-Za-z]\w*$/, "must be the API name of a field");

const developerName = z.string().regex(/^[A-Za-z]\w*$/, "must be the developer name of a record type");

const ruleConfigSchema = z.strictObject({
    level: z.enum(levels).optional(),
    fromPosition: decimal.optional(),
    fromProbability: decimal.optional(),
    minimum: decimal.optional(),
    tolerance: decimal.optional(),
    /** Developer names; the rule holds for these alone. */
    recordTypes: z.array(developerName).min(1).optional(),
    /** In the opportunity's own currency; one without an amount counts as below. */
    minimumAmount: decimal.optional(),
    /** Of contact-roles-present: what is asked of deals for which all these hold. */
    largerMinimum: decimal.optional(),
    largerFromPosition: decimal.optional(),
    largerFromAmount: decimal.optional(),
    largerRecordTypes: z.array(developerName).min(1).optional(),
    /** Of a rule that advises, by the names on its page. */
    thresholds: z.record(z.string(), decimal).optional()
});

const configSchema = z.strictObject({
    /** Printed beside amounts of an org with one currency, which does not tell its code. */
    currency: z.string().length(3).optional(),
    /** Fields of the org's own that keep a fact in place of ours: `{"PW_Loss_Reason__c": "Loss_Reason__c"}`. */
    fields: z.strictObject({ PW_Loss_Reason__c: apiName.optional() }).optional(),
    /** API names of the contact roles whose holders decide; the rule's record goes first. */
    decisionRoles: z.array(z.string().min(1)).min(1).optional(),
    /** Product families whose products need no sales price; the rule's record goes first. */
    exemptFamilies: z.array(z.string().min(1)).optional(),
    rules: z.record(z.string(), ruleConfigSchema).default({})
});

export type RuleConfig = z.infer<typeof ruleConfigSchema>;
export type AuditConfig = z.infer<typeof configSchema>;

export const emptyConfig: AuditConfig = { rules: {} };

/**
 * Throws `CannotStart` for text that is no JSON, an unknown key, a misspelt level, a rule that doesn't exist, or a
 * setting that a rule doesn't have.
 */
export function parseConfig(
    text: string,
    path: string,
    recordRuleIds: readonly string[],
    adviceRules: readonly AdviceRule[] = []
): AuditConfig {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch (error) {
        throw new CannotStart(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const parsed = configSchema.safeParse(json);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new CannotStart(
            `${path} is not a valid config: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}.`
        );
    }
    const ruleIds = [...recordRuleIds, ...adviceRules.map(({ id }) => id)];
    const unknown = Object.keys(parsed.data.rules).find((id) => !ruleIds.includes(id));
    if (unknown !== undefined) {
        throw new CannotStart(
            `${path} names a rule "${unknown}" that does not exist; there are: ${ruleIds.join(", ")}.`
        );
    }
    const problem = Object.entries(parsed.data.rules)
        .map(([id, entry]) =>
            problemOf(
                id,
                entry,
                adviceRules.find((rule) => rule.id === id)
            )
        )
        .find((each) => each !== null);
    if (problem !== undefined) {
        throw new CannotStart(`${path}: ${problem}`);
    }
    return parsed.data;
}

/** What a rule about one opportunity has besides its level. */
const recordSettings = [
    "fromPosition",
    "fromProbability",
    "minimum",
    "tolerance",
    "recordTypes",
    "minimumAmount",
    "largerMinimum",
    "largerFromPosition",
    "largerFromAmount",
    "largerRecordTypes"
] as const;

function problemOf(id: string, entry: RuleConfig, advice: AdviceRule | undefined): string | null {
    if (advice === undefined) {
        return entry.thresholds === undefined
            ? null
            : `${id} has no thresholds; it has level, ${recordSettings.slice(0, -1).join(", ")} and ${recordSettings.at(-1)}.`;
    }
    if (entry.level === "Block") {
        return `${id} only advises; its level is Off, Observe or Warn.`;
    }
    const place = recordSettings.find((name) => entry[name] !== undefined);
    if (place !== undefined) {
        return `${id} has no ${place}; it has level and thresholds.`;
    }
    const names = Object.keys(adviceSettings(advice).thresholds);
    const unheard = Object.keys(entry.thresholds ?? {}).find((name) => !names.includes(name));
    return unheard === undefined ? null : `${id} has no threshold "${unheard}"; it has ${names.join(", ") || "none"}.`;
}
