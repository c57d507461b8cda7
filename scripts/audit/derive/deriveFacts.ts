import { contactRoleFacts, lineFacts, standardDecisionRoles } from "c/pwPolicy";
import type { ContactRole, Facts, Line, RuleException } from "c/pwPolicy";
import type { Gathered, RawContactRole, RawException, RawLine, RawOpportunity } from "../gathered.ts";
import type { StageKind } from "../result.ts";
import { keptFacts } from "../gathered.ts";
import { groupBy } from "../groupBy.ts";
import type { StagePlace, StagePlaces } from "./stagePlaces.ts";
import { processOf } from "./stagePlaces.ts";

/** What an org calls so: contact roles that decide, product families that need no price. */
export interface Choices {
    readonly decisionRoles: readonly string[];
    readonly exemptFamilies: readonly string[];
}

const standardChoices: Choices = { decisionRoles: standardDecisionRoles, exemptFamilies: [] };

/** An exception with why it was asked for. */
export type KnownException = RuleException & { readonly reason: string | null };

/** An opportunity as judging and the funnel see it. */
export interface DerivedOpportunity {
    readonly id: string;
    readonly name: string;
    readonly owner: string | null;
    readonly stage: string | null;
    readonly amount: string | null;
    /** Of its own, else the org's one currency; null: not known. */
    readonly currency: string | null;
    /** From the platform's own IsClosed and IsWon, so it is known whatever the stage. */
    readonly kind: StageKind;
    readonly createdDate: string | null;
    readonly closeDate: string | null;
    /** Undefined: the account can't be read. */
    readonly hasAccount: boolean | undefined;
    readonly facts: Facts;
    /** Those of this opportunity, in force or not. */
    readonly exceptions: readonly KnownException[];
    readonly process: StagePlaces;
    /** Its stage stands in no place of its process. */
    readonly isUnmapped: boolean;
}

/**
 * Facts from raw records alone, the same with or without our fields in the org. A fact stays absent where
 * its source could not be read; a stage without a place has a blank position. `currency`: that of an org with
 * one only, where it is known.
 */
export function deriveFacts(
    gathered: Pick<Gathered, "opportunities" | "contactRoles" | "lines" | "currency"> &
        Partial<Pick<Gathered, "exceptions">>,
    places: readonly StagePlaces[],
    currency: string | null = gathered.currency,
    { decisionRoles, exemptFamilies }: Choices = standardChoices
): DerivedOpportunity[] {
    const rolesOf = "value" in gathered.contactRoles ? rolesByOpportunity(gathered.contactRoles.value) : undefined;
    const linesOf = "value" in gathered.lines ? linesByOpportunity(gathered.lines.value) : undefined;
    const exceptionsOf = groupBy(exceptionsIn(gathered.exceptions), ({ opportunityId }) => opportunityId);
    return gathered.opportunities.map((raw) => {
        const process = processOf(places, raw);
        const place = placeOf(process, raw);
        return {
            id: raw.Id,
            name: raw.Name ?? raw.Id,
            owner: raw.Owner?.Name ?? null,
            stage: raw.StageName ?? null,
            amount: raw.Amount ?? null,
            currency: raw.CurrencyIsoCode ?? currency,
            kind: kindOf(raw),
            createdDate: raw.CreatedDate ?? null,
            closeDate: raw.CloseDate ?? null,
            hasAccount: raw.AccountId === undefined ? undefined : raw.AccountId !== null,
            facts: {
                ...factsOf(raw, place),
                ...recordTypeFact(raw, process),
                ...(rolesOf && contactRoleFacts(rolesOf(raw.Id), decisionRoles)),
                ...(linesOf && lineFacts(linesOf(raw.Id), exemptFamilies))
            },
            exceptions: exceptionsOf.get(raw.Id) ?? [],
            process,
            isUnmapped: place !== undefined && place.position === null
        };
    });
}

function exceptionsIn(exceptions: Gathered["exceptions"] = { value: null }): readonly RawException[] {
    return "value" in exceptions ? (exceptions.value ?? []) : [];
}

type Placed = Pick<StagePlace, "position"> & { readonly kind: StageKind | null };

/** Undefined: the stages could not be read, which is not the same as a stage without a place. */
function placeOf({ places }: StagePlaces, raw: RawOpportunity): Placed | undefined {
    if ("unreadable" in places || raw.StageName === undefined) {
        return undefined;
    }
    const stage = raw.StageName ?? "";
    return places.value.get(stage) ?? placeInAnyCase(places.value, stage) ?? { kind: null, position: null };
}

/** An API client may write a stage in another case, and the stamp knows it all the same. */
function placeInAnyCase(places: ReadonlyMap<string, StagePlace>, stage: string): StagePlace | undefined {
    return [...places.values()].find((place) => place.stage.toUpperCase() === stage.toUpperCase());
}

/** Facts that the opportunity's own row keeps. */
const ownFacts = [
    "StageName",
    "CloseDate",
    "Amount",
    "NextStep",
    "LeadSource",
    "HasOpportunityLineItem",
    ...keptFacts
] as const;

function factsOf(raw: RawOpportunity, place: Placed | undefined): Facts {
    const own = ownFacts.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]] as const]));
    return {
        ...Object.fromEntries(own),
        ...(place === undefined ? {} : { PW_Kind__c: place.kind, PW_Position__c: place.position })
    };
}

/** Blank where the opportunity, or the whole org, has no record type; absent where its name could not be read. */
function recordTypeFact(raw: RawOpportunity, { process }: StagePlaces): Facts {
    const id = raw.RecordTypeId ?? null;
    if (id === null) {
        return { PW_Record_Type__c: null };
    }
    return process.recordTypeId === id && process.developerName !== null
        ? { PW_Record_Type__c: process.developerName }
        : {};
}

function rolesByOpportunity(rows: readonly RawContactRole[]): (id: string) => readonly ContactRole[] {
    const groups = groupBy(rows, ({ OpportunityId }) => OpportunityId);
    return (id) =>
        (groups.get(id) ?? []).map((row) => ({
            contactId: row.ContactId,
            role: row.Role,
            isPrimary: row.IsPrimary ?? undefined
        }));
}

function kindOf(raw: RawOpportunity): StageKind {
    if (!raw.IsClosed) {
        return "open";
    }
    return raw.IsWon ? "won" : "lost";
}

function linesByOpportunity(rows: readonly RawLine[]): (id: string) => readonly Line[] {
    const groups = groupBy(rows, ({ OpportunityId }) => OpportunityId);
    return (id) =>
        (groups.get(id) ?? []).map((row) => ({
            quantity: row.Quantity,
            unitPrice: row.UnitPrice,
            totalPrice: row.TotalPrice,
            listPrice: row.ListPrice,
            family: row.Product2?.Family ?? null
        }));
}
