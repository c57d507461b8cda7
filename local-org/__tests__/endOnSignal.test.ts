import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, it } from "node:test";
import { endOnSignal } from "../endOnSignal.ts";

/** A process whose org never gets done with closing. */
function busyProcess() {
    const said: string[] = [];
    const [signals, stdin] = [new EventEmitter(), new EventEmitter()];
    const close = (): Promise<void> => {
        said.push("closing");
        return new Promise(() => undefined);
    };
    endOnSignal({ signals, stdin, close, exit: (code) => void said.push(`exit ${code}`) });
    return { said, signals, stdin };
}

describe("the end of a local org", () => {
    const rows: readonly [what: string, events: readonly string[], said: readonly string[]][] = [
        ["closes on a signal", ["SIGTERM"], ["closing"]],
        ["goes at once on a second signal", ["SIGINT", "SIGINT"], ["closing", "exit 130"]],
        ["goes at once on a second signal of another kind", ["SIGINT", "SIGTERM"], ["closing", "exit 143"]],
        ["closes once when its parent goes, and is told so too", ["end", "close", "SIGTERM"], ["closing"]],
        ["goes at once on a second signal after its parent", ["end", "SIGTERM", "SIGTERM"], ["closing", "exit 143"]]
    ];
    for (const [what, events, expected] of rows) {
        it(what, () => {
            const { said, signals, stdin } = busyProcess();

            for (const event of events) (event.startsWith("SIG") ? signals : stdin).emit(event);

            assert.deepEqual(said, expected);
        });
    }

    it("exits with 0 once closed", async () => {
        const signals = new EventEmitter();
        const exited = new Promise((resolve) => {
            endOnSignal({ signals, close: () => Promise.resolve(), exit: resolve });
        });

        signals.emit("SIGINT");

        assert.equal(await exited, 0);
    });
});
