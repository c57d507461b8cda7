import { csvText } from "../../files/csvText.ts";
import type { Finding } from "../result.ts";
import type { SayAdvice, WordsOfRuleKind } from "./ruleSpeech.ts";

const columns = [
    "rule",
    "verdict",
    "recordId",
    "recordName",
    "owner",
    "stage",
    "amount",
    "currency",
    "title",
    "fix",
    "detail"
];

/** Every finding, one a row. */
export function writeCsv(
    findings: readonly Finding[],
    wordsOfRule: (ruleId: string) => WordsOfRuleKind,
    say: SayAdvice
): string {
    const rows = findings.map((finding) => {
        const words = wordsOfRule(finding.ruleId);
        return [
            finding.ruleId,
            finding.verdict,
            finding.recordId,
            finding.recordName,
            finding.owner,
            finding.stage,
            finding.amount,
            finding.currency,
            words.title,
            words.fix,
            detailOf(finding, say)
        ];
    });
    return csvText([columns, ...rows]);
}

/** What a history rule found, in its own words; of a record rule, why it could not be judged. */
function detailOf({ ruleId, args, advice }: Finding, say: SayAdvice): string | boolean | null {
    const said = advice?.map((found) => say(ruleId, found)) ?? [];
    return said.length > 0 ? said.join(" ") : (args["detail"] ?? null);
}
