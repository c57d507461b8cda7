import { spawn } from "node:child_process";

/** One part of `npm test`: an npm script, and how long it may take on two cores before we should look at it. */
export interface TestPart {
    readonly name: string;
    readonly script: string;
    readonly budgetSeconds: number;
    /** True: the script runs tests, and running none is a failure. False: it is one check. */
    readonly countsTests: boolean;
}

export interface PartResult {
    readonly part: TestPart;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
    readonly seconds: number;
    readonly output: string;
}

/** Runs a part to its end; never throws for a failing one. */
export async function runPart(part: TestPart): Promise<PartResult> {
    const started = performance.now();
    const { exitCode, output } = await runScript(part.script);
    return { part, ...countResults(part, exitCode, output), seconds: (performance.now() - started) / 1000, output };
}

/**
 * What a part's output and exit code say together. A script that ended badly is a failure even where every
 * test it counted had passed, and a script of tests that counted none is one too.
 */
export function countResults(
    part: Pick<TestPart, "countsTests">,
    exitCode: number,
    output: string
): { passed: number; failed: number; skipped: number } {
    if (!part.countsTests)
        return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
    const passed = sumOf(output, [/^(?:#|ℹ) pass (\d+)$/gm, /^Tests:.*?(\d+) passed/gm]);
    const failed = sumOf(output, [/^(?:#|ℹ) (?:fail|cancelled) (\d+)$/gm, /^Tests:.*?(\d+) failed/gm]);
    const skipped = sumOf(output, [/^(?:#|ℹ) skipped (\d+)$/gm, /^Tests:.*?(\d+) skipped/gm]);
    const endedBadly = exitCode !== 0 || passed + failed + skipped === 0;
    return { passed, failed: endedBadly ? Math.max(failed, 1) : failed, skipped };
}

/** Runs all parts, at most `atOnce` at a time, in the order given; tells each result as it comes. */
export async function runParts(
    parts: readonly TestPart[],
    atOnce: number,
    run: (part: TestPart) => Promise<PartResult>,
    tell: (result: PartResult) => void
): Promise<PartResult[]> {
    const waiting = [...parts];
    const results: PartResult[] = [];
    const lane = async (): Promise<void> => {
        for (let part = waiting.shift(); part; part = waiting.shift()) {
            const result = await run(part);
            results.push(result);
            tell(result);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return results;
}

function runScript(script: string): Promise<{ exitCode: number; output: string }> {
    const environment: NodeJS.ProcessEnv = { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" };
    // Set where a test started us: node --test would then report to a parent that isn't listening.
    delete environment["NODE_TEST_CONTEXT"];
    return new Promise((resolve, reject) => {
        const child = spawn("npm", ["run", "--silent", script], {
            env: environment,
            shell: process.platform === "win32"
        });
        const chunks: Buffer[] = [];
        child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
        child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
        child.on("error", reject);
        child.on("close", (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
    });
}

function sumOf(output: string, patterns: readonly RegExp[]): number {
    const found = patterns.flatMap((pattern) => [...output.matchAll(pattern)]);
    return found.reduce((sum, match) => sum + Number(match[1]), 0);
}
