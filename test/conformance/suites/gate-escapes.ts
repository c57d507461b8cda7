import { openEscapeWorld } from "../gate/escapeWorld.ts";
import { escapesByMoves } from "../gate/escapesByMoves.ts";
import { escapesByRights } from "../gate/escapesByRights.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

const escapes = [...escapesByMoves, ...escapesByRights];

export const suite: ConformanceSuite = {
    id: "gate-escapes",
    title: "The gate: ways around it, each tried",
    source: "A list written by hand. Three rules stand at Block from Proposal on; what is left of an escape is told here.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const world = await openEscapeWorld();
    try {
        const back = await world.org.keep();
        const result = await runCases(
            escapes.map(({ name, attempt }) => ({
                name,
                run: async () => {
                    await back();
                    await attempt(world);
                }
            }))
        );
        return { ...result, remarks: [table()] };
    } finally {
        await world.org.close();
    }
}

function table(): string {
    const rows = escapes.map(({ name, stoppedBy, residue }) => `| ${name} | ${stoppedBy} | ${residue ?? "nothing"} |`);
    return ["| Tried | What stops it | What is left |", "| --- | --- | --- |", ...rows].join("\n");
}
