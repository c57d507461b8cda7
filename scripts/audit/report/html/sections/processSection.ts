import type { ProcessAdvice, ProcessResult } from "../../../result.ts";
import { writeCount } from "../../numbers.ts";
import { sayReason } from "../../ruleSpeech.ts";
import { markup } from "../markup.ts";
import type { Markup, Piece } from "../markup.ts";
import { writeDefinitions, writeTable } from "../table.ts";
import type { View } from "../view.ts";

/** The stages of each sales process in order and what the rules say of them; null where there is nothing to show. */
export function writeProcessSection(view: View): Markup | null {
    const { result, pageWords } = view;
    const processes = result.processes.filter((process) => rowsOf(process, view).length + process.advice.length > 0);
    return processes.length === 0
        ? null
        : markup`<div class="processes">${processes.map((process) => writeProcess(process, view))}</div>${writeDefinitions(pageWords.howCounted, [...pageWords.processes.definitions, [view.adviceWords.entered, view.adviceWords.enteredMeaning]])}`;
}

function writeProcess(process: ProcessResult, view: View): Markup {
    const { words, pageWords, adviceWords } = view;
    const names = pageWords.processes;
    const rows = rowsOf(process, view);
    const table = writeTable({
        caption: process.name,
        isCaptionHidden: true,
        isCompact: true,
        columns: [
            { name: words.funnel.stage, align: "left" },
            { name: names.kind, align: "left" },
            { name: names.position, align: "right" },
            { name: names.probability, align: "right" },
            { name: adviceWords.entered, align: "right" }
        ],
        rows
    });
    return markup`<h3>${process.name} <span class="count">${sizeOf(process, view)}</span></h3>
<div class="process">${rows.length === 0 ? null : table}${writeAdvice(process.advice, view)}</div>
`;
}

/** What the process offers; where that can't be read, what the audit could place. */
function rowsOf({ offers, stages }: ProcessResult, { pageWords, adviceWords }: View): Piece[][] {
    const listed = offers ?? stages.map((stage) => ({ ...stage, label: stage.stage, entered: null }));
    return listed.map(({ label, kind, position, probability, entered }) => [
        label,
        pageWords.processes.kinds[kind],
        position ?? adviceWords.notPlaced,
        probability === null ? "–" : `${probability}\u00a0%`,
        entered === null ? "–" : writeCount(entered)
    ]);
}

/** Each rule with its verdict: what is wrong comes first and says what to do. */
function writeAdvice(advice: readonly ProcessAdvice[], view: View): Markup | null {
    const order = ["unmet", "unknown", "met", "notApplicable"] as const;
    const sorted = advice.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
    return sorted.length === 0 ? null : markup`<ul class="advice">${sorted.map((each) => writeRule(each, view))}</ul>`;
}

function writeRule({ ruleId, verdict, findings, reason }: ProcessAdvice, view: View): Markup {
    const { words, adviceWords, ruleText, say } = view;
    const { title, fix } = ruleText(ruleId);
    const sentences = findings.map((finding) => say(ruleId, finding));
    const isExplained = sentences.length > 0 || reason === null;
    const said = isExplained ? sentences : [sayReason(ruleId, reason, words, say)];
    const list = said.map((sentence) => markup`<li>${sentence}</li>`);
    return markup`<li class="${verdict}"><span class="tag">${adviceWords.verdict[verdict]}</span> <b>${title}</b>${list.length === 0 ? null : markup`<ul class="plain">${list}</ul>`}${verdict === "unmet" ? markup`<p>${fix}</p>` : null}</li>
`;
}

function sizeOf({ offers, opportunities }: ProcessResult, { adviceWords }: View): string {
    if (offers === null) {
        return adviceWords.stagesUnreadable;
    }
    const open = offers.filter(({ kind }) => kind === "open").length;
    return adviceWords.size(writeCount(open), writeCount(offers.length - open), writeCount(opportunities));
}
