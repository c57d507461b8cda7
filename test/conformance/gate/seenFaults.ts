import type { Case } from "../runCases.ts";
import { collections } from "./doors.ts";
import { runTurn, turnOf, type TableWorld } from "./gateTable.ts";
import { plant, plantedFaults } from "./plantedFaults.ts";
import type { SourceFiles } from "./repositoryPackage.ts";

/** One case for each fault: the table's rows about its rule, at that level, must tell another outcome than expected. */
export function faultCases(world: () => TableWorld, source: SourceFiles): Case[] {
    return plantedFaults.map((fault) => ({
        name: `A planted fault is seen: ${fault.name}`,
        async run() {
            const { org, rows, back } = world();
            const concerned = rows.filter(({ lack }) => lack.ruleId === fault.ruleId);
            const turn = turnOf(fault.ruleId, fault.level);
            const cases = await runTurn({ org, rows: concerned, back }, collections, turn, plant(source, fault));
            if (cases.every(({ expected, found }) => expected === found)) {
                throw new Error(`all ${cases.length} rows of ${fault.ruleId} pass all the same`);
            }
        }
    }));
}
