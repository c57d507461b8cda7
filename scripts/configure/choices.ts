import { languages, levels, rules } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { modules } from "../gate/overlayPlan.ts";
import { shortened } from "./shortened.ts";
import { stageChoiceSchema } from "./stageChoice.ts";

/** Beside the overlay that is written from it. */
export const choicesFile = "pipewright.json";

/** As many digits as the rule record's field holds. */
const numberOf = (digits: number, decimals: number) => {
    const fits = (text: string): boolean => {
        const [whole = "", part = ""] = text.split(".");
        return /^\d+(\.\d+)?$/.test(text) && whole.length <= digits && part.length <= decimals;
    };
    const most = decimals === 0 ? "and no decimals" : `and ${decimals} decimals`;
    return z
        .union([z.number(), z.string()])
        .transform(String)
        .refine(fits, `must be a number that is not negative, of at most ${digits} digits ${most}`);
};
const [count, percent, money] = [numberOf(5, 0), numberOf(3, 2), numberOf(16, 2)];
const name = z.string().trim().min(1);
/** They are kept in one text of 255 characters. */
const names = z
    .array(name)
    .min(1)
    .refine((all) => all.join(";").length <= 255, "has more names than the rule's record holds (255 characters)");
const day = z.iso.date("must be a day, YYYY-MM-DD");

/** Where a rule begins: at a stage, or at the first one that is at least so probable (percent points). */
const startSchema = z.union(
    [z.strictObject({ stage: name }), z.strictObject({ probability: percent })],
    'must be {"stage": …} or {"probability": …}'
);

const ruleSchema = z.strictObject({
    level: z.enum(levels).optional(),
    from: startSchema.optional(),
    minimum: count.optional(),
    tolerance: percent.optional(),
    createdFrom: day.optional(),
    /** Developer names. */
    recordTypes: names.optional(),
    minimumAmount: money.optional(),
    decisionRoles: names.optional(),
    exemptFamilies: names.optional(),
    /** A stricter minimum for larger deals. */
    larger: z
        .strictObject({
            minimum: count,
            from: startSchema.optional(),
            fromAmount: money.optional(),
            recordTypes: names.optional()
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
        throw new CannotStart(
            `${path} can't be read: ${shortened(issue?.path.join(".") ?? "")}: ${shortened(issue?.message ?? "")}.`
        );
    }
    const known = rules.map(({ id }) => id);
    const unknown = Object.keys(parsed.data.rules).find((id) => !known.includes(id));
    if (unknown !== undefined) {
        throw new CannotStart(
            `${path} names the rule "${shortened(unknown)}", which there is not; there are: ${known.join(", ")}.`
        );
    }
    return parsed.data;
}

export function printChoices(choices: Choices): string {
    return `${JSON.stringify(choices, null, 4)}\n`;
}
