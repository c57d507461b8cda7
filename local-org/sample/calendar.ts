/** Days are counted from 1970-01-01, so that a pipeline can be laid out in whole numbers and no clock is asked. */
export type Day = number;

const millisecondsOfDay = 86_400_000;

export function dayOf(date: string): Day {
    return Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay;
}

/** "YYYY-MM-DD". */
export function dateText(day: Day): string {
    return new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Minutes after midnight UTC, as a datetime field holds it. */
export function instant({ day, minutes }: { readonly day: Day; readonly minutes: number }): string {
    return new Date(day * millisecondsOfDay + minutes * 60_000).toISOString();
}

/** Saturday and Sunday become the Friday before: people do enter records late, but not on a day that is still to come. */
export function workdayUpTo(day: Day): Day {
    const weekday = (day + 4) % 7;
    if (weekday === 6) return day - 1;
    return weekday === 0 ? day - 2 : day;
}

export function endOfMonth(day: Day): Day {
    const date = new Date(day * millisecondsOfDay);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / millisecondsOfDay;
}
