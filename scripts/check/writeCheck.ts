import type { Section } from "../audit/report/section.ts";
import type { CheckResult } from "./checkSetUp.ts";
import { severities, type FindingArgs, type FindingCode } from "./finding.ts";
import type { CheckWords } from "./words/checkWords.ts";

/** The findings as printed: worst first, one sentence a line, then how much is fine. */
export function writeCheck(result: CheckResult, words: CheckWords): Section[] {
    const org = "value" in result.org ? result.org.value.name : words.orgUnknown;
    const user = "value" in result.user ? result.user.value.name : words.userUnknown;
    const groups = severities.flatMap((severity): Section[] => {
        const lines = result.findings
            .filter((finding) => finding.severity === severity)
            .map((finding) => `• ${sentenceOf(words, finding)}`);
        return lines.length === 0 ? [] : [{ kind: "lines", title: words.severity[severity], lines }];
    });
    const isWrong = result.findings.some(({ severity }) => severity === "broken" || severity === "risky");
    const isTold = !result.findings.some(({ code }) => code === "unreadable");
    const closing = [
        words.fine(String(result.fine), String(result.checks)),
        ...(isWrong || !isTold ? [] : [words.nothingWrong])
    ];
    return [
        { kind: "lines", title: words.title(org), lines: [words.readAs(user, result.today)] },
        ...groups,
        { kind: "lines", title: null, lines: closing }
    ];
}

/** One finding in one language. */
export function sentenceOf<C extends FindingCode>(
    words: CheckWords,
    { code, args }: { readonly code: C; readonly args: FindingArgs[C] }
): string {
    return words.finding[code](args);
}
