import type { AuditResult } from "../result.ts";
import { writeCount, writeShare } from "./numbers.ts";
import { sayReason } from "./ruleSpeech.ts";
import type { SayAdvice, WordsOfRuleKind } from "./ruleSpeech.ts";
import type { LinesSection, TableSection } from "./section.ts";
import { writeUnmapped } from "./unmappedLines.ts";
import type { AdviceReportWords } from "./words/adviceWords.ts";
import type { ReportWords } from "./words/reportWords.ts";

export type WordsOfRule = (ruleId: string) => WordsOfRuleKind;

/**
 * One row a rule about opportunities that is judged; those about sales processes have sections of their own.
 * The share is met of all it applies to, so that unknown never counts as met.
 */
export function writeRuleTable({ rules }: AuditResult, words: ReportWords, wordsOfRule: WordsOfRule): TableSection {
    const names = words.rules;
    const judged = rules.filter((rule) => rule.kind !== "process" && (rule.level !== "Off" || rule.applicable > 0));
    return {
        kind: "table",
        title: names.title,
        columns: [
            { name: names.rule, align: "left" },
            { name: names.level, align: "left" },
            { name: names.applicable, align: "right" },
            { name: names.met, align: "right" },
            { name: names.unmet, align: "right" },
            { name: names.unknown, align: "right" },
            { name: names.share, align: "left" }
        ],
        rows: judged.map((rule) => [
            wordsOfRule(rule.id).title,
            words.level[rule.level],
            writeCount(rule.applicable),
            writeCount(rule.met),
            writeCount(rule.unmet),
            writeCount(rule.unknown),
            rule.met + rule.unmet === 0 ? "–" : writeShare(rule.met, rule.applicable)
        ]),
        notes: []
    };
}

/** Why verdicts are unknown, and what should have been readable. Empty: nothing to explain. */
export function writeDoubts(
    result: AuditResult,
    speech: { words: ReportWords; advice: AdviceReportWords; wordsOfRule: WordsOfRule; say: SayAdvice }
): LinesSection[] {
    const { words, advice, wordsOfRule, say } = speech;
    const unreadable = result.run.unreadable.map(({ what, reason }) => `${what}: ${reason}`);
    const reasons = result.rules
        .filter((rule) => rule.kind !== "process")
        .flatMap(({ id, reasons: each }) =>
            each.map(
                (reason) =>
                    `${wordsOfRule(id).title}: ${writeCount(reason.count)} × ${sayReason(id, reason, words, say)}`
            )
        );
    return [
        { kind: "lines" as const, title: words.unreadableTitle, lines: unreadable },
        {
            kind: "lines" as const,
            title: words.cannotTellTitle,
            lines: [...writeUnmapped(result, words, advice), ...reasons]
        }
    ].filter((section) => section.lines.length > 0);
}
