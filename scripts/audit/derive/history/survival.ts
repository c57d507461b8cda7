/** One stay: how long it has lasted so far, and what ended it. Null: nothing yet (right-censored). */
export interface Stay<Ending extends string = string> {
    readonly duration: number;
    readonly ending: Ending | null;
}

/** At one duration at which stays ended: how many had lasted that long, how many ended, and what share goes on. */
export interface SurvivalStep {
    readonly at: number;
    readonly atRisk: number;
    readonly ended: number;
    /** Share of stays expected to last longer than `at`. */
    readonly survival: number;
}

/** Shares are products of fractions; this much is rounding, not people. */
const rounding = 1e-9;

/**
 * The product-limit estimate of Kaplan and Meier (1958): S(t) = Π (1 − d/n) over the durations at which stays
 * ended, whatever ended them. A stay that is open at that very duration still counts as at risk.
 */
export function survivalOf(stays: readonly Stay[]): SurvivalStep[] {
    let survival = 1;
    return endingsByDuration(stays).map(({ at, atRisk, endings }) => {
        survival *= 1 - endings.length / atRisk;
        return { at, atRisk, ended: endings.length, survival };
    });
}

/** The shortest duration at which at least that share has ended; null where the stays don't tell, too many being open. */
export function durationWhenEnded(steps: readonly SurvivalStep[], share: number): number | null {
    return steps.find(({ survival }) => survival <= 1 - share + rounding)?.at ?? null;
}

export interface IncidenceStep {
    readonly at: number;
    /** Share of all stays expected to have ended this way by `at`. */
    readonly incidence: number;
}

/**
 * Cumulative incidence of one ending among others (Aalen and Johansen 1978): Σ S(t−) · d/n over its endings.
 * For "time to advance" it replaces one minus Kaplan–Meier, which would treat lost opportunities as if they could
 * still advance, and so promise too much.
 */
export function incidenceOf<Ending extends string>(stays: readonly Stay<Ending>[], ending: Ending): IncidenceStep[] {
    let survival = 1;
    let incidence = 0;
    return endingsByDuration(stays).map(({ at, atRisk, endings }) => {
        incidence += (survival * endings.filter((each) => each === ending).length) / atRisk;
        survival *= 1 - endings.length / atRisk;
        return { at, incidence };
    });
}

/** The shortest duration by which that share of all stays has ended this way; null where so many never do. */
export function durationAtIncidence(steps: readonly IncidenceStep[], share: number): number | null {
    return steps.find(({ incidence }) => incidence >= share - rounding)?.at ?? null;
}

interface EndingsAt {
    readonly at: number;
    readonly atRisk: number;
    readonly endings: string[];
}

function endingsByDuration(stays: readonly Stay[]): EndingsAt[] {
    const sorted = stays.toSorted((one, other) => one.duration - other.duration);
    const found: EndingsAt[] = [];
    for (const [index, { duration, ending }] of sorted.entries()) {
        const isNew = index === 0 || sorted[index - 1]?.duration !== duration;
        if (isNew) {
            found.push({ at: duration, atRisk: sorted.length - index, endings: [] });
        }
        if (ending !== null) {
            found.at(-1)?.endings.push(ending);
        }
    }
    return found.filter(({ endings }) => endings.length > 0);
}
