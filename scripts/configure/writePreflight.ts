import { writeCount } from "../audit/report/numbers.ts";
import { shownTarget } from "../terminal/shownTarget.ts";
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

export interface NextSteps {
    readonly folder: string;
    readonly target: string;
    /** Folders of the overlay. */
    readonly parts: readonly string[];
}

/** The commands that follow, for an org where flows arrive active and for production, where they don't. */
export function writeNextSteps({ folder, target, parts }: NextSteps, words: ConfigureWords): Section {
    const org = `--target-org ${shownTarget(target)}`;
    const deploy = (...dirs: readonly string[]): string =>
        `  npx sf project deploy start ${dirs.map((dir) => `--source-dir ${dir}`).join(" ")} ${org}`;
    const check = `npm run -s check -- --overlay-dir ${folder}`;
    const inFolder = (names: readonly string[]): string[] =>
        names.filter((name) => parts.includes(name)).map((name) => `${folder}/${name}`);
    const later = parts.filter((name) => !firstPhase.includes(name));
    return {
        kind: "lines",
        title: words.next,
        lines: [
            words.sandboxSteps,
            deploy("force-app/main", folder),
            `  npx sf org assign permset --name PW_Admin ${org}`,
            `  ${check} ${org}`,
            words.productionSteps,
            `  1. ${deploy("force-app/main", ...inFolder(firstPhase)).trim()}`,
            `  2. ${words.activate}`,
            `  3. ${check} --phase 1 ${org}`,
            `  4. ${deploy(...inFolder(later)).trim()}`,
            `  5. ${check} ${org}`
        ]
    };
}

/** What refuses no save; flows read the records, so these come with them. */
export const firstPhase: readonly string[] = ["customMetadata", "flows", "flowtests"];
