import type { Artifact, RawStage, RuleRecord, StageRecord } from "../audit/gathered.ts";
import type { Finding } from "./finding.ts";

/** What was asked of the org about the set-up there, not judged yet. */
export interface SetUp {
    readonly url: string;
    /** "YYYY-MM-DD" in the running user's time zone, or the day of an org with a clock of its own. */
    readonly today: string;
    readonly org: Artifact<{ readonly id: string; readonly name: string; readonly isSandbox: boolean }>;
    readonly user: Artifact<{ readonly id: string; readonly name: string; readonly username: string }>;
    /** By name; null: there is no such object, or this user may not see it. */
    readonly objects: ReadonlyMap<string, Artifact<DescribedObject | null>>;
    readonly flows: Artifact<readonly OrgFlow[]>;
    /** Those on Opportunity. */
    readonly validationRules: Artifact<readonly OrgValidationRule[]>;
    readonly stages: Artifact<readonly RawStage[]>;
    /** Null: the type is not deployed, or this user may not see it. */
    readonly stageRecords: Artifact<readonly StageRecord[] | null>;
    readonly ruleRecords: Artifact<readonly RuleRecord[] | null>;
    readonly ruleDetails: Artifact<readonly RuleDetail[] | null>;
    /** Active users' assignments of our permission sets. */
    readonly assignments: Artifact<readonly { readonly user: string; readonly permissionSet: string }[]>;
    /** Names of the active users who hold the bypass. */
    readonly bypassHolders: Artifact<readonly string[]>;
    /** Where the kill switch is on. */
    readonly switchedOff: Artifact<readonly { readonly isForOrg: boolean }[]>;
    /** Of workflow rules on Opportunity. */
    readonly fieldUpdates: Artifact<readonly { readonly name: string; readonly field: string }[]>;
    /** "Require Validation for Converted Leads". */
    readonly conversionIsChecked: Artifact<boolean>;
    readonly alerts: Artifact<{ readonly typeIsThere: boolean; readonly areOff: boolean }>;
}

export interface OrgFlow {
    readonly name: string;
    readonly isActive: boolean;
    /** False where an older version runs, or none. */
    readonly runsLatest: boolean;
}

export interface DescribedObject {
    readonly fields: ReadonlySet<string>;
    /** Active values, by the field that offers them. */
    readonly picklists: ReadonlyMap<string, readonly string[]>;
    /** Developer names; empty where there are none but the master. */
    readonly recordTypes: readonly string[];
}

export interface OrgValidationRule {
    readonly name: string;
    readonly isActive: boolean;
    /** Where the error is shown; null: at the top of the page. */
    readonly displayField: string | null;
}

export interface RuleDetail {
    readonly developerName: string;
    readonly label: string;
    /** "YYYY-MM-DD". */
    readonly createdFrom: string | null;
}

/** What an org has once the package is whole there. */
export interface PackageContents {
    readonly flows: readonly string[];
    /** Those on Opportunity. */
    readonly validationRules: readonly string[];
    /** Developer names of those of PW_Rule__mdt: the rules that were chosen. */
    readonly ruleRecords: readonly string[];
    /** The files of those validation rules, by name. */
    readonly formulas: ReadonlyMap<string, string>;
    /** Our fields by object, ours and Salesforce's. */
    readonly fields: ReadonlyMap<string, readonly string[]>;
}

export type Check = (setUp: SetUp, contents: PackageContents) => readonly Finding[];
