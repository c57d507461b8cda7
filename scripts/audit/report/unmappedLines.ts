import type { AuditResult } from "../result.ts";
import { writeCount } from "./numbers.ts";
import type { AdviceReportWords } from "./words/adviceWords.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** One line for stages that lack a stage record, one for stages that no process offers; none where all are placed. */
export function writeUnmapped({ run }: AuditResult, words: ReportWords, advice: AdviceReportWords): string[] {
    const lineOf = (isOffered: boolean, sentence: (count: string, stages: string) => string): string[] => {
        const stages = run.unmappedStages.filter((each) => each.isOffered === isOffered);
        const total = stages.reduce((sum, { count }) => sum + count, 0);
        const names = stages.map(({ stage, count }) => `${stage ?? words.noStage} (${writeCount(count)})`);
        return total === 0 ? [] : [sentence(writeCount(total), names.join(words.comma))];
    };
    return [...lineOf(true, advice.withoutRecord), ...lineOf(false, words.unmapped)];
}
