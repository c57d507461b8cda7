import { figure } from "./page.ts";
import type { PageSection } from "./page.ts";

/** What a suite lost against the committed page. */
export interface Loss {
    readonly id: string;
    readonly problem: string;
}

/** Compares a section with the one that is committed; undefined is one that is not there. */
export function lossesOf(id: string, before: PageSection | undefined, now: PageSection | undefined): Loss[] {
    const loss = (problem: string): Loss => ({ id, problem });
    if (now === undefined) return [loss("the suite has vanished")];
    if (before === undefined) return [loss("the page does not show it; run npm run conformance and commit the page")];
    const losses = [
        ...(now.passed < before.passed ? [loss(`${figure(now.passed)} cases pass, ${figure(before.passed)} did`)] : []),
        ...now.misses.filter((miss) => !before.misses.includes(miss)).map((miss) => loss(`no longer passes: ${miss}`))
    ];
    const isAsWritten = before.text === now.text && before.passed === now.passed && before.total === now.total;
    if (losses.length > 0 || (isAsWritten && before.refused === now.refused)) return losses;
    return [loss(`the page says otherwise: ${firstDifference(before.text, now.text)}`)];
}

function firstDifference(before: string, now: string): string {
    const [old = [], fresh = []] = [before, now].map((text) => text.split("\n").filter((line) => line !== ""));
    const place = fresh.findIndex((line, index) => line !== old[index]);
    if (place < 0) return "it has more lines, or other figures in its table";
    return `"${old[place] ?? ""}" should be "${fresh[place] ?? ""}"`;
}
