import type { Cause, Gap, JudgedStage, LevelInForce } from "./judgeStage.ts";
import type { Panel } from "./panelOf.ts";
import type { GuidanceWords } from "./words/guidanceWords.ts";

/** One gap in words, as `c-pw-gap` shows it. */
export interface GapView {
    readonly key: string;
    readonly icon: string;
    readonly iconVariant: string;
    readonly title: string;
    readonly verdict: string;
    readonly level: string;
    readonly levelClass: string;
    readonly why: string;
    /** Introduces what comes next: what to do, or why that can't be told. */
    readonly lead: string;
    readonly advice: string;
}

export interface GroupView {
    readonly key: "now" | "next";
    readonly heading: string;
    readonly gaps: readonly GapView[];
    /** One sentence for each rule that an exception sets aside. */
    readonly exempt: readonly { readonly key: string; readonly sentence: string }[];
    /** Null: the gaps speak for themselves. */
    readonly sentence: string | null;
    readonly isAllMet: boolean;
    /** Null: none is met. */
    readonly met: string | null;
}

export interface PanelView {
    readonly isLoading: boolean;
    /** Null: nothing went wrong. */
    readonly error: { readonly sentence: string; readonly errors: unknown } | null;
    /** Said instead of gaps. */
    readonly sentence: string | null;
    readonly groups: readonly GroupView[];
    /** For people who hear the page; changes exactly when what is missing changes. */
    readonly announcement: string;
}

export function viewOf(panel: Panel, words: GuidanceWords): PanelView {
    switch (panel.state) {
        case "loading":
            return { ...empty, isLoading: true };
        case "cannotReadRecord":
        case "cannotReadRules":
            return {
                ...empty,
                error: { sentence: words[panel.state], errors: panel.errors },
                announcement: words[panel.state]
            };
        case "noAccess":
            return saying(words.noAccess(panel.unseen.map((part) => words.parts[part]).join(words.and)));
        case "noStageRecord":
            return saying(words.noStageRecord(panel.stage));
        case "noRules":
            return saying(words.noRules);
        case "judged":
            return panel.isLost && panel.now.gaps.length === 0 ? saying(words.lost) : judgedView(panel, words);
    }
}

const empty: PanelView = { isLoading: false, error: null, sentence: null, groups: [], announcement: "" };

function saying(sentence: string): PanelView {
    return { ...empty, sentence, announcement: sentence };
}

function judgedView({ now, next }: Extract<Panel, { state: "judged" }>, words: GuidanceWords): PanelView {
    const groups = [groupOf("now", words.now(now.stage), now, quiet(now, words), words)];
    if (next) {
        const sentence = next.asksTheSame ? words.nothingMore : quiet(next, words);
        groups.push(groupOf("next", words.before(next.stage), next, sentence, words));
    }
    return { ...empty, groups, announcement: groups.map((group) => announce(group, words)).join(" ") };
}

/** What is said where there is no gap. */
function quiet({ met, exempt }: JudgedStage, words: GuidanceWords): string {
    return met + exempt.length > 0 ? words.allMet : words.asksNothing;
}

function groupOf(
    key: GroupView["key"],
    heading: string,
    { gaps, exempt, met }: JudgedStage,
    sentence: string,
    words: GuidanceWords
): GroupView {
    const isQuiet = gaps.length === 0;
    return {
        key,
        heading,
        gaps: gaps.map((gap) => gapView(gap, words)),
        exempt: exempt.map(({ ruleId, title, lastDay, approver }) => ({
            key: ruleId,
            sentence: words.exempt(title, lastDay, approver)
        })),
        sentence: isQuiet ? sentence : null,
        isAllMet: isQuiet && sentence === words.allMet,
        met: met > 0 ? words.met(met) : null
    };
}

const looks: Readonly<Record<LevelInForce, { icon: string; variant: string; badge: string }>> = {
    Block: { icon: "utility:error", variant: "error", badge: "slds-theme_error" },
    Warn: { icon: "utility:warning", variant: "warning", badge: "slds-theme_warning" },
    Observe: { icon: "utility:preview", variant: "", badge: "" }
};

function gapView({ ruleId, verdict, level, title, why, fix, cause }: Gap, words: GuidanceWords): GapView {
    const look = looks[level];
    return {
        key: ruleId,
        icon: verdict === "unknown" ? "utility:question" : look.icon,
        iconVariant: verdict === "unknown" ? "" : look.variant,
        title,
        verdict: words.verdicts[verdict],
        level: words.levels[level],
        levelClass: verdict === "unknown" ? "" : look.badge,
        why,
        lead: cause === null ? words.whatToDo : words.whyUnknown,
        advice: cause === null ? fix : causeWords(cause, words)
    };
}

function causeWords(cause: Cause, words: GuidanceWords): string {
    switch (cause.code) {
        case "unseen":
            return words.unseen(cause.facts.map((fact) => words.facts[fact] ?? fact).join(words.and));
        case "failed":
            return words.failed(cause.detail);
        case "notSet":
        case "badLevel":
            return words[cause.code];
    }
}

function announce({ heading, gaps, sentence }: GroupView, words: GuidanceWords): string {
    return sentence === null
        ? words.gapsAt(
              heading,
              gaps.map(({ title, verdict }) => [title, verdict])
          )
        : words.quietAt(heading, sentence);
}
