import type { Language } from "c/pwPolicy";
import type { AuditResult } from "../result.ts";
import { listWorst, writeOwnerTable } from "./findingTables.ts";
import { writeFigures, writeFunnelTable } from "./funnelTable.ts";
import { writeExceptionLines } from "./exceptionLines.ts";
import { writeHeader } from "./header.ts";
import { writeProcesses } from "./processSections.ts";
import { sayAdviceIn } from "./ruleSpeech.ts";
import type { WordsOfRule } from "./ruleTable.ts";
import { writeDoubts, writeRuleTable } from "./ruleTable.ts";
import type { Section } from "./section.ts";
import { adviceWords } from "./words/adviceWords.ts";
import { reportWords } from "./words/index.ts";

/** The audit's answer as a person reads it, top to bottom, in their language. */
export function writeReport(result: AuditResult, language: Language, wordsOfRule: WordsOfRule): Section[] {
    const words = reportWords[language];
    const say = sayAdviceIn(language);
    const speech = { words, advice: adviceWords[language], wordsOfRule, say };
    const { run, findings } = result;
    const header = writeHeader(result, words);
    const doubts = writeDoubts(result, speech);
    if (run.opportunities === 0) {
        return [header, { kind: "lines", title: null, lines: [words.noOpportunities(run.closedSince)] }, ...doubts];
    }
    const hasUnmet = findings.some((finding) => finding.verdict === "unmet");
    const breaches: Section[] = hasUnmet
        ? [writeOwnerTable(result, words), listWorst(result, words, wordsOfRule, say)]
        : [{ kind: "lines", title: null, lines: [words.nothingFound] }];
    const exceptions = writeExceptionLines(result, words, (id) => wordsOfRule(id).title);
    const partial = run.seesAll === "yes" ? [] : [words.partial];
    return [
        header,
        writeRuleTable(result, words, wordsOfRule),
        ...doubts,
        ...(exceptions.length === 0
            ? []
            : [{ kind: "lines" as const, title: words.exceptions.title, lines: exceptions }]),
        ...breaches,
        ...writeProcesses(result, speech),
        writeFunnelTable(result, words),
        writeFigures(result, words),
        { kind: "lines", title: words.next.title, lines: [...partial, ...words.next.lines] }
    ];
}
