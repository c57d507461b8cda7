import { scopeCases } from "../gate/scopeCases.ts";
import { scopeFaultCases, scopeFaults } from "../gate/scopeFaults.ts";
import { openScopeWorld } from "../gate/scopeWorld.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "gate-scope",
    title: "The gate: rules for some record types, from an amount on, stricter for larger deals",
    source: "A list written by hand, in an org with two record types and the overlay that is written for such an org.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const world = await openScopeWorld();
    try {
        const back = await world.org.keep();
        const cases = scopeCases.map(({ name, act }) => ({
            name,
            run: async () => {
                await back();
                await act(world);
            }
        }));
        const result = await runCases([...cases, ...scopeFaultCases(world, back)]);
        return { ...result, remarks: [listed(scopeCases), `Faults planted, each seen:\n\n${listed(scopeFaults)}`] };
    } finally {
        await world.org.close();
    }
}

const listed = (named: readonly { readonly name: string }[]): string => named.map(({ name }) => `- ${name}`).join("\n");
