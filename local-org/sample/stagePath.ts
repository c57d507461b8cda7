import type { Size } from "./accounts.ts";
import type { Day } from "./calendar.ts";
import { workdayUpTo } from "./calendar.ts";
import { LOST_DEALS_REOPENED, STUCK_DEALS } from "./proportions.ts";
import type { Random } from "./random.ts";
import type { SalesProcess } from "./salesProcesses.ts";
import type { Stage } from "./stages.ts";
import { closedLost, closedWon } from "./stages.ts";

/** A deal enters a stage; the first step is its creation. */
export interface Step {
    readonly day: Day;
    readonly stage: Stage;
}

export interface Course {
    readonly process: SalesProcess;
    readonly createdOn: Day;
    readonly size: Size;
    readonly wins: boolean;
    /** Nothing is known of later days: a deal not decided by then is open. */
    readonly lastDay: Day;
}

const cycleDays = { small: 65, medium: 125, large: 215 } as const satisfies Record<Size, number>;

/** Losers linger where they are lost; a buyer who says no rarely says so at once. */
const lingeringOfLost = 1.8;

/** The way of one deal up to the last day. */
export function walkStages(random: Random, course: Course): Step[] {
    const path = stagePath(random, course.process, course.wins);
    const cycle = cycleDays[course.size] * random.spread(0.35);
    const stuckAt = random.happens(STUCK_DEALS) ? random.whole(0, path.length - 2) : -1;
    const steps: Step[] = [];
    let day = course.createdOn;
    for (const [index, stage] of path.entries()) {
        if (day > course.lastDay) break;
        const previous = steps.at(-1);
        steps.push({ day: previous === undefined ? day : Math.max(previous.day, workdayUpTo(day)), stage });
        const lingers = path[index + 1] === closedLost ? lingeringOfLost : 1;
        const rest = index === stuckAt ? random.whole(130, 420) : 0;
        day += dwell(random, stage, cycle * lingers) + rest;
    }
    return steps;
}

function dwell(random: Random, stage: Stage, cycle: number): number {
    if (stage.isClosed) return random.whole(20, 70);
    if (stage.dwell === 0) return random.happens(0.8) ? 0 : random.whole(2, 6);
    return Math.max(1, Math.round(cycle * stage.dwell * random.spread(0.6)));
}

function stagePath(random: Random, process: SalesProcess, wins: boolean): Stage[] {
    const { openStages } = process;
    const start = random.weighted(process.starts);
    const exit = Math.max(start, wins ? random.weighted(process.exitsOfWon) : exitOfLost(random, process));
    const path = climb(random, process, start, exit).flatMap((index) => openStages[index] ?? []);
    path.push(wins ? closedWon : closedLost);
    if (!wins && random.happens(LOST_DEALS_REOPENED)) {
        path.push(...openStages.slice(-1), random.happens(0.4) ? closedWon : closedLost);
    }
    return path;
}

function exitOfLost(random: Random, { openStages }: SalesProcess): number {
    return random.weighted(openStages.map((stage, index) => [index, stage.lossWeight] as const));
}

/** Indexes from start to exit: mostly one by one, now and then over a stage or back by one. */
function climb(random: Random, { skips, stepsBack, starts }: SalesProcess, start: number, exit: number): number[] {
    const way = [start];
    const lowest = Math.min(...starts.map(([place]) => place));
    let at = start;
    while (at < exit) {
        if (at > lowest && way.length > 1 && random.happens(stepsBack)) at -= 1;
        else at = Math.min(exit, at + (random.happens(skips) ? random.whole(2, 3) : 1));
        way.push(at);
    }
    return way;
}
