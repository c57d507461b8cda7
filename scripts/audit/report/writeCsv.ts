import type { RuleWords } from "c/pwPolicy";
import type { Finding } from "../result.ts";

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
export function writeCsv(findings: readonly Finding[], wordsOfRule: (ruleId: string) => RuleWords): string {
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
            finding.args["detail"] ?? null
        ];
    });
    return `\uFEFF${[columns, ...rows].map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`;
}

/** A spreadsheet would run such a cell as a formula; the wide signs are those of Chinese keyboards. */
const startsFormula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const negativeNumber = /^-\d+(\.\d+)?$/;

function quote(cell: string | boolean | null | undefined): string {
    const text = String(cell ?? "");
    const inert = startsFormula.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
    return `"${inert.replaceAll('"', '""')}"`;
}
