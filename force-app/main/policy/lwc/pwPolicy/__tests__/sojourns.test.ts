import { describe, expect, it } from "@jest/globals";
import { buildSojourns, type HistoryRow, type Sojourn, type StageHistory } from "c/pwPolicy";
import { randomOf, type Random } from "../../../../../../local-org/sample/random.ts";

const day = 86_400_000;

/** "A1 B3" are rows: A at day 1, B at day 3. */
function rows(text: string): HistoryRow[] {
    return text
        .split(" ")
        .filter(Boolean)
        .map((row) => ({ stage: row.charAt(0), at: Number(row.slice(1)) * day }));
}

/** "A1-3 ?3-" are stays: A from day 1 to 3, then an unknown stage that has not ended. */
function told(sojourns: readonly Sojourn[]): string {
    const days = (time: number | null): string => (time === null ? "" : String(time / day));
    return sojourns.map(({ stage, from, to }) => `${stage ?? "?"}${days(from)}-${days(to)}`).join(" ");
}

describe("the stays of an opportunity", () => {
    it.each([
        { what: "creation and one move", text: "A1 B3", created: 1, current: "B", stays: "A1-3 B3-" },
        { what: "rows in any order", text: "C9 A1 B3", created: 1, current: "C", stays: "A1-3 B3-9 C9-" },
        { what: "rows for other fields", text: "A1 A2 B3 B4 B5", created: 1, current: "B", stays: "A1-3 B3-" },
        { what: "a burst of automation", text: "A1 B3 C3 D3", created: 1, current: "D", stays: "A1-3 D3-" },
        { what: "a burst told out of order", text: "A1 D3 B3 C3", created: 1, current: "D", stays: "A1-3 D3-" },
        { what: "a burst that comes back", text: "A1 B3 A3", created: 1, current: "A", stays: "A1-" },
        { what: "back and forth", text: "A1 B3 A5", created: 1, current: "A", stays: "A1-3 B3-5 A5-" },
        { what: "no rows", text: "", created: 1, current: "A", stays: "A1-" },
        { what: "no rows, moved since", text: "", created: 1, current: "B", changed: 4, stays: "?1-4 B4-" },
        { what: "no rows and no dates", text: "", created: null, current: "A", stays: "" },
        { what: "a history that starts late", text: "B5", created: 1, current: "B", stays: "?1-5 B5-" },
        { what: "an unknown creation", text: "B5 C6", created: null, current: "C", stays: "B5-6 C6-" },
        { what: "rows older than the record", text: "A1 B5", created: 2, current: "B", stays: "A1-5 B5-" },
        { what: "a move without a row", text: "A1 B3", created: 1, current: "C", changed: 7, stays: "A1-3 B3-7 C7-" },
        { what: "a record that differs", text: "A1 B3", created: 1, current: "C", stays: "A1-3 B3-3 ?3-" },
        { what: "an older date of change", text: "A1 B3", created: 1, current: "C", changed: 2, stays: "A1-3 B3-3 ?3-" }
    ])("$what: $stays", ({ text, created, current, changed, stays }) => {
        const history: StageHistory = {
            rows: rows(text),
            createdAt: created === null ? null : created * day,
            currentStage: current,
            lastChangeAt: changed === undefined ? null : changed * day
        };

        expect(told(buildSojourns(history))).toBe(stays);
    });
    it("begin at creation when the first row follows within a minute", () => {
        const history = { createdAt: 0, currentStage: "A", lastChangeAt: null };

        expect(buildSojourns({ ...history, rows: [{ at: 60_000, stage: "A" }] })[0]?.stage).toBe("A");
        expect(buildSojourns({ ...history, rows: [{ at: 60_001, stage: "A" }] })[0]?.stage).toBeNull();
    });
    it("agree with a twin that asks moment by moment, on 3,000 small histories", () => {
        const random = randomOf(3, "sojourns");
        for (let round = 0; round < 3000; round += 1) {
            const history = randomHistory(random);
            const stays = lasting(buildSojourns(history));

            expect({ history, stays }).toEqual({ history, stays: staysByMoments(history) });
        }
    });
});

const moment = 40_000;
const horizon = 12;

function randomHistory(random: Random): StageHistory {
    const at = (): number => random.whole(0, horizon - 1) * moment;
    const stage = (): string => random.pick(["A", "B", "C"]);
    return {
        rows: Array.from({ length: random.whole(0, 6) }, () => ({ at: at(), stage: stage() })),
        createdAt: random.happens(0.8) ? at() : null,
        currentStage: stage(),
        lastChangeAt: random.happens(0.5) ? at() : null
    };
}

/** Without stays of no length, which no moment can see; what they parted is put together. */
function lasting(sojourns: readonly Sojourn[]): Sojourn[] {
    return sojourns
        .filter(({ from, to }) => to !== from)
        .filter(({ stage }, index, all) => index === 0 || stage !== all[index - 1]?.stage)
        .map((stay, index, all) => ({ ...stay, to: all[index + 1]?.from ?? null }));
}

/** Asks at each moment in which stage the record stood, then puts equal neighbours together. */
function staysByMoments(history: StageHistory): Sojourn[] {
    const stays: { stage: string | null; from: number; to: number | null }[] = [];
    for (let time = 0; time < horizon * moment; time += moment) {
        const stage = stageAt(history, time);
        const last = stays.at(-1);
        if (stage !== undefined && last?.stage !== stage) {
            if (last) last.to = time;
            stays.push({ stage, from: time, to: null });
        }
    }
    return stays;
}

/** Undefined: it was not there yet. Null: nobody knows. */
function stageAt({ rows: given, createdAt, currentStage, lastChangeAt }: StageHistory, time: number) {
    const times = given.map((row) => row.at);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    if (given.length === 0) {
        const start = createdAt ?? lastChangeAt;
        if (start === null || time < start) return undefined;
        return lastChangeAt !== null && lastChangeAt > start && time < lastChangeAt ? null : currentStage;
    }
    const settledAt = (at: number): string | undefined => {
        const burst = given.filter((row) => row.at === at).map((row) => row.stage);
        return at === last && burst.includes(currentStage) ? currentStage : burst.at(-1);
    };
    if (time < first) {
        if (createdAt === null || time < createdAt) return undefined;
        return first - createdAt <= 60_000 ? settledAt(first) : null;
    }
    if (time >= last && settledAt(last) !== currentStage) {
        if (lastChangeAt === null || lastChangeAt <= last) return null;
        if (time >= lastChangeAt) return currentStage;
    }
    return settledAt(Math.max(...times.filter((at) => at <= time)));
}
