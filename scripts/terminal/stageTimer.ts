/** Where progress goes: a spinner on a terminal, plain lines elsewhere; never stdout. */
export interface ProgressLine {
    start(label: string): void;
    stop(outcome: string): void;
}

/** Says of each stage of a run how long it took, and of how much it may take. */
export class StageTimer {
    readonly #line: ProgressLine;
    /** Milliseconds of a clock that only goes forward. */
    readonly #now: () => number;

    constructor(line: ProgressLine, now: () => number) {
        this.#line = line;
        this.#now = now;
    }

    /** `budget` in seconds: past it the line says so, and nothing else happens. Null: none. */
    async time<T>(label: string, budget: number | null, work: () => Promise<T> | T): Promise<T> {
        const start = this.#now();
        const seconds = (): number => (this.#now() - start) / 1000;
        this.#line.start(label);
        try {
            const result = await work();
            this.#line.stop(outcomeOf(seconds(), budget));
            return result;
        } catch (error) {
            this.#line.stop(`stopped after ${seconds().toFixed(1)} s`);
            throw error;
        }
    }
}

function outcomeOf(seconds: number, budget: number | null): string {
    const taken = `${seconds.toFixed(1)} s`;
    if (budget === null) {
        return taken;
    }
    return seconds > budget ? `${taken}, over its ${budget} s` : `${taken} of ${budget} s`;
}
