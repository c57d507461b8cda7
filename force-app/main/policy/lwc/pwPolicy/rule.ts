import type { Condition, ListSetting, NumberSetting } from "./condition.ts";
import type { FactName } from "./facts.ts";

export type Practice = "stages" | "products" | "contactRoles" | "discounts" | "hygiene";

/** Off: not judged. Observe: judged, and shown to the rep as watched. Warn: shown as a warning. Block: the save is refused. */
export const levels = ["Off", "Observe", "Warn", "Block"] as const;
export type Level = (typeof levels)[number];

/** The move at which a rule may block: to a higher position, to won, to lost, or at creation. */
export type Trigger = "advance" | "win" | "lose" | "create";

export const languages = ["en", "zh_TW", "zh_CN"] as const;
export type Language = (typeof languages)[number];

/**
 * The sentences of one rule in one language. `title` is true when the rule is met. `message` is what
 * the org shows when it refuses a save: at most 255 characters, enough where no panel is seen.
 */
export interface RuleWords {
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    readonly message: string;
}

/** A rule about one opportunity: the only kind that may block a save. */
export interface RecordRule {
    readonly kind: "record";
    /** kebab-case; `products-present` is `Products_Present` in the org and `productsPresent.ts` here. */
    readonly id: string;
    readonly practice: Practice;
    readonly trigger: Trigger;
    readonly defaults: RuleDefaults;
    readonly when: Condition;
    readonly requires: Condition;
    /** What an org may keep in a picklist of its own, which its rule record then names. */
    readonly ownField?: FactName;
    readonly words: Readonly<Record<Language, RuleWords>>;
}

/** The other kinds (history, process, schema) advise and never block; each has its own shape. */
export type Rule = RecordRule;

/** Before `configure` has fitted a rule to the org, its start is a stage probability (percent points). */
export interface RuleDefaults {
    readonly level: Level;
    /** Absent where the place of the stage doesn't matter. */
    readonly fromProbability?: string;
    readonly minimum?: string;
    readonly tolerance?: string;
}

/**
 * What is in force for one rule on one opportunity's sales process. Numbers are decimal text, lists ";"-separated;
 * absent or null is not set. `field`: API name of the org's own field that is read in place of the rule's `ownField`.
 */
export type RuleSettings = { readonly level: Level; readonly field?: string | null } & Readonly<
    Partial<Record<NumberSetting | ListSetting, string | null>>
>;
