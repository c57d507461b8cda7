/** "YYYY-MM-DD" of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
    // Swedish writes dates as ISO does.
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}

/** Hours, minutes and seconds of an instant in a time zone, as people of that locale write them. */
export function timeIn(timeZone: string, locale: string, instant: Date): string {
    return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "medium" }).format(instant);
}
