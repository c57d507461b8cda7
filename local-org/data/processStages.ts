import { place } from "./loadError.ts";
import type { TextTable } from "./table.ts";

/** Where in which file each stage of a sales process is named, by process Id and then by the value of StageName. */
export type ProcessStages = Map<string, Map<string, string>>;

const columns = ["BusinessProcessId", "StageName"] as const;

/**
 * No object of the platform: there, only the Metadata API tells which stages a sales process offers. A load says it
 * in a table of this name, with a row for each stage of each process.
 */
export function isProcessStageTable({ object }: TextTable): boolean {
    return object.toLowerCase() === "businessprocessstage";
}

/** Adds what the table says; what is wrong with it is added to the problems. */
export function readProcessStages(table: TextTable, stages: ProcessStages, problems: string[]): void {
    const source = table.source ?? table.object;
    const names = table.columns.map((each) => each.toLowerCase());
    const [process, stage] = columns.map((column) => names.indexOf(column.toLowerCase()));
    if (process === undefined || stage === undefined || process < 0 || stage < 0 || names.length !== columns.length) {
        problems.push(`${place(source, 1)}: its columns are ${columns.join(" and ")}, and no others.`);
        return;
    }
    let row = 1;
    for (const cells of table.rows) {
        row += 1;
        const [id, name] = [cells[process]?.trim() ?? "", cells[stage] ?? ""];
        if (id === "" || name === "") {
            problems.push(`${place(source, row)}: neither column may be blank.`);
            continue;
        }
        const known = stages.get(id) ?? new Map<string, string>();
        stages.set(id, known.set(name, place(source, row)));
    }
}
