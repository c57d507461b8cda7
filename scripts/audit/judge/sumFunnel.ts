import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import { Exact } from "../exact.ts";
import { groupBy } from "../groupBy.ts";
import type { RawStage } from "../gathered.ts";
import type { Funnel, FunnelStage, StageKind, Total } from "../result.ts";
import { daysToClose } from "./daysToClose.ts";
import { winRateOf } from "./winRate.ts";

export interface FunnelTerms {
    /** The org's stages in its order; empty where they could not be read. */
    readonly stages: readonly RawStage[];
    /** The time zone in which a created date becomes a day. */
    readonly timeZone: string;
    /** The code of an org with one currency, where it is known. */
    readonly currency: string | null;
    /** Whether the running user may read the amount. */
    readonly isAmountReadable: boolean;
}

/** Counts and adds up what is in scope; `Funnel` says what each figure means. */
export function sumFunnel(opportunities: readonly DerivedOpportunity[], terms: FunnelTerms): Funnel {
    const currencies = new Set(opportunities.flatMap(({ currency }) => (currency === null ? [] : [currency])));
    const isMixedCurrency = currencies.size > 1;
    const isSummable = terms.isAmountReadable && !isMixedCurrency;
    const ofKind = (kind: StageKind): DerivedOpportunity[] => opportunities.filter((each) => each.kind === kind);
    const [open, won, lost] = [ofKind("open"), ofKind("won"), ofKind("lost")];
    const isAccountReadable = opportunities.every((each) => each.hasAccount !== undefined);
    return {
        currency: isMixedCurrency ? null : ([...currencies][0] ?? terms.currency),
        isMixedCurrency,
        stages: sumStages(opportunities, terms.stages, isSummable),
        open: totalOf(open, isSummable),
        won: totalOf(won, isSummable),
        lost: totalOf(lost, isSummable),
        winRate: winRateOf(won.length, lost.length),
        openWithoutAccount: isAccountReadable
            ? totalOf(
                  open.filter((each) => each.hasAccount === false),
                  isSummable
              )
            : null,
        daysToClose: {
            won: daysToClose(won, terms.timeZone),
            closed: daysToClose([...won, ...lost], terms.timeZone)
        }
    };
}

/** Stages in use, in the org's order; values the org's list lacks come last. */
function sumStages(
    opportunities: readonly DerivedOpportunity[],
    stages: readonly RawStage[],
    isSummable: boolean
): FunnelStage[] {
    const groups = groupBy(opportunities, (each) => each.stage);
    const rank = new Map<string | null, number>(
        stages.toSorted((one, other) => one.sortOrder - other.sortOrder).map((stage, index) => [stage.apiName, index])
    );
    const labels = new Map<string | null, string>(stages.map((stage) => [stage.apiName, stage.label]));
    return [...groups]
        .map(([stage, members]) => ({
            stage,
            label: labels.get(stage) ?? stage ?? "",
            kind: members[0]?.kind ?? "open",
            ...totalOf(members, isSummable)
        }))
        .toSorted((one, other) => (rank.get(one.stage) ?? Infinity) - (rank.get(other.stage) ?? Infinity) || 0);
}

function totalOf(opportunities: readonly DerivedOpportunity[], isSummable: boolean): Total {
    const amounts = opportunities.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    return {
        count: opportunities.length,
        amount: isSummable ? amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed() : null,
        withoutAmount: opportunities.length - amounts.length
    };
}
