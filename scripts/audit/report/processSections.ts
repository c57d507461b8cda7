import type { AuditResult, ProcessAdvice, ProcessResult } from "../result.ts";
import { writeCount } from "./numbers.ts";
import type { SayAdvice, WordsOfRuleKind } from "./ruleSpeech.ts";
import { sayReason } from "./ruleSpeech.ts";
import type { LinesSection } from "./section.ts";
import type { AdviceReportWords } from "./words/adviceWords.ts";
import type { ReportWords } from "./words/reportWords.ts";

export interface ProcessSpeech {
    readonly words: ReportWords;
    readonly advice: AdviceReportWords;
    readonly wordsOfRule: (ruleId: string) => WordsOfRuleKind;
    readonly say: SayAdvice;
}

/** A section a sales process: its size, then each rule with what it found there and what to do. */
export function writeProcesses({ processes }: AuditResult, speech: ProcessSpeech): LinesSection[] {
    return processes
        .filter(({ advice }) => advice.length > 0)
        .map((process) => ({
            kind: "lines" as const,
            title: speech.advice.process(process.name),
            lines: [writeSize(process, speech), ...process.advice.flatMap((each) => writeAdvice(each, speech))]
        }));
}

function writeSize({ offers, opportunities }: ProcessResult, { advice }: ProcessSpeech): string {
    if (offers === null) {
        return advice.stagesUnreadable;
    }
    const open = offers.filter(({ kind }) => kind === "open").length;
    return advice.size(writeCount(open), writeCount(offers.length - open), writeCount(opportunities));
}

function writeAdvice({ ruleId, verdict, findings, reason }: ProcessAdvice, speech: ProcessSpeech): string[] {
    const { advice, words, wordsOfRule, say } = speech;
    const { title, fix } = wordsOfRule(ruleId);
    const isJudged = findings.length > 0 || reason === null;
    return [
        `${advice.verdict[verdict]}${advice.colon}${title}`,
        ...findings.map((finding) => `    ${say(ruleId, finding)}`),
        ...(isJudged ? [] : [`    ${sayReason(ruleId, reason, words, say)}`]),
        ...(verdict === "unmet" ? [`    → ${fix}`] : [])
    ];
}
