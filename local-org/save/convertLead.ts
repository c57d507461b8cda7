import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { saveInAttempts } from "./attempts.ts";
import { inTransaction } from "./inTransaction.ts";
import { endOfQuarter, mappedValues } from "./leadConversion.ts";
import type { LeadConversionSettings, LeadToConvert } from "./leadConversion.ts";
import type { OpenTransaction } from "./openTransaction.ts";
import type { SaveError } from "./saveRecords.ts";
import { LimitExceeded } from "./transaction.ts";

export interface ConvertedLead {
    readonly leadId: string;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
    readonly success: boolean;
    readonly errors: readonly SaveError[];
}

interface Conversion {
    readonly org: Org;
    readonly user: RunningUser;
    readonly settings: LeadConversionSettings;
    readonly transaction: OpenTransaction;
    readonly given: LeadToConvert;
    readonly lead: RecordValues;
}

/** Nothing of the conversion is kept. */
class Refused extends Error {
    readonly errors: readonly SaveError[];

    constructor(errors: readonly SaveError[]) {
        super(errors[0]?.message);
        this.errors = errors;
    }
}

/** The status that ends a conversion; leads have no others of that kind here. */
const convertedStatus = "Closed - Converted";

/**
 * Converts one lead, as the user, in a transaction of its own: into an account, a contact and, unless told otherwise,
 * an opportunity with that contact as its primary role. All of it is kept, or nothing.
 */
export function convertLead(
    org: Org,
    user: RunningUser,
    settings: LeadConversionSettings,
    given: LeadToConvert
): ConvertedLead {
    const none = { leadId: given.leadId, accountId: null, contactId: null, opportunityId: null, success: false };
    try {
        return inTransaction(org, user, "convert Lead", (transaction) => {
            const lead = leadToConvert(org, user, given);
            return convert({ org, user, settings, transaction, given, lead });
        });
    } catch (error) {
        if (error instanceof Refused) return { ...none, errors: error.errors };
        if (!(error instanceof LimitExceeded)) throw error;
        return { ...none, errors: [{ statusCode: "LIMIT_EXCEEDED", message: error.message, fields: [] }] };
    }
}

function leadToConvert(org: Org, user: RunningUser, given: LeadToConvert): RecordValues {
    const mayAll = ["Account", "Contact", "Opportunity"].every((name) => user.canCreateObject(name));
    if (!user.canEditObject("Lead") || !mayAll)
        throw refused("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    const lead = rowOf(org, "Lead", given.leadId);
    if (lead === undefined) throw refused("INVALID_CROSS_REFERENCE_KEY", `invalid lead id: ${given.leadId}`);
    if (lead["IsConverted"] === true)
        throw refused("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", ["leadId"]);
    if (given.convertedStatus !== convertedStatus)
        throw refused("INVALID_STATUS", `invalid convertedStatus: ${given.convertedStatus}`, ["convertedStatus"]);
    if (given.contactId !== null && given.accountId === null)
        throw refused("REQUIRED_FIELD_MISSING", "a contactId needs its accountId", ["accountId"]);
    return lead;
}

function convert(conversion: Conversion): ConvertedLead {
    const { org, user, given, lead } = conversion;
    const accountId = given.accountId === null ? made(conversion, "Account", {}) : filled(conversion, "Account");
    const contactId =
        given.contactId === null
            ? made(conversion, "Contact", { AccountId: accountId })
            : filled(conversion, "Contact");
    const opportunityId = given.doNotCreateOpportunity ? null : makeOpportunity(conversion, accountId, contactId);
    const [id, now] = [String(lead["Id"]), org.clock.now()];
    org.store.update(objectNamed(org, "Lead"), id, {
        ...{ IsConverted: true, ConvertedDate: org.clock.today(), Status: convertedStatus },
        ...{ ConvertedAccountId: accountId, ConvertedContactId: contactId, ConvertedOpportunityId: opportunityId },
        ...{ LastModifiedDate: now, LastModifiedById: user.id, SystemModstamp: now }
    });
    return { leadId: id, accountId, contactId, opportunityId, success: true, errors: [] };
}

function made(conversion: Conversion, name: "Account" | "Contact", more: RecordValues): string {
    const { org, lead } = conversion;
    const values = { ...mappedValues(objectNamed(org, name), name, lead), OwnerId: ownerOf(conversion), ...more };
    return save(conversion, "insert", name, values);
}

/** Of a record that is there already only blank fields are filled. */
function filled(conversion: Conversion, name: "Account" | "Contact"): string {
    const { org, given, lead } = conversion;
    const id = (name === "Account" ? given.accountId : given.contactId) ?? "";
    const row = rowOf(org, name, id);
    const belongs = name === "Account" || row?.["AccountId"] === to18(given.accountId ?? "");
    if (row === undefined || !belongs)
        throw refused("INVALID_CROSS_REFERENCE_KEY", `invalid ${name.toLowerCase()} id: ${id}`);
    const mapped = Object.entries(mappedValues(objectNamed(org, name), name, lead));
    const isTaken = (field: string): boolean => field === "LeadSource" && given.overwriteLeadSource;
    const values = Object.fromEntries(mapped.filter(([field]) => (row[field] ?? null) === null || isTaken(field)));
    if (Object.keys(values).length > 0) save(conversion, "update", name, { Id: to18(id), ...values });
    return to18(id);
}

function makeOpportunity(conversion: Conversion, AccountId: string, ContactId: string): string {
    const { org, given, lead } = conversion;
    return save(conversion, "insert", "Opportunity", {
        Name: given.opportunityName ?? lead["Company"] ?? null,
        StageName: firstOpenStage(org),
        CloseDate: endOfQuarter(org.clock.today()),
        LeadSource: lead["LeadSource"] ?? null,
        OwnerId: ownerOf(conversion),
        AccountId,
        // The platform makes the primary contact role of it.
        ContactId
    });
}

function firstOpenStage(org: Org): string {
    const open = org.store
        .readMany(objectNamed(org, "OpportunityStage"))
        .filter((stage) => stage["IsActive"] === true && stage["IsClosed"] !== true)
        .sort((one, other) => Number(one["SortOrder"]) - Number(other["SortOrder"]));
    const [first] = open;
    if (first === undefined) throw refused("REQUIRED_FIELD_MISSING", "the org has no open stage", ["StageName"]);
    return String(first["ApiName"]);
}

function save(conversion: Conversion, operation: "insert" | "update", name: string, values: RecordValues): string {
    const { org, user, transaction, settings } = conversion;
    const passesBy = { rules: !settings.requiresValidation, flows: !settings.runsFlows };
    const setting = { org, object: objectNamed(org, name), user, transaction, isAutomated: true, passesBy };
    const [outcome] = saveInAttempts(setting, { operation, records: [values], allOrNone: true });
    if (outcome?.success !== true) throw new Refused(outcome?.errors ?? []);
    return outcome.id ?? "";
}

function ownerOf({ org, given, lead }: Conversion): string {
    const id = given.ownerId ?? String(lead["OwnerId"]);
    const owner = rowOf(org, "User", id);
    if (owner?.["IsActive"] !== true) throw refused("INVALID_CROSS_REFERENCE_KEY", `invalid owner id: ${id}`);
    return to18(id);
}

function rowOf(org: Org, name: string, id: string): RecordValues | undefined {
    return isRecordId(id) ? org.store.read(objectNamed(org, name), to18(id)) : undefined;
}

function objectNamed({ schema }: Org, name: string): ObjectSchema {
    const object = schema.object(name);
    if (object === undefined) throw new Error(`This org has no object ${name}.`);
    return object;
}

const refused = (statusCode: string, message: string, fields: readonly string[] = []): Refused =>
    new Refused([{ statusCode, message, fields }]);
