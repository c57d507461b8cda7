import type { Section } from "../audit/report/section.ts";
import { writeCount } from "../audit/report/numbers.ts";
import type { Plan } from "./gatherStamps.ts";
import { outcomes, type Settled } from "./runFolder.ts";
import { stampFields, type Change, type StampValue } from "./stamp.ts";
import type { ReconcileWords } from "./words/reconcileWords.ts";

/** How many of the refused are named. */
const namedRefusals = 10;

/** What was looked at, and by field how many stamps would change, with an example of each. */
export function writePlan({ org, opportunities, seesAll, changes }: Plan, words: ReconcileWords): Section[] {
    const lines = [
        words.looked(writeCount(opportunities)),
        ...(seesAll ? [] : [words.partial]),
        changes.length === 0 ? words.nothing : words.toChange(writeCount(changes.length))
    ];
    const head: Section = { kind: "lines", title: words.title(org.name), lines };
    return changes.length === 0 ? [head] : [head, tableOf(changes, words)];
}

/** What became of the changes; `written` says in words what going through means. */
export function writeOutcome(
    settled: readonly Settled[],
    changes: readonly Change[],
    words: ReconcileWords,
    written: (count: string) => string = words.outcomes.written
): Section {
    const says = { ...words.outcomes, written };
    const counts = outcomes.flatMap((outcome) => {
        const count = settled.filter((each) => each.outcome === outcome).length;
        return count === 0 && outcome !== "written" ? [] : [says[outcome](writeCount(count))];
    });
    const names = new Map(changes.map(({ id, name }) => [id, name]));
    const refused = settled.filter(({ outcome }) => outcome === "refused");
    const named = refused
        .slice(0, namedRefusals)
        .map(({ id, reason }) => words.refusedBecause(names.get(id) ?? id, reason ?? ""));
    const more = refused.length > namedRefusals ? [words.more(writeCount(refused.length - namedRefusals))] : [];
    return { kind: "lines", title: null, lines: [...counts, ...named, ...more] };
}

function tableOf(changes: readonly Change[], words: ReconcileWords): Section {
    const rows = stampFields.flatMap((field) => {
        const those = changes.filter(({ after }) => after[field] !== undefined);
        const [sample] = those;
        if (sample === undefined) return [];
        const change = `${say(sample.before[field], words)} → ${say(sample.after[field], words)}`;
        return [[words.fields[field], writeCount(those.length), sample.name, change]];
    });
    const { field, count, sample, change } = words.columns;
    const columns = [
        { name: field, align: "left" },
        { name: count, align: "right" },
        { name: sample, align: "left" },
        { name: change, align: "left" }
    ] as const;
    return { kind: "table", title: words.byField, columns, rows, notes: [] };
}

function say(value: StampValue | undefined, words: ReconcileWords): string {
    if (typeof value === "boolean") return value ? words.yes : words.no;
    return value ?? words.blank;
}
