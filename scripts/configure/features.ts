import type { Level } from "c/pwPolicy";
import type { RawStage } from "../audit/gathered.ts";
import type { StageChoice } from "./stageChoice.ts";

/** What an org has, as far as an overlay depends on it. */
export interface OrgFeatures {
    readonly org: { readonly id: string; readonly name: string };
    /** All of the org, active or not. */
    readonly stages: readonly RawStage[];
    /** The active ones of Opportunity. */
    readonly recordTypes: readonly OfferedStages[];
    readonly hasRecordTypes: boolean;
    readonly hasCurrencies: boolean;
    readonly hasChatter: boolean;
    /** Active values; null: could not be read. */
    readonly contactRoles: readonly string[] | null;
    readonly families: readonly string[] | null;
    /** Those it translates into, as Salesforce names them ("zh_TW"). */
    readonly languages: readonly string[];
    /** Of Opportunity, by name. */
    readonly fields: ReadonlyMap<string, DescribedField>;
    /** By developer name of the rule record, and field; numbers are decimal text. */
    readonly ruleSettings: ReadonlyMap<string, Readonly<Record<string, string | null>>>;
    /** As the org's rule records say, by the rule's id; misspelt ones are left out. */
    readonly levels: ReadonlyMap<string, Level>;
    /** By stage, what its record for every record type says to reps. */
    readonly guides: ReadonlyMap<string, StageChoice>;
}

export interface OfferedStages {
    readonly developerName: string;
    readonly name: string;
    /** API names, in any order. */
    readonly stages: readonly string[];
}

export interface DescribedField {
    /** As describe names it: "string", "picklist", "double" … */
    readonly type: string;
    readonly label: string;
    readonly help: string | null;
    readonly isRollUp: boolean;
}
