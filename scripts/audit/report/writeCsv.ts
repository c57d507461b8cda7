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

/** Every finding as RFC 4180 text with a byte order mark, so that spreadsheets read Chinese rightly. */
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
    return `\uFEFF${[columns, ...rows].map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`;
}

/** What a history rule found, in its own words; of a record rule, why it could not be judged. */
function detailOf({ ruleId, args, advice }: Finding, say: SayAdvice): string | boolean | null {
    const said = advice?.map((found) => say(ruleId, found)) ?? [];
    return said.length > 0 ? said.join(" ") : (args["detail"] ?? null);
}

/** A spreadsheet would run such a cell as a formula; the wide signs are those of Chinese keyboards. */
const startsFormula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const negativeNumber = /^-\d+(\.\d+)?$/;

function quote(cell: string | boolean | null | undefined): string {
    const text = String(cell ?? "");
    const inert = startsFormula.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
    return `"${inert.replaceAll('"', '""')}"`;
}
