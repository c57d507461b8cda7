import type { Facts } from "c/pwPolicy";
import type { Gathered, RawOpportunity } from "../gathered.ts";
import type { StageKind } from "../result.ts";
import { countContactRoles } from "./countContactRoles.ts";
import type { StagePlace, StagePlaces } from "./stagePlaces.ts";
import { processOf } from "./stagePlaces.ts";

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
    gathered: Gathered,
    places: readonly StagePlaces[],
    currency: string | null = gathered.currency
): DerivedOpportunity[] {
    const contactRoles = "value" in gathered.contactRoles ? countContactRoles(gathered.contactRoles.value) : undefined;
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
            facts: factsOf(raw, place, contactRoles),
            process,
            isUnmapped: place !== undefined && place.position === null
        };
    });
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

function factsOf(
    raw: RawOpportunity,
    place: Placed | undefined,
    roles: ReadonlyMap<string, number> | undefined
): Facts {
    return {
        ...(raw.StageName === undefined ? {} : { StageName: raw.StageName }),
        ...(raw.CloseDate === undefined ? {} : { CloseDate: raw.CloseDate }),
        ...(raw.HasOpportunityLineItem === undefined ? {} : { HasOpportunityLineItem: raw.HasOpportunityLineItem }),
        ...(place === undefined ? {} : { PW_Kind__c: place.kind, PW_Position__c: place.position }),
        ...(roles === undefined ? {} : { PW_Contact_Roles__c: String(roles.get(raw.Id) ?? 0) })
    };
}

function kindOf(raw: RawOpportunity): StageKind {
    if (!raw.IsClosed) {
        return "open";
    }
    return raw.IsWon ? "won" : "lost";
}
