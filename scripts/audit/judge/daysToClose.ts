import { dayIn, daysBetween } from "../day.ts";
import { Exact, withTwoDecimals } from "../exact.ts";
import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import type { Days } from "../result.ts";

/** Whole days from created (as a day in the time zone) to the close date; records that lack one are left out. */
export function daysToClose(opportunities: readonly DerivedOpportunity[], timeZone: string): Days {
    const days = opportunities
        .flatMap(({ createdDate, closeDate }) =>
            createdDate === null || closeDate === null
                ? []
                : [daysBetween(dayIn(timeZone, new Date(createdDate)), closeDate)]
        )
        .toSorted((one, other) => one - other);
    if (days.length === 0) {
        return { count: 0, mean: null, median: null };
    }
    const total = days.reduce((sum, each) => sum + each, 0);
    return {
        count: days.length,
        mean: withTwoDecimals(new Exact(total).div(days.length)),
        median: withTwoDecimals(medianOf(days))
    };
}

/** Of a sorted list that is not empty; between the two middle ones where their number is even. */
function medianOf(sorted: readonly number[]): InstanceType<typeof Exact> {
    const middle = sorted.length / 2;
    const low = sorted[Math.ceil(middle) - 1] ?? 0;
    const high = sorted[Math.floor(middle)] ?? low;
    return new Exact(low).plus(high).div(2);
}
