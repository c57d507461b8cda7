import type { AutoNumber, Computation, FieldSchema, FieldType, PicklistValue } from "./objectSchema.ts";

/** What a field declaration may say beyond its kind; the rest has the platform's usual defaults. */
export type FieldOptions = Partial<Omit<FieldSchema, "name" | "type" | "picklistValues">>;

/** A value, or a value with a label of its own. */
export type PicklistEntry = string | readonly [value: string, label: string];

export interface ReferenceOptions extends FieldOptions {
    /** Child to parent; `AccountId` gives `Account` unless said. Null: the relationship has no name. */
    readonly relationshipName?: string | null;
    /** Parent to child: `Opportunities`. */
    readonly children?: string;
    readonly cascadeDelete?: boolean;
    readonly restrictedDelete?: boolean;
}

/** One field with the platform's usual defaults: optional, editable, filterable. The label is made from the name. */
export function field(name: string, type: FieldType, options: FieldOptions = {}): FieldSchema {
    return {
        name,
        label: labelOf(name),
        type,
        length: 0,
        precision: 0,
        scale: 0,
        nillable: type !== "boolean",
        createable: true,
        updateable: true,
        filterable: true,
        custom: false,
        defaultValue: type === "boolean" ? false : null,
        unique: false,
        externalId: false,
        nameField: false,
        restrictedPicklist: false,
        picklistValues: [],
        reference: null,
        rollUp: null,
        computation: null,
        autoNumber: null,
        trackHistory: false,
        inlineHelpText: null,
        compoundFieldName: null,
        extraTypeInfo: type === "textarea" ? "plaintextarea" : null,
        ...options
    };
}

export const text = (name: string, length: number, options: FieldOptions = {}): FieldSchema =>
    field(name, "string", { length, ...options });

/** Over 255 characters a text area is long text, which can't be filtered, grouped or sorted. */
export const textArea = (name: string, length: number, options: FieldOptions = {}): FieldSchema =>
    field(name, "textarea", { length, filterable: length <= 255, ...options });

export const email = (name: string, length = 80, options: FieldOptions = {}): FieldSchema =>
    field(name, "email", { length, ...options });

export const phone = (name: string, options: FieldOptions = {}): FieldSchema =>
    field(name, "phone", { length: 40, ...options });

export const url = (name: string, options: FieldOptions = {}): FieldSchema =>
    field(name, "url", { length: 255, ...options });

export const checkbox = (name: string, options: FieldOptions = {}): FieldSchema => field(name, "boolean", options);

export const date = (name: string, options: FieldOptions = {}): FieldSchema => field(name, "date", options);

export const datetime = (name: string, options: FieldOptions = {}): FieldSchema => field(name, "datetime", options);

export const currency = (name: string, options: FieldOptions = {}): FieldSchema =>
    field(name, "currency", { precision: 18, scale: 2, ...options });

export const percent = (name: string, precision: number, scale: number, options: FieldOptions = {}): FieldSchema =>
    field(name, "percent", { precision, scale, ...options });

export const double = (name: string, precision: number, scale: number, options: FieldOptions = {}): FieldSchema =>
    field(name, "double", { precision, scale, ...options });

/** A whole number; `digits` is how many figures it may have. */
export const int = (name: string, digits = 8, options: FieldOptions = {}): FieldSchema =>
    field(name, "int", { precision: digits, ...options });

export function picklist(name: string, entries: readonly PicklistEntry[], options: FieldOptions = {}): FieldSchema {
    const picklistValues = entries.map((entry) => picklistValue(entry, options.defaultValue ?? null));
    return { ...field(name, "picklist", { length: 255, ...options }), picklistValues };
}

export function reference(name: string, to: string | readonly string[], options: ReferenceOptions = {}): FieldSchema {
    const { relationshipName = name.replace(/Id$/, ""), children = null, ...others } = options;
    const { cascadeDelete = false, restrictedDelete = false, ...rest } = others;
    const targets = typeof to === "string" ? [to] : to;
    return field(name, "reference", {
        length: 18,
        reference: { to: targets, relationshipName, childRelationshipName: children, cascadeDelete, restrictedDelete },
        ...rest
    });
}

/** May not be blank. */
export const required = (declared: FieldSchema): FieldSchema => ({ ...declared, nillable: false });

/** Kept by the platform; no client writes it. */
export const readOnly = (declared: FieldSchema): FieldSchema => ({
    ...declared,
    createable: false,
    updateable: false
});

/** Computed for every reading and stored nowhere. */
export const computed = (declared: FieldSchema, computation: Computation): FieldSchema => ({
    ...readOnly(declared),
    computation
});

/** Numbered by the org when a record is made; `displayFormat` is `OR-{0000}`. */
export const autoNumber = (name: string, numbering: AutoNumber, options: FieldOptions = {}): FieldSchema =>
    readOnly(required(text(name, 30, { ...options, autoNumber: numbering })));

/** Given once, when the record is made. */
export const createOnly = (declared: FieldSchema): FieldSchema => ({ ...declared, updateable: false });

export const updateOnly = (declared: FieldSchema): FieldSchema => ({ ...declared, createable: false });

function picklistValue(entry: PicklistEntry, defaultValue: string | boolean | null): PicklistValue {
    const [value, label] = typeof entry === "string" ? [entry, entry] : entry;
    return { value, label, active: true, isDefault: value === defaultValue };
}

function labelOf(name: string): string {
    return name
        .replace(/__c$/, "")
        .replace(/Id$/, " ID")
        .replaceAll("_", " ")
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .trim();
}
