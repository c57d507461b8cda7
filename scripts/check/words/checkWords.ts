import type { FindingArgs, FindingCode, Severity } from "../finding.ts";

/** Every sentence of the check in one language; each finding says what to do. */
export interface CheckWords {
    readonly title: (org: string) => string;
    readonly orgUnknown: string;
    readonly readAs: (user: string, day: string) => string;
    readonly userUnknown: string;
    readonly severity: Readonly<Record<Severity, string>>;
    readonly fine: (fine: string, checks: string) => string;
    readonly nothingWrong: string;
    readonly finding: { readonly [C in FindingCode]: (args: FindingArgs[C]) => string };
}
