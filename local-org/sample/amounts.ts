import type { Size } from "./accounts.ts";
import type { Deal } from "./deals.ts";
import { totalOfLines, withoutDiscounts } from "./lines.ts";
import type { Cents } from "./money.ts";
import { roundGuess } from "./money.ts";
import { UNPRODUCTED_DEALS_WITHOUT_AMOUNT } from "./proportions.ts";
import type { Random } from "./random.ts";
import { placeOf } from "./salesProcesses.ts";

/** How a deal's amount comes about: a guess, then the quote, then what was agreed. Indexes are of its steps. */
export interface AmountStory {
    readonly guess: Cents | null;
    readonly quoted: Cents;
    readonly agreed: Cents;
    /** Step at which lines are added; past the last step where there are none. */
    readonly quotedAt: number;
    readonly agreedAt: number;
}

const typicalDollars = { small: 160_000, medium: 900_000, large: 4_800_000 } as const satisfies Record<Size, number>;

export function makeAmounts(random: Random, deal: Deal): AmountStory {
    if (deal.lines.length === 0) {
        const never = deal.steps.length;
        const guess = roundGuess(typicalDollars[deal.size] * random.spread(0.5));
        const isBlank = random.happens(UNPRODUCTED_DEALS_WITHOUT_AMOUNT);
        return { guess: isBlank ? null : guess, quoted: 0n, agreed: 0n, quotedAt: never, agreedAt: never };
    }
    const agreed = totalOfLines(deal.lines);
    const quotedAt = quoteStep(random, deal);
    const isAgreedIn = deal.steps.findIndex(
        (step, index) => index > quotedAt && placeOf(deal.process, step.stage) >= deal.process.negotiation
    );
    return {
        guess: random.happens(0.2) ? null : roundGuess((Number(agreed) / 100) * random.spread(0.35)),
        quoted: totalOfLines(withoutDiscounts(deal.lines)),
        agreed,
        quotedAt,
        agreedAt: isAgreedIn === -1 ? quotedAt : isAgreedIn
    };
}

export function amountAt(story: AmountStory, step: number): Cents | null {
    if (step < story.quotedAt) return story.guess;
    return step < story.agreedAt ? story.quoted : story.agreed;
}

/** Lines come with the first step at which quotes are written; where a deal never got there, at some step. */
function quoteStep(random: Random, deal: Deal): number {
    const late = deal.steps.findIndex(
        (step) => !step.stage.isClosed && placeOf(deal.process, step.stage) >= deal.process.quoted
    );
    return late === -1 ? random.whole(0, Math.max(0, deal.steps.length - (deal.stage.isClosed ? 2 : 1))) : late;
}
