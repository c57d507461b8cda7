import type { EventEmitter } from "node:events";

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** The process, as far as ending it goes. */
export interface Ending {
    readonly signals: Pick<EventEmitter, "on">;
    /** Of a process that ends with its parent, so that a crashed parent leaves no server behind. */
    readonly stdin?: Pick<EventEmitter, "once">;
    close(): Promise<void>;
    exit(code: number): void;
}

/** Closes on the first signal, or when stdin ends; a second signal doesn't wait for that. */
export function endOnSignal({ signals: source, stdin, close, exit }: Ending): void {
    let isEnding = false;
    let count = 0;
    const end = (): void => {
        if (isEnding) return;
        isEnding = true;
        void close().then(() => exit(0));
    };
    for (const [signal, code] of Object.entries(signals)) {
        source.on(signal, () => {
            count += 1;
            if (count > 1) exit(code);
            else end();
        });
    }
    stdin?.once("end", end).once("close", end);
}
