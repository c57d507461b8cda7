import { amountAt, makeAmounts } from "./amounts.ts";
import type { Size } from "./accounts.ts";
import type { Day } from "./calendar.ts";
import { endOfMonth, workdayUpTo } from "./calendar.ts";
import type { Deal } from "./deals.ts";
import type { Cents } from "./money.ts";
import { OPEN_DEALS_OVERDUE } from "./proportions.ts";
import type { Random } from "./random.ts";
import type { Stage } from "./stages.ts";

/** What an opportunity says after a change: each becomes a row of its history, the last is the record itself. */
export interface Moment {
    readonly day: Day;
    /** After midnight UTC; on one day later than the moment before. */
    readonly minutes: number;
    readonly stage: Stage;
    readonly closeDate: Day;
    readonly amount: Cents | null;
}

/** Of one deal: created first, as it stands last. */
export type Timeline = readonly [Moment, ...Moment[]];

type Change = Omit<Moment, "minutes">;

/** From creation to the date a seller promises at first. */
const hopedCycle = { small: 50, medium: 95, large: 160 } as const satisfies Record<Size, number>;

/** Share of close dates on the last day of a month. */
const monthEndDates = 0.6;

/** Share of quotes entered some days after the stage was moved: history rows without a stage change. */
const quotesEnteredLater = 0.4;

/** Stage changes with the amounts and close dates between them; everything happens before `asOf`. */
export function makeTimeline(random: Random, deal: Deal, asOf: Day): Timeline {
    const story = makeAmounts(random, deal);
    const first = firstCloseDate(random, deal, asOf);
    const changes: Change[] = [];
    for (const [index, { day, stage }] of deal.steps.entries()) {
        const until = deal.steps[index + 1]?.day ?? asOf;
        const closeDate = closeDateOnEntry(random, changes.at(-1) ?? null, day, stage, first.date);
        const here = { day, stage, closeDate, amount: amountAt(story, index) };
        const waits = index === story.quotedAt && index > 0 && until - day > 4 && random.happens(quotesEnteredLater);
        if (waits) changes.push({ ...here, amount: story.guess }, { ...here, day: workdayAfter(day) });
        else changes.push(here);
        if (!stage.isClosed && !first.isKept) changes.push(...pushes(random, changes.at(-1) ?? here, until));
    }
    const [created, ...later] = withMinutes(random, changes.filter(isChange));
    if (created === undefined) throw new Error(`Opportunity ${deal.id} was never created.`);
    return [created, ...later];
}

/** `isKept`: the seller let it pass and never moved it, which leaves an open deal overdue. */
function firstCloseDate(random: Random, deal: Deal, asOf: Day): { date: Day; isKept: boolean } {
    const createdOn = deal.steps[0]?.day ?? asOf;
    const age = asOf - createdOn;
    if (!deal.stage.isClosed && age > 15 && random.happens(OPEN_DEALS_OVERDUE)) {
        return { date: asOf - random.whole(1, Math.min(age - 10, 120)), isKept: true };
    }
    const hoped = createdOn + Math.round(hopedCycle[deal.size] * (0.7 + 0.6 * random.fraction()));
    return { date: sellersDate(random, hoped), isKept: false };
}

function closeDateOnEntry(random: Random, previous: Change | null, day: Day, stage: Stage, first: Day): Day {
    if (stage.isClosed) return day;
    if (previous === null) return first;
    return previous.stage.isClosed ? day + random.whole(30, 75) : previous.closeDate;
}

/** Whenever the promised date comes near and the deal stays where it is, the seller moves it out. */
function pushes(random: Random, from: Change, until: Day): Change[] {
    const moved: Change[] = [];
    let last = from;
    while (last.closeDate < until) {
        const day = workdayUpTo(Math.min(until - 1, last.closeDate + random.whole(-6, 3)));
        const closeDate = sellersDate(random, last.closeDate + random.whole(15, 60));
        last = { ...last, day: Math.max(last.day, day), closeDate: Math.max(closeDate, last.closeDate + 7) };
        moved.push(last);
    }
    return moved;
}

function sellersDate(random: Random, day: Day): Day {
    return random.happens(monthEndDates) ? endOfMonth(day) : workdayUpTo(day);
}

function workdayAfter(day: Day): Day {
    return [1, 2, 3].map((days) => day + days).find((each) => workdayUpTo(each) === each) ?? day + 1;
}

/** A quote that happens to equal the guess changes nothing, and the platform then writes no row. */
function isChange(change: Change, index: number, all: readonly Change[]): boolean {
    const before = all[index - 1];
    return (
        before === undefined ||
        before.stage !== change.stage ||
        before.closeDate !== change.closeDate ||
        before.amount !== change.amount
    );
}

/** Office hours in Taipei, 09:00 to 18:00, so that a day is the same one in UTC. */
function withMinutes(random: Random, changes: readonly Change[]): Moment[] {
    const moments: Moment[] = [];
    for (const change of changes) {
        const before = moments.at(-1);
        const isSameDay = before?.day === change.day;
        const minutes = isSameDay ? before.minutes + random.whole(1, 15) : random.whole(60, 540);
        moments.push({ ...change, minutes });
    }
    return moments;
}
