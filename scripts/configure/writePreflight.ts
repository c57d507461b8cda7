import { writeCount } from "../audit/report/numbers.ts";
import type { Section } from "../audit/report/section.ts";
import { lacksSlots, type Slots } from "./preflight/countSlots.ts";
import type { ConfigureWords } from "./words/configureWords.ts";

/** How much of what an org has only so many of is used, and what a deploy would add. */
export function writeSlots(slots: readonly Slots[], words: ConfigureWords): Section {
    const { what, used, added, limit } = words.slotColumns;
    const lacking = slots.filter(lacksSlots).map(({ kind }) => words.slotKinds[kind]);
    return {
        kind: "table",
        title: words.slots,
        columns: [
            { name: what, align: "left" },
            { name: used, align: "right" },
            { name: added, align: "right" },
            { name: limit, align: "right" }
        ],
        rows: slots.map((each) => [
            words.slotKinds[each.kind],
            writeCount(each.used),
            writeCount(each.added),
            `${each.isCertain ? "" : "~"}${writeCount(each.limit)}`
        ]),
        notes: [words.uncertain, ...(lacking.length === 0 ? [] : [words.lacking(lacking.join(", "))])]
    };
}

/** The commands that follow, for an org where flows arrive active and for production, where they don't. */
export function writeNextSteps(folder: string, words: ConfigureWords, parts: readonly string[]): Section {
    const deploy = (...dirs: readonly string[]): string =>
        `  sf project deploy start ${dirs.map((dir) => `--source-dir ${dir}`).join(" ")} --target-org …`;
    const inFolder = (names: readonly string[]): string[] =>
        names.filter((name) => parts.includes(name)).map((name) => `${folder}/${name}`);
    const later = parts.filter((name) => !firstPhase.includes(name));
    return {
        kind: "lines",
        title: words.next,
        lines: [
            words.sandboxSteps,
            deploy("force-app/main", folder),
            `  opportunity check --overlay-dir ${folder} --target-org …`,
            words.productionSteps,
            `  1. ${deploy("force-app/main", ...inFolder(firstPhase)).trim()}`,
            `  2. ${words.activate}`,
            `  3. opportunity check --overlay-dir ${folder} --phase 1 --target-org …`,
            `  4. ${deploy(...inFolder(later)).trim()}`,
            `  5. opportunity check --overlay-dir ${folder} --target-org …`
        ]
    };
}

/** What refuses no save; flows read the records, so these come with them. */
export const firstPhase: readonly string[] = ["customMetadata", "flows", "flowtests"];
