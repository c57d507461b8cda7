import { groupBy } from "../../../groupBy.ts";
import type { Finding } from "../../../result.ts";
import { withCurrency } from "../../funnelTable.ts";
import { writeAmount, writeCount } from "../../numbers.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { groupByOwner } from "../owners.ts";
import type { OwnerGroup } from "../owners.ts";
import { recordLink } from "../recordLink.ts";
import { writeTable } from "../table.ts";
import type { FoundOpportunity } from "../tally.ts";
import type { View } from "../view.ts";

/** Findings listed for one owner; the rest is counted. */
const listed = 500;

/** In every row already, or of no use to the owner. */
const unsaid = [
    "PW_Kind__c",
    "StageName",
    "HasOpportunityLineItem",
    "PW_Position__c",
    "PW_Record_Type__c",
    "fromPosition",
    "recordTypes",
    "minimumAmount",
    "largerFromPosition",
    "largerFromAmount",
    "largerRecordTypes",
    "reason",
    "detail"
];

/** Every opportunity with a finding, grouped by owner, with its link and what to do. */
export function writeListSection(view: View): Markup {
    const owners = groupByOwner(view.found, view.result);
    return owners.length === 0
        ? markup`<p>${view.words.nothingFound}</p>`
        : markup`<p class="note">${view.pageWords.list.lead}</p>${owners.map((owner) => writeOwner(owner, view))}`;
}

function writeOwner({ owner, opportunities, tally, anchor }: OwnerGroup, view: View): Markup {
    const { result, words, pageWords } = view;
    const names = pageWords.list;
    const shown = firstOf(opportunities);
    const all = countFindings(opportunities);
    const rest = all - countFindings(shown);
    const name = owner ?? words.noOwner;
    const amount = tally.amount === null ? "" : ` · ${writeAmount(tally.amount, result.funnel.currency)}`;
    return markup`<section class="owner" id="${anchor}"><h3>${name} <span class="count">${names.owner(writeCount(tally.toMend))}${amount}</span></h3>
${writeTable({
    caption: `${names.title}${names.colon}${name}`,
    isCaptionHidden: true,
    columns: [
        { name: names.opportunity, align: "left" },
        { name: words.funnel.stage, align: "left" },
        { name: withCurrency(words.funnel.amount, result.funnel), align: "right" },
        { name: names.whatToDo, align: "left" }
    ],
    rows: shown.map((each) => [
        recordLink(result.run.url, each.recordId, each.recordName),
        stageLabel(each.stage, view),
        writeAmount(each.amount, each.currency === result.funnel.currency ? null : each.currency),
        markup`<ul class="do">${writeFindings(each.findings, view)}</ul>`
    ])
})}${rest === 0 ? null : markup`<p class="note">${names.rest(writeCount(rest))}</p>`}</section>
`;
}

/** Whole opportunities, so that none is shown with only half of what to do. */
function firstOf(opportunities: readonly FoundOpportunity[]): FoundOpportunity[] {
    let count = 0;
    return opportunities.filter(({ findings }) => (count += findings.length) <= listed);
}

function countFindings(opportunities: readonly FoundOpportunity[]): number {
    return opportunities.reduce((sum, { findings }) => sum + findings.length, 0);
}

function stageLabel(stage: string | null, { result, words }: View): string {
    return result.funnel.stages.find((each) => each.stage === stage)?.label ?? stage ?? words.noStage;
}

/** Breaches one by one; what can't be told for one reason is one line, however many rules it keeps from judging. */
function writeFindings(findings: readonly Finding[], view: View): Markup[] {
    const { words, pageWords, ruleText } = view;
    const names = pageWords.list;
    const unknown = groupBy(
        findings.filter(({ verdict }) => verdict === "unknown"),
        (finding) => saidOf(finding, view) ?? reasonOf(finding, words)
    );
    return [
        ...findings.filter(({ verdict }) => verdict === "unmet").map((finding) => writeBreach(finding, view)),
        ...[...unknown].map(([reason, members]) => {
            const titles = members.map(({ ruleId }) => ruleText(ruleId).title).join(words.comma);
            const why = reason === "" ? null : markup` (${reason})`;
            return markup`<li class="unknown"><b>${names.cannotTell}</b>${names.colon}${titles}${why}</li>`;
        })
    ];
}

function writeBreach(finding: Finding, view: View): Markup {
    const facts = saidOf(finding, view) ?? factsOf(finding, view);
    return markup`<li>${view.ruleText(finding.ruleId).fix}${facts === "" ? null : markup` <small>${facts}</small>`}</li>`;
}

/** What a history rule found, in its own words; undefined for a record rule. */
function saidOf({ ruleId, advice }: Finding, { words, say }: View): string | undefined {
    const reasons = advice?.filter(({ weight }) => weight !== "remark");
    return reasons?.map((each) => say(ruleId, each)).join(words.gap);
}

/** What was found and what was asked for: "close date: 2026-06-23". */
function factsOf({ args }: Finding, { pageWords }: View): string {
    const { facts, colon } = pageWords.list;
    return Object.entries(args)
        .flatMap(([name, value]) =>
            unsaid.includes(name) || value === null || typeof value === "boolean"
                ? []
                : [`${facts[name] ?? name}${colon}${value}`]
        )
        .join(" · ");
}

function reasonOf({ args }: Finding, { reason }: View["words"]): string {
    const [code, detail] = [args["reason"], args["detail"]];
    const known = Object.entries(reason).find(([name]) => name === code);
    return known === undefined ? "" : known[1](String(detail ?? ""));
}
