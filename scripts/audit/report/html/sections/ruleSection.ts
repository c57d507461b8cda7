import type { RuleResult } from "../../../result.ts";
import { writeCount } from "../../numbers.ts";
import { sayReason } from "../../ruleSpeech.ts";
import { writeUnmapped } from "../../unmappedLines.ts";
import { colours } from "../charts/colours.ts";
import { markup } from "../markup.ts";
import type { Markup, Piece } from "../markup.ts";
import { writeDefinitions, writeTable } from "../table.ts";
import { writePercent } from "../verdict.ts";
import type { View } from "../view.ts";

/** How each rule is kept; `cannot tell` has a column of its own even where it is 0. */
export function writeRuleSection(view: View): Markup {
    const { result, words, pageWords } = view;
    const names = words.rules;
    const judged = result.rules.filter((rule) => rule.level !== "Off" || rule.applicable > 0);
    const meanings = judged.map((rule) => meaningOf(rule, view));
    return markup`${writeTable({
        caption: names.title,
        isCaptionHidden: true,
        columns: [
            { name: names.rule, align: "left" },
            { name: names.level, align: "left" },
            { name: names.applicable, align: "right" },
            { name: names.met, align: "right" },
            { name: names.unmet, align: "right" },
            { name: names.unknown, align: "right" },
            { name: names.share, align: "left" }
        ],
        rows: judged.map((rule) => [
            nameOf(rule, view),
            words.level[rule.level],
            writeCount(rule.applicable),
            writeCount(rule.met),
            writeCount(rule.unmet),
            writeCount(rule.unknown),
            writeShareMet(rule, view)
        ])
    })}${notJudged(view)}${writeDefinitions(pageWords.howCounted, [...pageWords.rules.definitions, ...meanings])}${writeDoubts(view)}`;
}

function meaningOf({ id }: RuleResult, { pageWords, ruleText }: View): [string, Piece] {
    const { title, why, condition } = ruleText(id);
    const { colon } = pageWords.list;
    const { applies, requires } = pageWords.rules;
    return condition === null
        ? [title, why]
        : [title, markup`${why}<br>${applies}${colon}${condition.when}<br>${requires}${colon}${condition.requires}`];
}

function nameOf({ id, kind }: RuleResult, { pageWords, ruleText }: View): Markup {
    const { title } = ruleText(id);
    return kind === "record"
        ? markup`${title}`
        : markup`${title} <small class="count">${pageWords.rules.kinds[kind]}</small>`;
}

function writeShareMet(rule: RuleResult, { pageWords }: View): Markup {
    const [met, unmet, unknown] = [rule.met, rule.unmet, rule.unknown];
    const share = met + unmet === 0 ? "–" : writePercent(met, rule.applicable);
    const label = pageWords.rules.bar(writeCount(met), writeCount(unmet), writeCount(unknown));
    return markup`<span class="share">${drawShares(label, [
        [met, colours.met],
        [unmet, colours.toMend],
        [unknown, colours.cannotTell]
    ])}<b>${share}</b></span>`;
}

/** A bar of a hundred units; parts that exist stay visible however small they are. */
function drawShares(label: string, parts: readonly (readonly [count: number, colour: string])[]): Markup {
    const all = parts.reduce((sum, [count]) => sum + count, 0);
    let start = 0;
    const drawn = parts.flatMap(([count, colour]) => {
        const width = count === 0 ? 0 : Math.max((count / all) * 100, 1.5);
        const part = markup`<rect x="${start.toFixed(2)}" width="${width.toFixed(2)}" height="12" fill="${colour}"/>`;
        start += width;
        return count === 0 ? [] : [part];
    });
    return markup`<svg class="shares" viewBox="0 0 ${Math.max(start, 100).toFixed(2)} 12" preserveAspectRatio="none" role="img" aria-label="${label}"><title>${label}</title><rect width="100%" height="12" fill="#e6eaee"/>${drawn}</svg>`;
}

/** Rules that say nothing in this report, so that nobody takes silence for a pass. */
function notJudged({ result, words, ruleText }: View): Markup[] {
    const { run, rules } = result;
    const titleOf = (id: string): string => ruleText(id).title;
    const off = rules.filter((rule) => rule.level === "Off").map(({ id }) => titleOf(id));
    return [
        ...(off.length === 0 ? [] : [words.off(off.join(words.comma))]),
        ...(run.without.length === 0 ? [] : [words.without(run.without.map(titleOf).join(words.comma))]),
        ...(run.unusedRuleRecords.length === 0
            ? []
            : [words.unusedRuleRecords(run.unusedRuleRecords.join(words.comma))])
    ].map((line) => markup`<p class="note">${line}</p>\n`);
}

/** Why verdicts are unknown, and what should have been readable. */
function writeDoubts(view: View): Markup[] {
    const { result, words, pageWords, ruleText, say } = view;
    const { run, rules } = result;
    const reasons = rules.flatMap(({ id, reasons: each }) =>
        each.map((reason) => [ruleText(id).title, sayReason(id, reason, words, say), writeCount(reason.count)])
    );
    const unmapped = writeUnmapped(result, words, view.adviceWords);
    const columns = [
        { name: words.rules.rule, align: "left" as const },
        { name: pageWords.rules.reason, align: "left" as const },
        { name: pageWords.rules.count, align: "right" as const }
    ];
    const unreadable = run.unreadable.map(({ what, reason }) => markup`<li><b>${what}</b>: ${reason}</li>`);
    return [
        ...(unreadable.length === 0
            ? []
            : [markup`<h3>${words.unreadableTitle}</h3><ul class="plain">${unreadable}</ul>`]),
        ...(reasons.length + unmapped.length === 0 ? [] : [markup`<h3>${words.cannotTellTitle}</h3>`]),
        ...unmapped.map((line) => markup`<p class="note">${line}</p>`),
        ...(reasons.length === 0
            ? []
            : [
                  writeTable({
                      caption: pageWords.rules.cannotTellReasons,
                      isCaptionHidden: true,
                      columns,
                      rows: reasons
                  })
              ])
    ];
}
