import { languages, levels, rules } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { modules } from "../gate/overlayPlan.ts";
import { stageChoiceSchema } from "./stageChoice.ts";

/** Beside the overlay that is written from it. */
export const choicesFile = "pipewright.json";

const number = z
    .union([z.number().nonnegative(), z.string().regex(/^\d+(\.\d+)?$/, "must be a number that is not negative")])
    .transform(String);
const name = z.string().trim().min(1);
const day = z.iso.date("must be a day, YYYY-MM-DD");

/** Where a rule begins: at a stage, or at the first one that is at least so probable (percent points). */
const startSchema = z.union(
    [z.strictObject({ stage: name }), z.strictObject({ probability: number })],
    'must be {"stage": …} or {"probability": …}'
);

const ruleSchema = z.strictObject({
    level: z.enum(levels).optional(),
    from: startSchema.optional(),
    minimum: number.optional(),
    tolerance: number.optional(),
    createdFrom: day.optional(),
    /** Developer names. */
    recordTypes: z.array(name).min(1).optional(),
    minimumAmount: number.optional(),
    decisionRoles: z.array(name).min(1).optional(),
    exemptFamilies: z.array(name).min(1).optional(),
    /** A stricter minimum for larger deals. */
    larger: z
        .strictObject({
            minimum: number,
            from: startSchema.optional(),
            fromAmount: number.optional(),
            recordTypes: z.array(name).min(1).optional()
        })
        .optional(),
    /** API name of the org's own field on Opportunity. */
    field: name.optional()
});

const choicesSchema = z.strictObject({
    version: z.literal(1),
    modules: z
        .array(z.enum(modules))
        .min(1)
        // The first alerts tell of every overdue deal at once: an admin decides when.
        .default(modules.filter((module) => module !== "alerts")),
    /** English apart; left out: all that are active in the org. */
    languages: z.array(z.enum(languages).exclude(["en"])).optional(),
    /** Of the posts about decisions. */
    postLanguage: z.enum(languages).default("en"),
    path: z.boolean().default(false),
    rules: z.record(z.string(), ruleSchema).default({}),
    /** By API name; a stage that isn't here has the guide that we know for its name, or none. */
    stages: z.record(z.string(), stageChoiceSchema).default({})
});

export type Start = z.infer<typeof startSchema>;
export type ChosenRule = z.infer<typeof ruleSchema>;
export type Choices = z.infer<typeof choicesSchema>;

/** What stands in the file until somebody chooses: every module, every rule at its own level. */
export function firstChoices(): Choices {
    return choicesSchema.parse({
        version: 1,
        rules: Object.fromEntries(rules.map(({ id, defaults }) => [id, { level: defaults.level }]))
    });
}

/** Throws `CannotStart` for text that is no JSON, an unknown key or value, and a rule that doesn't exist. */
export function parseChoices(text: string, path: string): Choices {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch (error) {
        throw new CannotStart(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const parsed = choicesSchema.safeParse(json);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new CannotStart(`${path} can't be read: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}.`);
    }
    const known = rules.map(({ id }) => id);
    const unknown = Object.keys(parsed.data.rules).find((id) => !known.includes(id));
    if (unknown !== undefined) {
        throw new CannotStart(
            `${path} names the rule "${unknown}", which there is not; there are: ${known.join(", ")}.`
        );
    }
    return parsed.data;
}

export function printChoices(choices: Choices): string {
    return `${JSON.stringify(choices, null, 4)}\n`;
}
