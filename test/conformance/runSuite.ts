/** Runs one suite in a process of its own, so that one that crashes takes no other along; answers its parent. */
import { sharedIsHere } from "./shared.ts";
import type { ConformanceSuite } from "./suite.ts";
import type { SuiteOutcome } from "./suiteOutcome.ts";

const [id = ""] = process.argv.slice(2);
const { suite } = (await import(`./suites/${id}.ts`)) as { suite: ConformanceSuite };
if (suite.id !== id) throw new Error(`suites/${id}.ts calls itself ${suite.id}.`);
const outcome = await run();
process.send?.(outcome, () => process.exit(0));

async function run(): Promise<SuiteOutcome> {
    if (suite.needsShared && !sharedIsHere) return { kind: "skipped", id };
    const started = performance.now();
    const result = await suite.run();
    const seconds = (performance.now() - started) / 1000;
    return { kind: "ran", id, suite: { title: suite.title, source: suite.source }, result, seconds };
}
