import { Exact } from "../../exact.ts";
import { groupBy } from "../../groupBy.ts";
import type { AuditResult } from "../../result.ts";
import { writeAmount, writeCount } from "../numbers.ts";
import { tallyOf } from "./tally.ts";
import type { FoundOpportunity } from "./tally.ts";
import type { View } from "./view.ts";

/** The one sentence a manager reads first, with a second one where something can't be told. */
export function writeVerdict(view: View): string {
    const { result, words, pageWords, found } = view;
    if (result.run.opportunities === 0) {
        return words.noOpportunities(result.run.closedSince);
    }
    const { cannotTell } = tallyOf(found, result);
    const said = firstSentence(view);
    const isAllUnknown = said === pageWords.verdict.nothingJudged;
    return cannotTell === 0 || isAllUnknown
        ? said
        : `${said}${words.gap}${pageWords.verdict.cannotTell(writeCount(cannotTell))}`;
}

function firstSentence({ result, pageWords, found, ruleText }: View): string {
    const { verdict } = pageWords;
    const { toMend, toMendOpen } = tallyOf(found, result);
    const open = found.filter((each) => each.isToMend && each.kind === "open");
    const worst = mostBroken(open);
    if (worst !== null) {
        return verdict.broken({
            count: writeCount(toMendOpen),
            open: writeCount(result.funnel.open.count),
            share: writePercent(toMendOpen, result.funnel.open.count),
            worth: worthOf(open, result),
            rule: ruleText(worst.ruleId).title,
            ruleCount: writeCount(worst.count)
        });
    }
    if (toMend > 0) {
        return verdict.onlyClosed(writeCount(toMend));
    }
    const isJudged = result.rules.some((rule) => rule.met > 0);
    return isJudged ? verdict.clean(writeCount(result.run.opportunities)) : verdict.nothingJudged;
}

/** The rule that most of these break; the first in the order of the findings where two are equal. */
function mostBroken(opportunities: readonly FoundOpportunity[]): { ruleId: string; count: number } | null {
    const unmet = opportunities.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === "unmet"));
    const [worst] = [...groupBy(unmet, ({ ruleId }) => ruleId)]
        .map(([ruleId, members]) => ({ ruleId, count: members.length }))
        .toSorted((one, other) => other.count - one.count);
    return worst ?? null;
}

/** In whole units: cents would only hide what the sentence says. The exact sums stand in the tables. */
function worthOf(
    opportunities: readonly FoundOpportunity[],
    result: AuditResult
): { amount: string; of: string } | null {
    const { amount } = tallyOf(opportunities, result);
    const { open, currency } = result.funnel;
    if (amount === null || open.amount === null) {
        return null;
    }
    return { amount: writeAmount(whole(amount), currency), of: writeAmount(whole(open.amount), null) };
}

function whole(amount: string): string {
    return new Exact(amount).toFixed(0);
}

/** "26.4 %"; "–" where there is nothing to divide by. */
export function writePercent(part: number, all: number): string {
    return all === 0 ? "–" : `${new Exact(part).times(100).div(all).toFixed(1)}\u00a0%`;
}
