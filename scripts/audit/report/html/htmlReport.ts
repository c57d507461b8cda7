import type { Language } from "c/pwPolicy";
import type { AuditResult } from "../../result.ts";
import { writeCount } from "../numbers.ts";
import { sayAdviceIn } from "../ruleSpeech.ts";
import { adviceWords } from "../words/adviceWords.ts";
import { reportWords } from "../words/index.ts";
import { markup, trusted } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { ruleTextsIn } from "./ruleTexts.ts";
import { writeExceptionSection } from "./sections/exceptionSection.ts";
import { writeFunnelSection } from "./sections/funnelSection.ts";
import { writeHeaderSection } from "./sections/headerSection.ts";
import { writeListSection } from "./sections/listSection.ts";
import { writeProcessSection } from "./sections/processSection.ts";
import { writeRuleSection } from "./sections/ruleSection.ts";
import { writeWhereSection } from "./sections/whereSection.ts";
import { styles } from "./styles.ts";
import { listFound } from "./tally.ts";
import type { View } from "./view.ts";
import { htmlWords } from "./words/index.ts";

/** Nothing is fetched and nothing runs; only styles written into the file are applied. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface Part {
    readonly id: string;
    readonly title: string;
    readonly content: Markup | null;
}

/** The whole audit as one HTML file that needs nothing else: for a browser, a phone and paper. */
export function htmlReport(result: AuditResult, language: Language, version: string): string {
    const view: View = {
        result,
        language,
        words: reportWords[language],
        adviceWords: adviceWords[language],
        pageWords: htmlWords[language],
        found: listFound(result),
        ruleText: ruleTextsIn(language),
        say: sayAdviceIn(language)
    };
    const { pageWords } = view;
    const parts = partsOf(view).filter(({ content }) => content !== null);
    const contents = parts.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`);
    const page = markup`<!doctype html>
<html lang="${pageWords.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Pipewright ${version}">
<title>${view.words.title(result.run.org?.name ?? view.words.orgUnknown)}, ${result.run.asOf}</title>
<style>${trusted(styles)}</style>
</head>
<body>
${writeHeaderSection(view, version)}${contents.length > 1 ? markup`<nav aria-label="${pageWords.contents}"><ul>${contents}</ul></nav>` : null}
<main>
${parts.map((part) => writePart(part, view))}</main>
<footer><p>${pageWords.footer}</p></footer>
</body>
</html>
`;
    return page.text;
}

/** Without opportunities every figure would be an empty frame; what could not be read is still said. */
function partsOf(view: View): Part[] {
    const { words, pageWords, result, found } = view;
    const rules: Part = { id: "rules", title: words.rules.title, content: writeRuleSection(view) };
    if (result.run.opportunities === 0) {
        return [rules];
    }
    return [
        rules,
        { id: "where", title: pageWords.where.title, content: found.length === 0 ? null : writeWhereSection(view) },
        { id: "exceptions", title: words.exceptions.title, content: writeExceptionSection(view) },
        { id: "funnel", title: words.funnel.title, content: writeFunnelSection(view) },
        { id: "processes", title: pageWords.processes.title, content: writeProcessSection(view) },
        { id: "list", title: pageWords.list.title, content: writeListSection(view) }
    ];
}

function writePart({ id, title, content }: Part, { result, pageWords }: View): Markup {
    const basis = pageWords.basis(result.run.asOf, writeCount(result.run.opportunities));
    return markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
<p class="basis">${basis}</p>
${content}</section>
`;
}
