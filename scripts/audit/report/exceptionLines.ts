import type { AuditResult } from "../result.ts";
import { writeCount } from "./numbers.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** How many opportunities each rule spares, then every exception in force; `titleOf`: of a rule. Empty: there is none. */
export function writeExceptionLines(
    { rules, exceptions }: AuditResult,
    words: ReportWords,
    titleOf: (ruleId: string) => string
): string[] {
    const counts = rules.flatMap(({ id, exempt = 0 }) =>
        exempt === 0 ? [] : [words.exceptions.count(titleOf(id), writeCount(exempt))]
    );
    return [
        ...counts,
        ...exceptions.map(({ ruleId, recordName, expiresOn, approver, reason }) =>
            words.exceptions.one({
                rule: titleOf(ruleId),
                opportunity: recordName,
                lastDay: expiresOn,
                approver: approver ?? words.noApprover,
                reason: reason ?? "–"
            })
        )
    ];
}
