import type { RecordValues } from "../../data/value.ts";
import { unrefused } from "../pendingRecord.ts";
import type { SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** A person's Name is first and last name in one. */
export function personBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return { afterFlows: () => unrefused(batch).forEach(({ values }) => nameInFull(values)) };
}

export function userBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return {
        beforeFlows: () => {
            for (const { values, prior, given } of unrefused(batch)) {
                if (prior !== null) continue;
                if (!given.has("IsActive")) values["IsActive"] = true;
                values["CommunityNickname"] ??= String(values["Username"] ?? "").slice(0, 40) || null;
                values["UserType"] ??= "Standard";
            }
        },
        ...personBehaviour(batch)
    };
}

function nameInFull(values: RecordValues): void {
    const parts = [values["FirstName"], values["LastName"]].filter((part) => typeof part === "string");
    values["Name"] = parts.join(" ") || null;
}
