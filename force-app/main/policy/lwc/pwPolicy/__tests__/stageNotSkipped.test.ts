import { describe, expect, it } from "@jest/globals";
import { adviceSettings, type HistoryFacts, type Sojourn } from "c/pwPolicy";
import { randomOf } from "../../../../../../local-org/sample/random.ts";
import { stageNotSkipped } from "../rules/stageNotSkipped.ts";
import { lost, stagesOf, testAdvice, won, type AdviceRow } from "./testAdvice.ts";

const process = stagesOf(["A", "B", "C", "D", won, lost]);
const names: Readonly<Record<string, string>> = { W: "Closed Won", L: "Closed Lost" };

/** "A C W": the stages in their order; W and L are the closed ones, "?" a time nobody knows, X no stage of the process. */
function way(text: string): HistoryFacts {
    const stages = text.split(" ").map((letter) => (letter === "?" ? null : (names[letter] ?? letter)));
    const sojourns: Sojourn[] = stages.map((stage, index) => ({
        stage,
        from: index,
        to: index === stages.length - 1 ? null : index + 1
    }));
    return { asOf: stages.length, stage: stages.at(-1) ?? undefined, process, sojourns, usual: undefined };
}

const met = (text: string, why: string): AdviceRow<HistoryFacts> => ({
    it: `${text} (${why})`,
    facts: way(text),
    verdict: "met"
});
const skips = (text: string, skipped: string, why: string): AdviceRow<HistoryFacts> => ({
    it: `${text} (${why})`,
    facts: way(text),
    verdict: "unmet",
    findings: [["skipped", { skipped: skipped.split(" ") }]]
});
const unknown = (text: string, code: string, why: string): AdviceRow<HistoryFacts> => ({
    it: `${text} (${why})`,
    facts: way(text),
    verdict: "unknown",
    findings: [[code]]
});

testAdvice(stageNotSkipped, [
    met("A", "created"),
    met("A B C D W", "every stage"),
    met("C", "created late is entry"),
    met("C D W", "created late, then in order"),
    met("W", "created as won"),
    skips("A C", "B", "one jumped over"),
    skips("A D", "B C", "two jumped over"),
    skips("B W", "C D", "won from an early stage"),
    met("A D A B C D", "jumped, then made up for"),
    met("A D B", "jumped, then gone back below the gap"),
    skips("A D B D", "C", "gone back and jumped again"),
    met("D A B", "backwards, then in order"),
    met("A B L C", "reopened is entry"),
    skips("A B L A D", "C", "visited in the first life counts"),
    skips("A L A C", "B", "reopened, then jumped"),
    skips("A L W", "B C D", "lost, then won directly, is no detour"),
    met("A B C D L W", "lost at the end, then won"),
    met("L W", "never open"),
    { it: "A D L (lost is not judged)", facts: way("A D L"), verdict: "notApplicable" },
    unknown("? C", "unlistedPast", "the way before is not known"),
    met("? A", "nothing lies before"),
    unknown("A X D", "unlistedPast", "a stage of no place may have been the missing one"),
    met("A X B", "nothing is missing around it"),
    skips("A X L B D", "C", "a stage of no place in an earlier life"),
    unknown("A X", "unlistedStage", "the current stage has no place"),
    { ...unknown("A C", "unreadable", "process unreadable"), facts: { ...way("A C"), process: undefined } },
    { ...unknown("A C", "unreadable", "history unreadable"), facts: { ...way("A C"), sojourns: undefined } },
    { ...unknown("A C", "unreadable", "stage unreadable"), facts: { ...way("A C"), stage: undefined } },
    { ...unknown("A C", "unreadable", "no stay at all"), facts: { ...way("A C"), sojourns: [] } },
    {
        it: "A C in a process without B",
        facts: { ...way("A C"), process: process.filter(({ stage }) => stage !== "B") },
        verdict: "met"
    }
]);

describe("skips", () => {
    it("are those that a twin finds step by step, on 3,000 small histories", () => {
        const random = randomOf(3, "skips");
        const settings = adviceSettings(stageNotSkipped);
        for (let round = 0; round < 3000; round += 1) {
            const letters = Array.from({ length: random.whole(1, 7) }, () => random.pick([..."AABBCCDDWL?X"]));
            const text = letters.filter((letter, index) => letter !== letters[index - 1]).join(" ");
            const { verdict, findings } = stageNotSkipped.judge(way(text), settings);

            expect({ text, verdict, skipped: findings[0]?.args.skipped ?? [] }).toEqual({
                text,
                ...stepByStep(text)
            });
        }
    });
});

/** Walks through the letters, remembering where the record was last entered and what it has seen. */
function stepByStep(text: string): { verdict: string; skipped: string[] } {
    const letters = text.split(" ");
    const last = letters.at(-1) ?? "";
    if (last === "L" || last === "X" || last === "?") {
        return { verdict: last === "L" ? "notApplicable" : "unknown", skipped: [] };
    }
    const order = "ABCDW";
    let [start, isDark, previous] = [99, false, ""];
    for (const letter of letters) {
        const isClosed = letter === "W" || letter === "L";
        const isEntry = !isClosed && (previous === "" || previous === "W" || previous === "L");
        if (isEntry) {
            start = order.indexOf(letter);
            isDark = false;
        }
        isDark ||= letter === "?" || letter === "X";
        previous = letter;
    }
    const skipped = [..."ABCD"].filter(
        (stage) =>
            order.indexOf(stage) > start && order.indexOf(stage) < order.indexOf(last) && !letters.includes(stage)
    );
    return { verdict: skipped.length === 0 ? "met" : isDark ? "unknown" : "unmet", skipped };
}
