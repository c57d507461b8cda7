import { Exact } from "../../../exact.ts";
import type { AuditResult } from "../../../result.ts";
import { writeCount } from "../../numbers.ts";
import { isLoopback } from "../recordLink.ts";
import { markup } from "../markup.ts";
import type { Markup, Piece } from "../markup.ts";
import { writeVerdict } from "../verdict.ts";
import type { View } from "../view.ts";

/** Which org, what a manager should know first, and from where, when and as whom it was seen. */
export function writeHeaderSection(view: View, version: string): Markup {
    const { result, words, pageWords } = view;
    const { run } = result;
    const name = run.org?.name ?? words.orgUnknown;
    const sandbox = run.org?.isSandbox ? markup` <span class="tag">${words.sandbox}</span>` : null;
    return markup`<header>
<p class="brand">${pageWords.brand}</p>
<h1>${name}${sandbox}</h1>
<p class="verdict">${writeVerdict(view)}</p>
${noticesOf(result, view).map((notice) => markup`<p class="notice">${notice}</p>\n`)}
<dl class="about">${aboutOf(view, version).map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>\n`)}</dl>
</header>
`;
}

/** "YYYY-MM-DD" stays as it is in every language: it can't be misread. */
function aboutOf({ result, words, pageWords }: View, version: string): [string, Piece][] {
    const { run } = result;
    const { about } = pageWords;
    const user = run.user === null ? words.userUnknown : `${run.user.name} (${run.user.username})`;
    const sources = run.settingsFrom.map((source) => words.source[source]).join(words.comma);
    const entries: [string, Piece][] = [
        [about.asOf, markup`<time datetime="${run.asOf}">${run.asOf}</time>`],
        [about.opportunities, writeCount(run.opportunities)],
        [about.period, pageWords.period(run.closedSince)],
        [about.readAs, markup`${user}<br>${words.sees[run.seesAll]}`],
        [about.settings, sources],
        [about.org, run.org === null ? run.url : `${run.url} · ${run.org.id}`],
        [about.effort, pageWords.effort(writeCount(run.apiCalls), new Exact(run.seconds).toFixed(1))],
        [about.run, run.id],
        [about.version, `Pipewright ${version}`]
    ];
    return entries.filter(([, text]) => text !== "");
}

/** What must not be missed before any figure is believed. */
function noticesOf({ run, funnel }: AuditResult, { words, pageWords }: View): string[] {
    return [
        ...(run.seesAll === "yes" ? [] : [words.partial]),
        ...(run.unreadable.length === 0
            ? []
            : [`${words.unreadableTitle}: ${run.unreadable.map(({ what }) => what).join(words.comma)}`]),
        ...(funnel.isMixedCurrency ? [words.figures.mixedCurrency] : []),
        ...(isLoopback(run.url) ? [pageWords.localLinks] : [])
    ];
}
