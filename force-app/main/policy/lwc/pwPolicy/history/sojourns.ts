/** A row of OpportunityHistory. `at` is its CreatedDate in milliseconds since 1970 UTC. */
export interface HistoryRow {
    readonly at: number;
    readonly stage: string;
}

export interface StageHistory {
    /** In any order; rows of one timestamp in the order in which the org gave them. */
    readonly rows: readonly HistoryRow[];
    /** CreatedDate of the opportunity; null where it isn't known. */
    readonly createdAt: number | null;
    readonly currentStage: string;
    /** LastStageChangeDate: null where the stage never changed, or where it isn't known. */
    readonly lastChangeAt: number | null;
}

/** One stay in one stage. Times are milliseconds since 1970 UTC. */
export interface Sojourn {
    /** Null: a time of which the history doesn't tell the stage. */
    readonly stage: string | null;
    readonly from: number;
    /** Null: it has not ended, so its length is only known to be longer than until now (right-censored). */
    readonly to: number | null;
}

/** A first row this soon after creation is the row of the creation itself. Our own choice. */
const creationTolerance = 60_000;

/**
 * The stays of one opportunity, earliest first, without gaps. Rows are also written for amounts, dates and
 * probabilities, so unchanged stages are dropped; of rows with one timestamp (automation) only the last counts.
 * What no row tells is a stay of unknown stage: before the first row, and at the end where the record is in
 * another stage than its history says. Without rows the record's own dates speak. Empty where those are unknown.
 */
export function buildSojourns(history: StageHistory): Sojourn[] {
    return dropUnchanged(withEnds(mergeBursts(history), history)).map(({ stage, at }, index, all) => ({
        stage,
        from: at,
        to: all[index + 1]?.at ?? null
    }));
}

interface Entry {
    readonly at: number;
    readonly stage: string | null;
}

function mergeBursts({ rows, currentStage }: StageHistory): HistoryRow[] {
    const inOrder = [...rows].sort((one, other) => one.at - other.at);
    const lastBurst = inOrder.filter((row) => row.at === inOrder.at(-1)?.at);
    const settled = lastBurst.find((row) => row.stage === currentStage) ?? lastBurst.at(-1);
    const earlier = inOrder.filter((row, index) => row.at !== inOrder[index + 1]?.at && !lastBurst.includes(row));
    return settled === undefined ? [] : [...earlier, settled];
}

function dropUnchanged(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry, index) => index === 0 || entry.stage !== entries[index - 1]?.stage);
}

function withEnds(rows: readonly HistoryRow[], history: StageHistory): Entry[] {
    const { createdAt, currentStage, lastChangeAt } = history;
    const [first, last] = [rows[0], rows.at(-1)];
    const start = createdAt ?? first?.at ?? lastChangeAt;
    if (start === null) {
        return [];
    }
    if (first === undefined || last === undefined) {
        const hasMoved = lastChangeAt !== null && lastChangeAt > start;
        const now: Entry = { at: hasMoved ? lastChangeAt : start, stage: currentStage };
        return hasMoved ? [{ at: start, stage: null }, now] : [now];
    }
    const known: Entry[] =
        first.at - start <= creationTolerance
            ? [{ at: Math.min(start, first.at), stage: first.stage }, ...rows.slice(1)]
            : [{ at: start, stage: null }, ...rows];
    if (last.stage === currentStage) {
        return known;
    }
    return lastChangeAt !== null && lastChangeAt > last.at
        ? [...known, { at: lastChangeAt, stage: currentStage }]
        : [...known, { at: last.at, stage: null }];
}
