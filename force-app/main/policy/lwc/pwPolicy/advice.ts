import type { Language, Level, Practice } from "./rule.ts";
import type { Verdict } from "./verdict.ts";

/** A rule that advises can't be set to block: nothing in the org could enforce it. */
export type AdviceLevel = Exclude<Level, "Block">;

/** Where a figure comes from. `unsourced`: seen on pages that name no study; a last resort, never a fact. */
export type Basis = "published" | "practitioners" | "ownChoice" | "unsourced";

export interface Threshold {
    /** Decimal text. */
    readonly value: string;
    readonly unit: "stages" | "opportunities" | "stays" | "percent" | "percentPoints" | "days" | "similarity";
    readonly basis: Basis;
    /** What the figure means and who says so, in English: the rule's page prints it. */
    readonly source: string;
}

/** What is in force for one rule that advises: decimal text by the threshold's name. */
export interface AdviceSettings<Setting extends string = string> {
    readonly level: AdviceLevel;
    readonly thresholds: Readonly<Record<Setting, string>>;
}

/**
 * How much a finding weighs. A problem or a warning makes the verdict unmet; `cannotTell` makes it unknown
 * where nothing else is wrong; a remark changes nothing.
 */
export type Weight = "problem" | "warning" | "cannotTell" | "remark";

/** A code and what belongs in its sentence: names as the org has them, numbers as decimal text. Words come last. */
export interface AdviceFinding {
    readonly code: string;
    readonly weight: Weight;
    readonly args: Readonly<Record<string, string | readonly string[]>>;
}

export interface Judgement {
    readonly verdict: Verdict;
    readonly findings: readonly AdviceFinding[];
}

/**
 * The sentences of one rule in one language. `title` is true when the rule is met. `findings` holds one
 * sentence for each code, with its arguments in braces.
 */
export interface AdviceWords<Code extends string = string> {
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    readonly findings: Readonly<Record<Code, string>>;
}

/** What rules that advise have in common, whatever they judge. */
export interface AdviceRule<Setting extends string = string, Code extends string = string> {
    /** kebab-case, distinct among all kinds; `stage-count` is `stageCount.ts` here. */
    readonly id: string;
    readonly practice: Practice;
    readonly defaults: { readonly level: AdviceLevel; readonly thresholds: Readonly<Record<Setting, Threshold>> };
    /** How each figure in the findings is counted, in English: the rule's page prints it. */
    readonly definitions: readonly string[];
    readonly words: Readonly<Record<Language, AdviceWords<Code>>>;
}

export const notApplicable: Judgement = { verdict: "notApplicable", findings: [] };

/** The verdict that the weights of the findings add up to; met where there are none. */
export function judgementOf(findings: readonly AdviceFinding[]): Judgement {
    const weights = new Set(findings.map(({ weight }) => weight));
    const isUnmet = weights.has("problem") || weights.has("warning");
    return { verdict: isUnmet ? "unmet" : weights.has("cannotTell") ? "unknown" : "met", findings };
}

/** The rule's own thresholds, with those an admin has set in their place. Throws on a name the rule doesn't have. */
export function adviceSettings<Setting extends string>(
    rule: AdviceRule<Setting>,
    set: { readonly level?: AdviceLevel; readonly thresholds?: Readonly<Record<string, string>> } = {}
): AdviceSettings<Setting> {
    const names = Object.keys(rule.defaults.thresholds) as Setting[];
    const unheard = Object.keys(set.thresholds ?? {}).find((name) => !names.some((known) => known === name));
    if (unheard !== undefined) {
        throw new Error(`The rule ${rule.id} has no threshold "${unheard}"; it has ${names.join(", ")}.`);
    }
    const entries = names.map((name) => [name, set.thresholds?.[name] ?? rule.defaults.thresholds[name].value]);
    return {
        level: set.level ?? rule.defaults.level,
        thresholds: Object.fromEntries(entries) as Record<Setting, string>
    };
}
