import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";
import type { Artifact, mappableFacts, RawContactRole, RawHistoryRow, RawLine, RawOpportunity } from "../gathered.ts";
import { contactRoleSchema, historyRowSchema, keptFacts, lineSchema, opportunitySchema } from "../gathered.ts";
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
    "AccountId",
    "NextStep",
    "LeadSource"
] as const;

/** Fields that an org may rightly lack: no record types, one currency, an old API. */
const optionalFields = ["RecordTypeId", "CurrencyIsoCode", "LastStageChangeDate"] as const;

/** Fields of the org's own that keep a fact in place of ours. */
export type FieldsOfOrg = Readonly<Partial<Record<(typeof mappableFacts)[number], string | undefined>>>;

/**
 * Open opportunities, and closed ones from the given close date on; null: open ones only. `ownFields`: those that rule
 * records name, by fact; they go before `fieldsOfOrg`, for the gate reads them. Where one of them is not there the
 * fact is absent; where one of `fieldsOfOrg` is not, this throws `CannotStart`.
 */
export async function gatherOpportunities(
    reader: OrgReader,
    described: DescribedOpportunity,
    closedSince: string | null,
    fieldsOfOrg: FieldsOfOrg,
    ownFields: Readonly<Record<string, string>> = {}
): Promise<RawOpportunity[]> {
    const fields = [...standardFields, ...optionalFields].filter((field) => described.fields.has(field));
    const owner = described.fields.has("OwnerId") ? ["Owner.Name"] : [];
    const mapped = mappedFields(described, fieldsOfOrg, ownFields);
    const columns = ["Id", ...fields, ...mapped.map(([, field]) => field), "IsClosed", "IsWon", ...owner].join(", ");
    const rows = await attempt(async () => {
        const soql = `SELECT ${columns} FROM Opportunity WHERE ${inScope(closedSince, "")} ORDER BY Id`;
        const asked = await reader.query(soql);
        return z.array(opportunitySchema).parse(asked.map((row) => withFacts(row, mapped)));
    });
    if ("unreadable" in rows) {
        throw new CannotStart(`The opportunities could not be read (${rows.unreadable}).`);
    }
    return rows.value;
}

type MappedField = readonly [fact: string, field: string];

/** The facts that the org keeps, each with its field there. */
function mappedFields(
    described: DescribedOpportunity,
    fieldsOfOrg: FieldsOfOrg,
    ownFields: Readonly<Record<string, string>>
): MappedField[] {
    const namedFields: Readonly<Record<string, string | undefined>> = fieldsOfOrg;
    return keptFacts.flatMap((fact) => {
        const named = namedFields[fact];
        if (named !== undefined && !described.fields.has(named)) {
            throw new CannotStart(
                `The config file names Opportunity.${named} for ${fact}, and this user sees no such field: correct its name, or ask for access to it.`
            );
        }
        const field = ownFields[fact] ?? named ?? fact;
        return described.fields.has(field) ? [[fact, field] as const] : [];
    });
}

function withFacts(row: unknown, mapped: readonly MappedField[]): unknown {
    const values = z.record(z.string(), z.unknown()).parse(row);
    return { ...values, ...Object.fromEntries(mapped.map(([fact, field]) => [fact, values[field]])) };
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
    const primary = described.value.has("IsPrimary") ? ", IsPrimary" : "";
    const soql = `SELECT OpportunityId, ContactId, Role${primary} FROM OpportunityContactRole WHERE ${scope}`;
    return attempt(async () => z.array(contactRoleSchema).parse(await reader.query(soql)));
}

export function gatherLines(reader: OrgReader, closedSince: string | null): Promise<Artifact<RawLine[]>> {
    const scope = inScope(closedSince, "Opportunity.");
    const fields = "OpportunityId, Quantity, UnitPrice, TotalPrice, ListPrice, Product2.Family";
    const soql = `SELECT ${fields} FROM OpportunityLineItem WHERE ${scope}`;
    return attempt(async () => z.array(lineSchema).parse(await reader.query(soql)));
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
