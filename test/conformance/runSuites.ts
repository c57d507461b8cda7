import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SuiteOutcome } from "./suiteOutcome.ts";

const program = fileURLToPath(new URL("./runSuite.ts", import.meta.url));

/** These take a minute or more, so the others run beside them. */
const longest = ["fuzz", "clients-sf", "gate-table"];

/** The ids of all suites, in the order of the page. */
export function suiteIds(): string[] {
    return readdirSync(new URL("./suites/", import.meta.url))
        .filter((name) => name.endsWith(".ts"))
        .map((name) => name.slice(0, -".ts".length))
        .sort();
}

/** Runs the suites, two at a time, and tells each outcome as it comes; answers in the order asked. */
export async function runSuites(
    ids: readonly string[],
    tell: (outcome: SuiteOutcome) => void
): Promise<SuiteOutcome[]> {
    const waiting = [...longest.filter((id) => ids.includes(id)), ...ids.filter((id) => !longest.includes(id))];
    const outcomes = new Map<string, SuiteOutcome>();
    const lane = async (): Promise<void> => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
            const outcome = await runInProcess(id);
            outcomes.set(id, outcome);
            tell(outcome);
        }
    };
    await Promise.all([lane(), lane()]);
    return ids.flatMap((id) => outcomes.get(id) ?? []);
}

function runInProcess(id: string): Promise<SuiteOutcome> {
    return new Promise((resolve, reject) => {
        const child = fork(program, [id], {
            execArgv: ["-C", "development", "--disable-warning=ExperimentalWarning"],
            stdio: ["ignore", "ignore", "pipe", "ipc"]
        });
        let complaints = "";
        let outcome: SuiteOutcome | null = null;
        child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaints += text));
        child.once("message", (message) => (outcome = message as SuiteOutcome));
        child.once("error", reject);
        child.once("close", (code) => {
            const problem = complaints.trim() || `its process ended with ${String(code)} and no result`;
            resolve(outcome ?? { kind: "broken", id, problem });
        });
    });
}
