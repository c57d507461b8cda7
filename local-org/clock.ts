/** The org's time. One time zone for the whole org (`Organization.TimeZoneSidKey`), UTC unless said. */
export interface Clock {
    /** UTC, "YYYY-MM-DDTHH:mm:ss.SSSZ". */
    now(): string;
    /** "YYYY-MM-DD" in the org's time zone. */
    today(): string;
}

/** A clock that can be moved while the org runs, as tests about dates need. */
export interface SettableClock extends Clock {
    /** From now on the clock stands at this instant. */
    set(instant: string): void;
}

const dateOrInstant = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

/** A clock that stands at the given instant, or at noon UTC of a given date. Throws RangeError on anything else. */
export function fixedClock(instant: string): Clock {
    const [, day] = dateOrInstant.exec(instant) ?? [];
    // Date would take February 31 for March 3.
    if (day === undefined || new Date(`${day}T00:00:00.000Z`).toISOString().slice(0, 10) !== day) {
        throw new RangeError(`"${instant}" is neither a date nor an instant.`);
    }
    const now = new Date(day === instant ? `${day}T12:00:00.000Z` : instant).toISOString();
    return { now: () => now, today: () => now.slice(0, 10) };
}

export const systemClock: Clock = {
    now: () => new Date().toISOString(),
    today: () => new Date().toISOString().slice(0, 10)
};

/** Shows the given clock's time until it is set. */
export function settableClock(start: Clock): SettableClock {
    let current = start;
    return {
        now: () => current.now(),
        today: () => current.today(),
        set: (instant) => {
            current = fixedClock(instant);
        }
    };
}
