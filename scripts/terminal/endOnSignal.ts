const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Ends the process quietly on Ctrl+C. SfCommand's own listeners throw from within the signal, which Node shows
 * as a crash with a stack. Children that were started until their stdin closes end with it.
 */
export function endOnSignal(exitCode: number): void {
    for (const signal of signals) {
        process.removeAllListeners(signal);
        process.once(signal, () => process.exit(exitCode));
    }
}

/** Resolves at Ctrl+C or a request to end, so that what is open can be closed in order. */
export function toldToStop(): Promise<void> {
    return new Promise((resolve) => {
        for (const signal of signals) {
            process.removeAllListeners(signal);
            process.once(signal, () => resolve());
        }
    });
}
