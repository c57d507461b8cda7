import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";
import type { Artifact, RawContactRole, RawHistoryRow, RawOpportunity } from "../gathered.ts";
import { contactRoleSchema, historyRowSchema, opportunitySchema } from "../gathered.ts";
import type { DescribedOpportunity } from "./gatherObjects.ts";
import type { OrgReader } from "./orgReader.ts";
import { attempt } from "./refusal.ts";

/** Fields that every org has; where describe lacks one, the running user may not read it. */
export const standardFields = [
    "Name",
    "StageName",
    "CloseDate",
    "CreatedDate",
    "Amount",
    "HasOpportunityLineItem",
    "AccountId"
] as const;

/** Fields that an org may rightly lack: no record types, one currency, an old API. */
const optionalFields = ["RecordTypeId", "CurrencyIsoCode", "LastStageChangeDate"] as const;

/** Open opportunities, and closed ones from the given close date on; null: open ones only. */
export async function gatherOpportunities(
    reader: OrgReader,
    described: DescribedOpportunity,
    closedSince: string | null
): Promise<RawOpportunity[]> {
    const fields = [...standardFields, ...optionalFields].filter((field) => described.fields.has(field));
    const owner = described.fields.has("OwnerId") ? ["Owner.Name"] : [];
    const columns = ["Id", ...fields, "IsClosed", "IsWon", ...owner].join(", ");
    const rows = await attempt(async () =>
        z
            .array(opportunitySchema)
            .parse(
                await reader.query(`SELECT ${columns} FROM Opportunity WHERE ${inScope(closedSince, "")} ORDER BY Id`)
            )
    );
    if ("unreadable" in rows) {
        throw new CannotStart(`The opportunities could not be read (${rows.unreadable}).`);
    }
    return rows.value;
}

export function gatherContactRoles(
    reader: OrgReader,
    described: Artifact<ReadonlySet<string>>,
    closedSince: string | null
): Promise<Artifact<RawContactRole[]>> {
    if ("unreadable" in described) {
        return Promise.resolve(described);
    }
    const missing = ["OpportunityId", "ContactId", "Role"].filter((field) => !described.value.has(field));
    if (missing.length > 0) {
        return Promise.resolve({ unreadable: `this user may not read ${missing.join(", ")}` });
    }
    const scope = inScope(closedSince, "Opportunity.");
    const soql = `SELECT OpportunityId, ContactId, Role FROM OpportunityContactRole WHERE ${scope}`;
    return attempt(async () => z.array(contactRoleSchema).parse(await reader.query(soql)));
}

/** Every stage change of these opportunities, from their beginning, in the order in which the org wrote it. */
export function gatherHistory(reader: OrgReader, closedSince: string | null): Promise<Artifact<RawHistoryRow[]>> {
    const scope = inScope(closedSince, "Opportunity.");
    const soql = `SELECT OpportunityId, StageName, CreatedDate FROM OpportunityHistory WHERE ${scope} ORDER BY Id`;
    return attempt(async () => z.array(historyRowSchema).parse(await reader.query(soql)));
}

function inScope(closedSince: string | null, path: "" | "Opportunity."): string {
    const isOpen = `${path}IsClosed = false`;
    return closedSince === null ? isOpen : `(${isOpen} OR ${path}CloseDate >= ${closedSince})`;
}
