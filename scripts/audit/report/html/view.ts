import type { Language } from "c/pwPolicy";
import type { AuditResult } from "../../result.ts";
import type { ReportWords } from "../words/reportWords.ts";
import type { SayAdvice } from "../ruleSpeech.ts";
import type { AdviceReportWords } from "../words/adviceWords.ts";
import type { RuleText } from "./ruleTexts.ts";
import type { FoundOpportunity } from "./tally.ts";
import type { HtmlWords } from "./words/htmlWords.ts";

/** What every section of the page is written from. */
export interface View {
    readonly result: AuditResult;
    readonly language: Language;
    /** Shared with the printed report, so that both name a thing alike. */
    readonly words: ReportWords;
    readonly adviceWords: AdviceReportWords;
    readonly pageWords: HtmlWords;
    readonly found: readonly FoundOpportunity[];
    readonly ruleText: (ruleId: string) => RuleText;
    /** The sentence of what a rule that advises has found. */
    readonly say: SayAdvice;
}
