import type { FieldSchema, FieldType, ObjectSchema } from "./objectSchema.ts";
import { systemFieldNames } from "./systemFields.ts";

const soapTypes: Readonly<Partial<Record<FieldType, string>>> = {
    id: "tns:ID",
    reference: "tns:ID",
    boolean: "xsd:boolean",
    int: "xsd:int",
    double: "xsd:double",
    currency: "xsd:double",
    percent: "xsd:double",
    date: "xsd:date",
    datetime: "xsd:dateTime"
};

const ungroupableTypes: ReadonlySet<FieldType> = new Set([
    "double",
    "currency",
    "percent",
    "datetime",
    "multipicklist"
]);

/** Standard fields the platform fills at creation although they may be blank. */
const filledAtCreation: ReadonlySet<string> = new Set([
    "Opportunity.Probability",
    "Opportunity.ForecastCategoryName",
    "Opportunity.Pricebook2Id"
]);

/** Optional standard fields without field-level security. */
const notPermissionable: ReadonlySet<string> = new Set([
    "Contact.EmailBouncedDate",
    "Contact.EmailBouncedReason",
    "Contact.FirstName",
    "Contact.Salutation",
    "Lead.EmailBouncedDate",
    "Lead.EmailBouncedReason",
    "Lead.FirstName",
    "Lead.Salutation",
    "Opportunity.ContactId",
    "Opportunity.ForecastCategoryName",
    "Opportunity.Pricebook2Id",
    "OpportunityContactRole.Role"
]);

/** Required or computed standard fields that have field-level security all the same. */
const permissionable: ReadonlySet<string> = new Set(["Opportunity.IsPrivate", "Opportunity.ExpectedRevenue"]);

export interface FieldAccess {
    readonly canCreate: boolean;
    readonly canEdit: boolean;
}

/** What this org doesn't have; every field says so as the platform would. */
const usualValues = {
    aiPredictionField: false,
    caseSensitive: false,
    controllerName: null,
    defaultValueFormula: null,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    displayLocationInDecimal: false,
    encrypted: false,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    mask: null,
    maskType: null,
    queryByDistance: false,
    referenceTargetField: null,
    relationshipOrder: null,
    writeRequiresMasterRead: false
} as const;

/** One field as a REST describe says it; what this org doesn't know has the platform's usual value. */
export function describeField(object: ObjectSchema, field: FieldSchema, access: FieldAccess) {
    return {
        ...usualValues,
        ...lengthsOf(field),
        ...relationshipOf(field),
        ...computationOf(field),
        aggregatable: field.type !== "boolean" && !isLongText(field),
        autoNumber: field.autoNumber !== null,
        cascadeDelete: field.custom && field.reference?.cascadeDelete === true,
        compoundFieldName: field.compoundFieldName,
        createable: field.createable && access.canCreate,
        custom: field.custom,
        defaultValue: field.defaultValue,
        defaultedOnCreate: isDefaulted(object, field),
        externalId: field.externalId,
        extraTypeInfo: field.extraTypeInfo,
        filterable: field.filterable,
        groupable: isGroupable(field),
        idLookup: field.type === "id" || field.type === "email" || field.externalId || isNameLookup(object, field),
        inlineHelpText: field.inlineHelpText,
        label: field.label,
        name: field.name,
        nameField: field.nameField,
        nillable: field.nillable,
        permissionable: isPermissionable(object, field),
        picklistValues: field.picklistValues.map(({ active, isDefault, label, value }) => ({
            active,
            defaultValue: isDefault,
            label,
            validFor: null,
            value
        })),
        restrictedDelete: field.custom && field.reference?.restrictedDelete === true,
        restrictedPicklist: field.restrictedPicklist,
        soapType: soapTypes[field.type] ?? "xsd:string",
        sortable: field.filterable,
        type: field.type,
        unique: field.unique,
        updateable: field.updateable && access.canEdit
    };
}

/** Roll-ups and formulas are calculated; a standard field that this org computes is none to a client. */
function computationOf({ computation, rollUp }: FieldSchema) {
    const formula = computation?.kind === "formula" ? computation : null;
    return {
        calculated: rollUp !== null || formula !== null,
        calculatedFormula: formula?.text ?? null,
        formulaTreatNullNumberAsZero: formula?.treatBlanksAs === "blankAsZero"
    };
}

function lengthsOf(field: FieldSchema) {
    const isId = field.type === "id" || field.type === "reference";
    const isInt = field.type === "int";
    return {
        byteLength: isId ? field.length : field.length * 3,
        digits: isInt ? field.precision : 0,
        length: field.length,
        precision: isInt ? 0 : field.precision,
        scale: field.scale
    };
}

function relationshipOf(field: FieldSchema) {
    const to = field.reference?.to ?? [];
    return {
        namePointing: to.length > 1,
        polymorphicForeignKey: to.length > 1,
        referenceTo: to,
        relationshipName: field.reference?.relationshipName ?? null,
        searchPrefilterable: field.reference !== null
    };
}

const isLongText = (field: FieldSchema): boolean => field.type === "textarea" && field.length > 255;

const isGroupable = (field: FieldSchema): boolean => !ungroupableTypes.has(field.type) && !isLongText(field);

function isDefaulted(object: ObjectSchema, field: FieldSchema): boolean {
    return (
        field.type === "boolean" ||
        field.defaultValue !== null ||
        systemFieldNames.has(field.name) ||
        filledAtCreation.has(`${object.name}.${field.name}`)
    );
}

/** Records can be looked up by these when they are imported. */
const isNameLookup = (object: ObjectSchema, field: FieldSchema): boolean =>
    field.nameField && field.createable && object.name !== "Account";

/** Whether field-level security can be set for the field at all. */
export function isPermissionable(object: ObjectSchema, field: FieldSchema): boolean {
    const name = `${object.name}.${field.name}`;
    if (field.name === "RecordTypeId") return false;
    if (field.custom) {
        return field.nillable || field.type === "boolean";
    }
    const isOptionalInput = field.nillable && (field.createable || field.updateable);
    return permissionable.has(name) || (isOptionalInput && !notPermissionable.has(name));
}
