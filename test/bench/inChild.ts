import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./child.ts", import.meta.url));

/** A process at work; `ask` sends it a message and answers with the next that comes back. */
export interface Child {
    ask(message: object): Promise<Readonly<Record<string, number>>>;
    end(): void;
}

export interface Server extends Child {
    readonly port: number;
    readonly token: string;
}

function start(work: string, count: number): ChildProcess {
    return fork(program, [work, String(count)], {
        execArgv: ["-C", "development", "--disable-warning=ExperimentalWarning"]
    });
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
    return new Promise((resolve, reject) => {
        child.once("message", (message) => resolve(message as T));
        child.once("exit", (code) => reject(new Error(`The measured process ended with ${String(code)}.`)));
        child.once("error", reject);
    });
}

/** Seconds of a piece of work that ends by itself. */
export async function secondsInChild(work: "load" | "insert", count: number): Promise<number> {
    const child = start(work, count);
    const { seconds } = await nextMessage<{ seconds: number }>(child);
    child.kill();
    return seconds;
}

export async function startServer(work: "empty" | "org", count = 0): Promise<Server> {
    const child = start(work, count);
    const { port, token } = await nextMessage<{ port: number; token: string }>(child);
    return {
        port,
        token,
        ask: (message) => {
            child.send(message);
            return nextMessage(child);
        },
        end: () => void child.kill()
    };
}
