import type { AuditResult, Run } from "../result.ts";
import { writeCount } from "./numbers.ts";
import type { LinesSection } from "./section.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** Which org, as of when, what is in scope, as whom it was read, and where the rules' settings came from. */
export function writeHeader({ run, rules }: AuditResult, words: ReportWords): LinesSection {
    const off = rules.filter((rule) => rule.level === "Off").map((rule) => rule.id);
    const sources = run.settingsFrom.map((source) => words.source[source]).join(words.comma);
    return {
        kind: "lines",
        title: words.title(nameOf(run, words)),
        lines: [
            run.url,
            `${words.asOf(run.asOf)}${words.gap}${words.scope(writeCount(run.opportunities), run.closedSince)}`,
            words.readAs(userOf(run, words), words.sees[run.seesAll]),
            words.effort(writeCount(run.apiCalls), run.seconds.toFixed(1)),
            ...(sources === "" ? [] : [words.settings(sources)]),
            ...(off.length === 0 ? [] : [words.off(off.join(words.comma))]),
            ...(run.without.length === 0 ? [] : [words.without(run.without.join(words.comma))]),
            ...(run.unusedRuleRecords.length === 0
                ? []
                : [words.unusedRuleRecords(run.unusedRuleRecords.join(words.comma))])
        ]
    };
}

function nameOf({ org }: Run, words: ReportWords): string {
    if (org === null) {
        return words.orgUnknown;
    }
    return org.isSandbox ? `${org.name} (${words.sandbox})` : org.name;
}

function userOf({ user }: Run, words: ReportWords): string {
    return user === null ? words.userUnknown : `${user.name} (${user.username})`;
}
