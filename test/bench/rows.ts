import type { TextTable } from "../../local-org/data/table.ts";
import { madeId } from "../../local-org/data/recordId.ts";

/** The columns of every bench: what an export of a pipeline asks, of each kind of field. */
export const columns = [
    "Id",
    "Name",
    "StageName",
    "CloseDate",
    "Amount",
    "NextStep",
    "AccountId",
    "CreatedDate"
] as const;

const stages = ["Prospecting", "Qualification", "Needs Analysis", "Closed Won", "Closed Lost"];
const accounts = 100;

export const idOf = (row: number): string => madeId("006", row + 1);

export const accountOf = (row: number): string => madeId("001", (row % accounts) + 1);

/** Rows that are the same on every run, made one after the other so that no list of them fills the memory. */
export function* opportunityRows(count: number): Generator<string[]> {
    for (let row = 0; row < count; row += 1) {
        yield [
            idOf(row),
            `Opportunity ${row}`,
            stages[row % stages.length] ?? "",
            `2026-${String((row % 12) + 1).padStart(2, "0")}-15`,
            String((row % 5000) * 10 + 0.5),
            row % 3 === 0 ? "" : `Call ${row % 50}`,
            accountOf(row),
            "2026-01-01T00:00:00.000Z"
        ];
    }
}

export function tablesOf(count: number): TextTable[] {
    const accountRows = Array.from({ length: accounts }, (_, row) => [accountOf(row), `Account ${row}`]);
    return [
        { object: "Account", columns: ["Id", "Name"], rows: accountRows },
        { object: "Opportunity", columns, rows: opportunityRows(count) }
    ];
}
