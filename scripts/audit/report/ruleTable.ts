import type { RuleWords } from "c/pwPolicy";
import type { AuditResult } from "../result.ts";
import { writeCount, writeShare } from "./numbers.ts";
import type { LinesSection, TableSection } from "./section.ts";
import type { ReportWords } from "./words/reportWords.ts";

export type WordsOfRule = (ruleId: string) => RuleWords;

/** One row a rule that is judged; the share is met of all it applies to, so that unknown never counts as met. */
export function writeRuleTable({ rules }: AuditResult, words: ReportWords, wordsOfRule: WordsOfRule): TableSection {
    const names = words.rules;
    const judged = rules.filter((rule) => rule.level !== "Off" || rule.applicable > 0);
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
export function writeDoubts({ run, rules }: AuditResult, words: ReportWords, wordsOfRule: WordsOfRule): LinesSection[] {
    const unreadable = run.unreadable.map(({ what, reason }) => `${what}: ${reason}`);
    const reasons = rules.flatMap((rule) =>
        rule.reasons.map(
            (reason) =>
                `${wordsOfRule(rule.id).title}: ${writeCount(reason.count)} × ${words.reason[reason.code](reason.detail)}`
        )
    );
    const total = run.unmappedStages.reduce((sum, each) => sum + each.count, 0);
    const stages = run.unmappedStages.map(({ stage, count }) => `${stage ?? words.noStage} (${writeCount(count)})`);
    const unmapped = total === 0 ? [] : [words.unmapped(writeCount(total), stages.join(words.comma))];
    return [
        { kind: "lines" as const, title: words.unreadableTitle, lines: unreadable },
        { kind: "lines" as const, title: words.cannotTellTitle, lines: [...unmapped, ...reasons] }
    ].filter((section) => section.lines.length > 0);
}
