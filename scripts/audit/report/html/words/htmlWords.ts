/** What only the page says; the rest it shares with the printed report. Numbers and names arrive already written. */
export interface HtmlWords {
    /** For the page, its CJK fonts and its numbers. */
    readonly lang: "en" | "zh-Hant-TW" | "zh-Hans-CN";
    readonly brand: string;
    readonly contents: string;
    readonly about: Readonly<
        Record<
            "org" | "asOf" | "period" | "readAs" | "settings" | "opportunities" | "effort" | "run" | "version",
            string
        >
    >;
    readonly period: (since: string | null) => string;
    readonly effort: (calls: string, seconds: string) => string;
    readonly verdict: Readonly<{
        broken: (of: BrokenWords) => string;
        onlyClosed: (closed: string) => string;
        clean: (judged: string) => string;
        nothingJudged: string;
        cannotTell: (count: string) => string;
    }>;
    readonly localLinks: string;
    /** "As of … · n opportunities": stands below each heading. */
    readonly basis: (day: string, count: string) => string;
    readonly howCounted: string;
    readonly rules: Readonly<
        Record<"notJudged" | "cannotTellReasons" | "reason" | "count" | "applies" | "requires", string> & {
            definitions: Definitions;
            /** What a rule judges, where that is not every opportunity in scope. */
            kinds: Readonly<Record<"history" | "process", string>>;
            bar: (met: string, unmet: string, unknown: string) => string;
        }
    >;
    readonly where: Readonly<
        Record<
            "title" | "byOwner" | "byStage" | "inScope" | "toMend" | "open" | "closed" | "cannotTell" | "share",
            string
        > & {
            definitions: Definitions;
            /** Below a chart that has no room for everyone. */
            first: (shown: string, all: string) => string;
        }
    >;
    readonly funnel: Readonly<
        Record<
            | "countChart"
            | "amountChart"
            | "withoutAmount"
            | "open"
            | "won"
            | "lost"
            | "winRate"
            | "daysWon"
            | "daysClosed"
            | "openWithoutAccount"
            | "accountUnreadable",
            string
        > & {
            sample: (count: string) => string;
            days: (days: string) => string;
            mean: (days: string) => string;
            definitions: Readonly<
                Record<"open" | "won" | "lost" | "winRate" | "days" | "openWithoutAccount", string>
            > & { readonly stages: Definitions };
        }
    >;
    readonly processes: Readonly<
        Record<"title" | "position" | "kind" | "probability", string> & {
            kinds: Readonly<Record<"open" | "won" | "lost", string>>;
            definitions: Definitions;
        }
    >;
    readonly list: Readonly<
        Record<"title" | "lead" | "opportunity" | "whatToDo" | "cannotTell" | "jump" | "none", string> & {
            owner: (toMend: string) => string;
            rest: (count: string) => string;
            /** Facts and settings by their names in the contract; another name stands as it is. */
            facts: Readonly<Record<string, string>>;
            colon: string;
        }
    >;
    readonly footer: string;
}

export interface BrokenWords {
    readonly count: string;
    readonly open: string;
    readonly share: string;
    /** Null where amounts may not be added up. */
    readonly worth: { readonly amount: string; readonly of: string } | null;
    readonly rule: string;
    readonly ruleCount: string;
}

export type Definitions = readonly (readonly [term: string, meaning: string])[];
