import type { Decimal } from "decimal.js";
import { deploy, problemsOf } from "../../../local-org/metadata/__tests__/deployed.ts";
import { savingOrg } from "../../../local-org/save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../../local-org/save/__tests__/savingOrg.ts";
import type { SaveOutcome } from "../../../local-org/save/saveRecords.ts";
import type { TransactionCounts } from "../../../local-org/save/transactionLog.ts";
import type { Piece } from "./pieces.ts";

/** An org for one case, and short ways to see what happened in it. It is noon UTC on 2026-06-30. */
export interface SaveWorld extends SavingOrg {
    /** Throws where the org refuses the piece. */
    deploy(piece: Piece): void;
    /** `NextStep = Call, Amount = 12.5`; a blank is `-`. */
    tell(id: string, ...fields: string[]): string;
    /** The subjects of all tasks in the order they were made; `-` for none. */
    notes(): string;
    /** The transactions since the pieces were deployed. */
    transactions(): readonly TransactionCounts[];
}

export const deal = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };

/** `saved`, or the status code and message of each refusal. */
export function outcome(outcomes: readonly SaveOutcome[]): string {
    return outcomes
        .map(({ success, errors }) =>
            success ? "saved" : errors.map(({ statusCode, message }) => `${statusCode}: ${message}`).join(" and ")
        )
        .join("; ");
}

export function saveWorld(options: { plays?: "production" | "sandbox" } = {}): SaveWorld {
    const held = savingOrg(options);
    const notes = (): string =>
        held
            .rows("Task")
            .map((row) => row["Subject"])
            .join(", ") || "-";
    return {
        ...held,
        notes,
        deploy: ({ says, members, files }) => {
            const problems = problemsOf(deploy(held, members, files));
            if (problems.length > 0) throw new Error(`${says} was refused: ${problems.join("; ")}`);
            held.org.transactions.clear();
        },
        tell: (id, ...fields) => {
            const values = held.read(id);
            return fields.map((field) => `${field} = ${shown(values[field] ?? null)}`).join(", ");
        },
        transactions: () => held.org.transactions.all()
    };
}

function shown(value: string | boolean | Decimal | null): string {
    return value === null ? "-" : String(value);
}
