import { collections, doors } from "../gate/doors.ts";
import { openGateOrg } from "../gate/gateOrg.ts";
import { levels, openTable, runTurn, type TableWorld } from "../gate/gateTable.ts";
import { lackingDeals } from "../gate/lackingDeals.ts";
import { partialSuccessCases } from "../gate/partialSuccess.ts";
import { plantedFaults } from "../gate/plantedFaults.ts";
import { readSourceFiles } from "../gate/repositoryPackage.ts";
import { faultCases } from "../gate/seenFaults.ts";
import { isAsked, situations, type Asks } from "../gate/situations.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceMiss, ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "gate-table",
    title: "The gate: each rule in each situation, at each level, through each door",
    source: "A table written by hand: which situation asks which rules. The policy's own interpreters are not asked.",
    needsShared: false,
    run
};

async function run(): Promise<ConformanceResult> {
    const source = readSourceFiles();
    const org = await openGateOrg(source);
    try {
        const world = await openTable(org);
        const table = await runTable(world);
        const others = await runCases([...partialSuccessCases(() => world), ...faultCases(() => world, source)]);
        return {
            passed: table.passed + others.passed,
            total: table.total + others.total,
            misses: [...table.misses, ...others.misses],
            refusals: [],
            remarks: [words(table.total), tableOfSituations(), faults()]
        };
    } finally {
        await org.close();
    }
}

async function runTable(world: TableWorld): Promise<Pick<ConformanceResult, "passed" | "total" | "misses">> {
    const misses: ConformanceMiss[] = [];
    let total = 0;
    for (const door of doors) {
        for (const turn of levels.keys()) {
            const rows = world.rows.filter(
                ({ situation }) => situation.isForEveryDoor === true || door === collections
            );
            const cases = await runTurn({ ...world, rows }, door, turn);
            total += cases.length;
            misses.push(
                ...cases.filter(({ expected, found }) => expected !== found).map((each) => ({ ...each, reason: null }))
            );
        }
    }
    return { passed: total - misses.length, total, misses };
}

function words(total: number): string {
    const everywhere = situations.filter(({ isForEveryDoor }) => isForEveryDoor === true).length;
    const others = doors.filter((door) => door !== collections).map(({ name }) => name);
    return [
        `${total} saves: ${lackingDeals.length} rules × ${levels.length} levels × ${situations.length} situations by ${collections.name}, and ${everywhere} of these situations also by ${others.join(", ")}. Each deal keeps every rule but one. A save is refused with exactly the messages that are due, on the stage field and with nothing changed, or it is saved with exactly the gaps and bypasses that are due.`,
        `The levels are ${levels.join(", ")}, of which the last is misspelt. It and Off save and note nothing; Observe and Warn save and note the gap; Block refuses, unless the record is new, older than the rule's date, or moved by who may bypass, which is noted. Bulk API 2.0 tells the first refusal of a record only.`
    ].join("\n\n");
}

const asked: Readonly<Record<Asks, string>> = {
    nothing: "no rule",
    whereOpen: "every rule but the one about losing",
    whereWon: "likewise, without those about open opportunities",
    whereLost: "the one about losing"
};

function tableOfSituations(): string {
    const rows = situations.map(({ name, asks, isForEveryDoor }) => {
        const count = lackingDeals.filter(({ ruleId }) => isAsked(asks, ruleId)).length;
        return `| ${name} | ${isForEveryDoor === true ? "every" : collections.name} | ${asked[asks]} | ${count} |`;
    });
    return ["| Situation | Door | Asks | Rules |", "| --- | --- | --- | ---: |", ...rows].join("\n");
}

function faults(): string {
    const list = plantedFaults.map(({ name }) => `- ${name}`);
    return ["Faults planted in the deployed gate, each seen by the rows of its rule:", "", ...list].join("\n");
}
