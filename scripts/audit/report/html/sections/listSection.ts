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
    "fromPosition",
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
        markup`<ul class="do">${each.findings.map((finding) => writeFinding(finding, view))}</ul>`
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

function writeFinding(finding: Finding, view: View): Markup {
    const { words, pageWords, ruleText, say } = view;
    const names = pageWords.list;
    const { title, fix } = ruleText(finding.ruleId);
    const reasons = finding.advice?.filter(({ weight }) => weight !== "remark");
    const said = reasons?.map((each) => say(finding.ruleId, each)).join(words.gap);
    const facts = said ?? factsOf(finding, view);
    const why = facts === "" ? null : markup` <small>${facts}</small>`;
    if (finding.verdict === "unmet") {
        return markup`<li>${fix}${why}</li>`;
    }
    const reason = said === undefined ? reasonOf(finding, words) : "";
    return markup`<li class="unknown"><b>${names.cannotTell}</b>${names.colon}${title}${reason === "" ? null : markup` (${reason})`}${why}</li>`;
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
