import assert from "node:assert/strict";
import { innocentSaves, type InnocentSave } from "../gate/innocentSaves.ts";
import { plant, plantedFaults } from "../gate/plantedFaults.ts";
import { readSourceFiles } from "../gate/repositoryPackage.ts";
import { openStrictWorld, type StrictWorld } from "../gate/strictWorld.ts";
import { runCases, type Case } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "gate-innocent",
    title: "The gate: saves in which no rule may fire",
    source: "A list written by hand. Every rule stands at Block from the first stage on, and the opportunity breaks all it can.",
    needsShared: false,
    run
};

const noted = ["PW_Gaps__c", "PW_Bypassed_Rules__c", "PW_Bypassed_By__c"];

async function run(): Promise<ConformanceResult> {
    const source = readSourceFiles();
    const world = await openStrictWorld(source);
    try {
        const back = await world.org.keep();
        const result = await runCases([
            ...innocentSaves.map((each) => caseOf(world, back, each)),
            movesAreRefused(world, back),
            ...plantedFaults
                .filter(({ name }) => /blocks any save|blocks the way back/.test(name))
                .map((fault) => ({
                    name: `A planted fault is seen: ${fault.name}`,
                    run: async () => {
                        await back();
                        await world.org.deploy(plant(source, fault));
                        const seen = await world.org.keep();
                        const { misses } = await runCases(innocentSaves.map((each) => caseOf(world, seen, each)));
                        assert.notEqual(misses.length, 0, "every innocent save goes through all the same");
                    }
                }))
        ]);
        return { ...result, remarks: [innocentSaves.map(({ name }) => `- ${name}`).join("\n")] };
    } finally {
        await world.org.close();
    }
}

function caseOf(world: StrictWorld, back: () => Promise<void>, { name, act, stage }: InnocentSave): Case {
    return {
        name,
        async run() {
            await back();
            const id = await act(world);
            const nothing = Object.fromEntries(noted.map((field) => [field, null]));
            assert.deepEqual(await world.read(id, "StageName", ...noted), {
                ...nothing,
                StageName: stage ?? "Negotiation/Review"
            });
        }
    };
}

/** Else all of the above would say nothing. */
function movesAreRefused(world: StrictWorld, back: () => Promise<void>): Case {
    return {
        name: "meanwhile a move forward is refused",
        async run() {
            await back();
            const id = await world.bare("Qualification");
            assert.match(await world.change(id, { StageName: "Proposal/Price Quote" }), /at least one product/);
        }
    };
}
