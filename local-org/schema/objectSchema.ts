import type { NullMode } from "../formula/formula.ts";

/** The types of describe that this org keeps. Numbers are int, double, currency and percent. */
export type FieldType =
    | "id"
    | "reference"
    | "string"
    | "textarea"
    | "boolean"
    | "int"
    | "double"
    | "currency"
    | "percent"
    | "date"
    | "datetime"
    | "picklist"
    | "multipicklist"
    | "email"
    | "phone"
    | "url"
    | "combobox";

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
    readonly isDefault: boolean;
}

export interface Reference {
    readonly to: readonly string[];
    /** Child to parent: `Account` for AccountId. Null where none is documented. */
    readonly relationshipName: string | null;
    /** Parent to child: `OpportunityLineItems`. */
    readonly childRelationshipName: string | null;
    readonly cascadeDelete: boolean;
    /** The parent can't be deleted while a record refers to it. */
    readonly restrictedDelete: boolean;
}

/**
 * Where the value of a field comes from that is not stored but computed for every reading: a formula in the org's
 * language, or a scalar SQL query over the row's Id (`:id`) and the day (`:today`).
 */
export type Computation =
    | { readonly kind: "formula"; readonly text: string; readonly treatBlanksAs: NullMode }
    | { readonly kind: "query"; readonly sql: string };

/** How the numbers of an auto number field are written: `OR-{0000}`. */
export interface AutoNumber {
    readonly displayFormat: string;
    readonly startingNumber: number;
}

/** A roll-up summary field: what is summed over which children. */
export interface RollUp {
    readonly childObject: string;
    readonly childReference: string;
    readonly operation: "count" | "sum" | "min" | "max";
    readonly summarizedField: string | null;
    readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface FieldSchema {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** Characters of text; 0 for other types. */
    readonly length: number;
    /** Digits in all and after the point of a number; 0 for other types. Stored as integers scaled by `scale`. */
    readonly precision: number;
    readonly scale: number;
    readonly nillable: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    /** Long text can't be filtered, grouped or sorted. */
    readonly filterable: boolean;
    readonly custom: boolean;
    readonly defaultValue: string | boolean | null;
    readonly unique: boolean;
    readonly externalId: boolean;
    readonly nameField: boolean;
    readonly restrictedPicklist: boolean;
    readonly picklistValues: readonly PicklistValue[];
    readonly reference: Reference | null;
    readonly rollUp: RollUp | null;
    /** Null: the value is stored. */
    readonly computation: Computation | null;
    /** Null: no auto number. Its value is made when the record is inserted. */
    readonly autoNumber: AutoNumber | null;
    /** Changes are kept in the object's field history. */
    readonly trackHistory: boolean;
    readonly inlineHelpText: string | null;
    /** The compound field it is a part of: `BillingAddress`. */
    readonly compoundFieldName: string | null;
    /** What describe says beyond the type: `plaintextarea`, `personname`. */
    readonly extraTypeInfo: string | null;
}

/** A sales process (of Opportunity) or lead process. Its row stands in BusinessProcess. */
export interface ProcessSchema {
    readonly id: string;
    readonly name: string;
    /** API names of the stages or statuses that it offers. */
    readonly values: ReadonlySet<string>;
}

/** A record type of an object. Its row stands in RecordType; this is what describe and picklists ask of it. */
export interface RecordTypeSchema {
    readonly id: string;
    readonly name: string;
    readonly developerName: string;
    readonly active: boolean;
    /** The process that says which stages or statuses it offers; null where it has none. */
    readonly processId: string | null;
    /** The values it offers by picklist field; a field that isn't named offers all its active ones. */
    readonly picklists: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ObjectSchema {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    /** First three characters of its Ids. */
    readonly keyPrefix: string;
    readonly kind: "standard" | "customObject" | "customMetadata" | "customSetting";
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly fields: ReadonlyMap<string, FieldSchema>;
    /** Absent: none but the master, and then the object has no RecordTypeId either. */
    readonly recordTypes?: readonly RecordTypeSchema[];
    readonly processes?: readonly ProcessSchema[];
}
