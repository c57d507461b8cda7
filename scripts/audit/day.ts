const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const milliseconds = 86_400_000;

/** Making a formatter costs more than using it a thousand times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** "YYYY-MM-DD" of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
    // Swedish writes dates as ISO does.
    const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formatters.set(timeZone, formatter);
    return formatter.format(instant);
}

/** Whether the text is a day of the calendar, written "YYYY-MM-DD". */
export function isDay(text: string): boolean {
    const time = Date.parse(`${text}T00:00:00Z`);
    return dayPattern.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The last millisecond of a day in a time zone; up to an hour off on a night when clocks change. */
export function endOfDayIn(timeZone: string, day: string): Date {
    const end = new Date(`${day}T23:59:59.999Z`);
    // Swedish writes them as ISO does, so the wall clock can be read as if it were UTC.
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(end);
    const offset = Date.parse(`${wall.replace(" ", "T")}.999Z`) - end.getTime();
    return new Date(end.getTime() - offset);
}

/** Whole days from one day to another, both "YYYY-MM-DD"; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds);
}

/** The first close date in scope, that many days before; null for 0, which means none. */
export function closedSinceOf(asOf: string, days: number): string | null {
    return days === 0
        ? null
        : new Date(Date.parse(`${asOf}T00:00:00Z`) - days * milliseconds).toISOString().slice(0, 10);
}
