import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { positionFromProbability } from "c/pwPolicy";
import { placeIn, placeProcesses, withoutRepeats, type OrderedProcess } from "../placeProcesses.ts";
import { standardStages, type ProcessStage } from "../stages.ts";

/** "A 10, B 20": open stages with their probabilities; "won" and "lost" close. */
function process(recordType: string, text: string): OrderedProcess {
    const stages = text.split(", ").map((each): ProcessStage => {
        const [name = "", probability = "0"] = each.split(" ");
        if (name === "won") return { name, kind: "won", probability: "100" };
        return name === "lost" ? { name, kind: "lost", probability: "0" } : { name, kind: "open", probability };
    });
    return { recordType, stages };
}

const positionsIn = (...processes: readonly OrderedProcess[]) =>
    placeProcesses(processes).map(({ stages }) => stages.map(({ name, position }) => `${name}${position}`).join(" "));

describe("stages of several sales processes on one scale", () => {
    const table: readonly [name: string, processes: readonly string[], expected: readonly string[]][] = [
        ["one process counts from 1", ["A 10, B 20, C 20, won, lost"], ["A1 B2 C3 won4 lost0"]],
        ["a probability that falls stays where it was reached", ["A 10, B 50, C 20, D 60"], ["A1 B2 C3 D4"]],
        ["stages without a probability count too", ["A 0, B 0, C 10"], ["A1 B2 C3"]],
        [
            "equal probabilities share a position, and gaps are left",
            ["A 10, B 20, C 50, won, lost", "A 10, C 50, won, lost"],
            ["A1 B2 C3 won4 lost0", "A1 C3 won4 lost0"]
        ],
        [
            "a stage that comes earlier in a process stands lower there",
            ["A 10, B 10, won", "B 10, won"],
            ["A1 B2 won3", "B1 won3"]
        ],
        [
            "the processes' stages lie between each other",
            ["A 10, B 40, won", "X 20, Y 70, Z 70, won"],
            ["A1 B3 won6", "X2 Y4 Z5 won6"]
        ],
        ["10 and 10.0 are the same", ["A 10, won", "B 10.0, won"], ["A1 won2", "B1 won2"]],
        ["a process of closed stages only has no open ones", ["A 10, won", "won, lost"], ["A1 won2", "won2 lost0"]]
    ];

    for (const [name, processes, expected] of table) {
        it(name, () => {
            const given = processes.map((text, index) => process(String(index), text));
            assert.deepEqual(positionsIn(...given), expected);
        });
    }

    it("gives the standard stages the positions that their order gives", () => {
        assert.deepEqual(
            placeIn(standardStages).map(({ position }) => position),
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
        );
    });

    it("rises strictly in each process, and a threshold selects in each what its running maximum reaches", () => {
        let selected = 0;
        for (let seed = 1; seed <= 500; seed += 1) {
            const placed = placeProcesses(madeUp(seed));
            for (const threshold of ["5", "10", "25", "50", "90"]) {
                const from = positionFromProbability(
                    placed.flatMap(({ stages }) => stages),
                    threshold
                );
                for (const { stages } of placed) {
                    selected += selectsWhatItReaches(stages, threshold, from);
                }
            }
        }
        assert.ok(selected > 2_500, `only ${selected} stages were selected`);
    });
});

describe("record types that need no records of their own", () => {
    const ofAll = process("*", "A 10, B 20, won, lost");
    const kept = (...own: readonly OrderedProcess[]) =>
        withoutRepeats(placeProcesses([ofAll, ...own])).map(({ recordType }) => recordType);

    it("are those that offer what all do", () => {
        assert.deepEqual(kept(process("Same", "A 10, B 20, won, lost")), ["*"]);
    });
    it("are not those that leave a stage out", () => {
        assert.deepEqual(kept(process("Short", "A 10, won, lost"), process("Endless", "A 10, B 20, won")), [
            "*",
            "Short",
            "Endless"
        ]);
    });
});

/** A second counting, by comparing every stage with every stage before it. Gives how many it found selected. */
function selectsWhatItReaches(
    stages: readonly { kind: string; position: string; probability: string }[],
    threshold: string,
    from: string | null
): number {
    const open = stages.filter(({ kind }) => kind === "open");
    let selected = 0;
    open.forEach(({ position }, index) => {
        const before = open[index - 1];
        assert.ok(before === undefined || Number(before.position) < Number(position), "positions rise");
        const reaches = open.slice(0, index + 1).some(({ probability }) => Number(probability) >= Number(threshold));
        assert.equal(from !== null && Number(position) >= Number(from), reaches, `from ${threshold} %`);
        selected += Number(reaches);
    });
    return selected;
}

/** One to four processes of up to nine stages, drawn from few probabilities so that they meet. */
function madeUp(seed: number): OrderedProcess[] {
    let state = seed;
    const below = (limit: number) => {
        state = (state * 48_271) % 2_147_483_647;
        return state % limit;
    };
    below(2);
    const probabilities = [0, 5, 10, 10, 20, 33.5, 50, 75, 90];
    return Array.from({ length: 1 + below(4) }, (_, number) => {
        const open = Array.from({ length: below(9) }, (_each, index) => `S${index} ${probabilities[below(9)] ?? 0}`);
        return process(String(number), [...open, "won", "lost"].join(", "));
    });
}
