import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page, in a world of its own: the page's own policy and shadows don't bind it. */
export async function axeFindings(page: Page): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    const evaluate = (expression: string) =>
        session.send("Runtime.evaluate", {
            ...{ expression, contextId: executionContextId, awaitPromise: true, returnByValue: true }
        });
    await evaluate(source);
    const { result, exceptionDetails } = await evaluate(
        `axe.run(document).then(({ violations, passes }) => ({
            passes: passes.length,
            findings: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html))
        }))`
    );
    assert.equal(exceptionDetails, undefined);
    const { passes, findings } = result.value as { passes: number; findings: string[] };
    assert.ok(passes > 10, `axe looked at next to nothing: ${passes} rules passed.`);
    return findings;
}
