import { levels } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";

const decimal = z
    .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/, "must be a number")])
    .transform((value) => String(value));

const ruleConfigSchema = z.strictObject({
    level: z.enum(levels).optional(),
    fromPosition: decimal.optional(),
    fromProbability: decimal.optional(),
    minimum: decimal.optional()
});

const configSchema = z.strictObject({
    /** Printed beside amounts of an org with one currency, which does not tell its code. */
    currency: z.string().length(3).optional(),
    rules: z.record(z.string(), ruleConfigSchema).default({})
});

export type RuleConfig = z.infer<typeof ruleConfigSchema>;
export type AuditConfig = z.infer<typeof configSchema>;

export const emptyConfig: AuditConfig = { rules: {} };

/** Throws `CannotStart` for text that is no JSON, an unknown key, a misspelt level or a rule that doesn't exist. */
export function parseConfig(text: string, path: string, ruleIds: readonly string[]): AuditConfig {
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
    const unknown = Object.keys(parsed.data.rules).find((id) => !ruleIds.includes(id));
    if (unknown !== undefined) {
        throw new CannotStart(
            `${path} names a rule "${unknown}" that does not exist; there are: ${ruleIds.join(", ")}.`
        );
    }
    return parsed.data;
}
