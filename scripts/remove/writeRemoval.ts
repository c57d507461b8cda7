import { writeCount } from "../audit/report/numbers.ts";
import type { LinesSection, Section, TableSection } from "../audit/report/section.ts";
import type { Removed } from "./applyRemoval.ts";
import { stages, type Component } from "./component.ts";
import type { Removal } from "./gatherRemoval.ts";
import type { RemovalRun } from "./removalRun.ts";
import type { RemoveWords } from "./words/removeWords.ts";

/** What would go, in which order; what goes along, stays, or stands in the way. */
export function writeRemovalPlan(removal: Removal, words: RemoveWords): Section[] {
    const { org, goesAlong, leftAlone } = removal;
    const count = distinct(removal.steps.flatMap(({ components }) => components)).length;
    const said = count === 0 ? words.nothing : words.toRemove(writeCount(count));
    const head = lines(words.title(org.name), [said]);
    const left = listed(words.leftAlone, leftAlone.map(named));
    if (count === 0) return [head, ...left];
    return [
        head,
        tableOf(removal, words),
        ...listed(words.goesAlong, goesAlong.map(named)),
        ...left,
        ...blockersOf(removal, words),
        lines(words.remains, remainsOf(removal, words))
    ];
}

function tableOf({ steps }: Removal, words: RemoveWords): TableSection {
    const rows = stages.flatMap((stage) => {
        const components = distinct(steps.filter((step) => step.stage === stage).flatMap((step) => step.components));
        const types = [...new Set(components.map(({ type }) => type))];
        return types.map((type) => {
            const count = components.filter((each) => each.type === type).length;
            return [words.stages[stage], type, writeCount(count)];
        });
    });
    const { stage, type, count } = words.columns;
    const columns = [
        { name: stage, align: "left" },
        { name: type, align: "left" },
        { name: count, align: "right" }
    ] as const;
    return { kind: "table", title: words.byStage, columns, rows, notes: [] };
}

function blockersOf({ blockers }: Removal, words: RemoveWords): Section[] {
    if ("unreadable" in blockers) return [lines(null, [words.blockersUntold(blockers.unreadable)])];
    if (blockers.value.length === 0) return [lines(null, [words.noBlockers])];
    return listed(
        words.blocked,
        blockers.value.map(({ type, name, uses }) => words.blocker(type, name, named(uses)))
    );
}

function remainsOf({ undeletable }: Removal, words: RemoveWords): string[] {
    const translations = undeletable.map(({ name }) => name).join(", ");
    return [
        ...(translations === "" ? [] : [words.translations(translations)]),
        words.recoverable,
        words.posts,
        words.pages
    ].map((line) => `• ${line}`);
}

/** What was done, and what the org refused; `remaining`: what of ours it still has. */
export function writeRemoved(
    removed: Removed,
    remaining: readonly Component[],
    run: RemovalRun,
    words: RemoveWords
): Section[] {
    const exported = removed.exported.map(({ object, rows, path }) =>
        words.exportedRows(object, writeCount(rows), path)
    );
    const done = distinct(run.steps.flatMap(({ components }) => components)).length;
    const stopped = removed.steps.find(({ outcome }) => outcome === "refused");
    const problems = (stopped?.failures ?? []).map(({ type, name, problem }) =>
        words.refusedBecause(`${type} ${name}`.trim(), problem)
    );
    const outcome =
        stopped === undefined
            ? [words.removed(writeCount(done - remaining.length)), ...(remaining.length === 0 ? [words.clean] : [])]
            : [words.stopped(words.stages[stopped.stage]), ...problems, words.goOn(run.run)];
    return [
        ...listed(words.exported, exported),
        lines(null, outcome),
        ...(stopped === undefined ? listed(words.stillThere, remaining.map(named)) : []),
        lines(null, [words.kept(run.path)])
    ];
}

function lines(title: string | null, said: readonly string[]): LinesSection {
    return { kind: "lines", title, lines: said };
}

function listed(title: string, said: readonly string[]): Section[] {
    return said.length === 0
        ? []
        : [
              lines(
                  title,
                  said.map((line) => `• ${line}`)
              )
          ];
}

function named({ type, name }: Component): string {
    return `${type} ${name}`;
}

/** A flow is stopped and then deleted, and a permission set taken away before: each counts once. */
function distinct(components: readonly Component[]): Component[] {
    return [...new Map(components.map((each) => [named(each), each])).values()];
}
