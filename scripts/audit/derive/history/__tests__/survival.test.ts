import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { randomOf } from "../../../../../local-org/sample/random.ts";
import type { Random } from "../../../../../local-org/sample/random.ts";
import { percentile } from "../percentile.ts";
import { durationAtIncidence, durationWhenEnded, incidenceOf, survivalOf } from "../survival.ts";
import type { Stay } from "../survival.ts";

type Ending = "advance" | "lost";

/** "3 5+ 7x" are stays: 3 ended in advance, 5 is open, 7 was lost. */
function staysOf(text: string): Stay<Ending>[] {
    return text.split(" ").map((stay) => ({
        duration: Number.parseFloat(stay),
        ending: stay.endsWith("+") ? null : stay.endsWith("x") ? "lost" : "advance"
    }));
}

describe("Kaplan–Meier", () => {
    it("gives the published estimate for the 6-MP patients of Freireich (1963)", () => {
        const stays = staysOf("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
        const steps = survivalOf(stays).map(({ at, atRisk, ended, survival }) => [
            at,
            atRisk,
            ended,
            survival.toFixed(3)
        ]);

        assert.deepEqual(steps, [
            [6, 21, 3, "0.857"],
            [7, 17, 1, "0.807"],
            [10, 15, 1, "0.753"],
            [13, 12, 1, "0.690"],
            [16, 11, 1, "0.627"],
            [22, 7, 1, "0.538"],
            [23, 6, 1, "0.448"]
        ]);
        assert.equal(durationWhenEnded(survivalOf(stays), 0.5), 23);
    });
    it("has no median where too many stays are open", () => {
        assert.equal(durationWhenEnded(survivalOf(staysOf("1 2+ 3+ 4+")), 0.5), null);
        assert.equal(durationWhenEnded([], 0.5), null);
    });
    it("finds the median of ten ended stays at the fifth, whatever floating point makes of 9/10 · 8/9 …", () => {
        assert.equal(durationWhenEnded(survivalOf(staysOf("1 2 3 4 5 6 7 8 9 10")), 0.5), 5);
    });
    it("has a later median than the stays that ended alone", () => {
        const stays = staysOf("1 2 3 20+ 30+");

        assert.equal(durationWhenEnded(survivalOf(stays), 0.5), 3);
        assert.equal(percentile([1, 2, 3], 50), 2);
    });
});

describe("cumulative incidence", () => {
    it("never promises more advances than one minus Kaplan–Meier, and here fewer", () => {
        const stays = staysOf("1 2x 3 4x 5 6x 7 8x");
        const steps = incidenceOf(stays, "advance");
        const naive = survivalOf(stays.map((stay) => (stay.ending === "lost" ? { ...stay, ending: null } : stay)));

        assert.equal(steps.at(-1)?.incidence.toFixed(3), "0.500");
        assert.ok(1 - (naive.at(-1)?.survival ?? 1) > 0.7);
        assert.equal(durationAtIncidence(steps, 0.5), 7);
        assert.equal(durationAtIncidence(steps, 0.6), null);
    });
});

describe("both", () => {
    it("agree with Efron's redistribution of open stays to the right, on 1,000 small samples", () => {
        const random = randomOf(3, "survival");
        for (let round = 0; round < 1000; round += 1) {
            const stays = randomStays(random);
            const masses = redistribute(stays);
            for (const { at, survival } of survivalOf(stays)) {
                assert.ok(Math.abs(1 - survival - massUpTo(masses, at)) < 1e-9, JSON.stringify(stays));
            }
            for (const { at, incidence } of incidenceOf(stays, "advance")) {
                const mass = massUpTo(
                    masses.filter(({ ending }) => ending === "advance"),
                    at
                );
                assert.ok(Math.abs(incidence - mass) < 1e-9, JSON.stringify(stays));
            }
        }
    });
});

describe("percentile", () => {
    it("is the smallest value that enough values don't exceed, on 1,000 small samples", () => {
        const random = randomOf(3, "percentile");
        for (let round = 0; round < 1000; round += 1) {
            const values = Array.from({ length: random.whole(1, 30) }, () => random.whole(0, 9));
            for (const percent of [1, 50, 75, 90, 100]) {
                const enough = values.filter(
                    (value) => values.filter((other) => other <= value).length * 100 >= percent * values.length
                );
                assert.equal(percentile(values, percent), Math.min(...enough));
            }
        }
    });
    it("is nothing of nothing", () => {
        assert.equal(percentile([], 90), null);
    });
});

function randomStays(random: Random): Stay<Ending>[] {
    return Array.from({ length: random.whole(1, 9) }, () => ({
        duration: random.whole(1, 6),
        ending: random.pick<Ending | null>(["advance", "advance", "lost", null])
    }));
}

interface Mass extends Stay<Ending> {
    readonly mass: number;
}

/** Each stay weighs the same; an open one hands its weight in equal parts to those that lasted longer. */
function redistribute(stays: readonly Stay<Ending>[]): Mass[] {
    const order = (stay: Stay): number => stay.duration + (stay.ending === null ? 0.5 : 0);
    const sorted = stays.toSorted((one, other) => order(one) - order(other));
    const masses = sorted.map(() => 1 / stays.length);
    for (const [index, stay] of sorted.entries()) {
        const share = (masses[index] ?? 0) / (sorted.length - index - 1);
        if (stay.ending === null && index + 1 < sorted.length) {
            for (let later = index + 1; later < sorted.length; later += 1) masses[later] = (masses[later] ?? 0) + share;
            masses[index] = 0;
        }
    }
    return sorted.map((stay, index) => ({ ...stay, mass: stay.ending === null ? 0 : (masses[index] ?? 0) }));
}

function massUpTo(masses: readonly Mass[], at: number): number {
    return masses.filter(({ duration }) => duration <= at).reduce((sum, { mass }) => sum + mass, 0);
}
