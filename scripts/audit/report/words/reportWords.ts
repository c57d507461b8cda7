import type { Level } from "c/pwPolicy";
import type { Reason, SettingsSource } from "../../result.ts";

/** Every sentence of the printed report in one language. Numbers and names arrive already written. */
export interface ReportWords {
    readonly title: (org: string) => string;
    readonly sandbox: string;
    readonly orgUnknown: string;
    readonly asOf: (day: string) => string;
    readonly scope: (count: string, closedSince: string | null) => string;
    readonly readAs: (user: string, sees: string) => string;
    readonly sees: Readonly<Record<"yes" | "no" | "notKnown", string>>;
    readonly userUnknown: string;
    readonly settings: (sources: string) => string;
    readonly source: Readonly<Record<SettingsSource, string>>;
    readonly effort: (calls: string, seconds: string) => string;
    readonly level: Readonly<Record<Level, string>>;
    readonly without: (rules: string) => string;
    readonly off: (rules: string) => string;
    readonly noOpportunities: (closedSince: string | null) => string;
    readonly unmapped: (count: string, stages: string) => string;
    readonly unusedRuleRecords: (names: string) => string;
    readonly unreadableTitle: string;
    readonly cannotTellTitle: string;
    readonly reason: Readonly<Record<Exclude<Reason["code"], "advice">, (detail: string) => string>>;
    /** The rules that exceptions set aside: `count` opportunities of a rule, then one exception a line. */
    readonly exceptions: Readonly<{
        title: string;
        count: (rule: string, count: string) => string;
        one: (
            exception: Readonly<Record<"rule" | "opportunity" | "lastDay" | "approver" | "reason", string>>
        ) => string;
    }>;
    /** Who approved an exception, where the name can't be read. */
    readonly noApprover: string;
    readonly nothingFound: string;
    readonly rules: { readonly title: string } & Readonly<
        Record<"rule" | "level" | "applicable" | "met" | "unmet" | "unknown" | "share", string>
    >;
    readonly owners: { readonly title: string } & Readonly<Record<"owner" | "count" | "amount", string>>;
    readonly noOwner: string;
    readonly more: (count: string) => string;
    readonly worst: string;
    readonly funnel: { readonly title: string } & Readonly<Record<"stage" | "count" | "amount" | "bar", string>>;
    readonly noStage: string;
    readonly figures: Readonly<{
        open: (count: string, amount: string) => string;
        won: (count: string, amount: string) => string;
        withoutAccount: (count: string, open: string) => string;
        winRate: (rate: string, won: string, lost: string) => string;
        wilson: (low: string, high: string) => string;
        tooFew: string;
        noneDecided: string;
        days: (won: string, wonMedian: string, closed: string, closedMedian: string) => string;
        withoutAmount: (count: string) => string;
        orgCurrency: string;
        mixedCurrency: string;
    }>;
    readonly next: { readonly title: string; readonly lines: readonly string[] };
    /** Where the HTML file is. */
    readonly written: (path: string) => string;
    readonly partial: string;
    /** Between the items of a list in a sentence. */
    readonly comma: string;
    /** Between two sentences on one line. */
    readonly gap: string;
}
