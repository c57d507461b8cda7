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
    "Contact.FirstName",
    "Contact.Salutation",
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
    readonly canEdit: boolean;
}

/** One field as a REST describe says it; what this org doesn't know has the platform's usual value. */
export function describeField(object: ObjectSchema, field: FieldSchema, access: FieldAccess) {
    const isText = field.length > 0;
    const isReference = field.reference !== null;
    const to = field.reference?.to ?? [];
    const isInt = field.type === "int";
    return {
        aggregatable: field.type !== "boolean" && !isLongText(field),
        aiPredictionField: false,
        autoNumber: false,
        byteLength: isReference || field.type === "id" ? 18 : isText ? field.length * 3 : 0,
        calculated: field.rollUp !== null,
        calculatedFormula: null,
        cascadeDelete: false,
        caseSensitive: false,
        compoundFieldName: null,
        controllerName: null,
        createable: field.createable && access.canEdit,
        custom: field.custom,
        defaultValue: field.defaultValue,
        defaultValueFormula: null,
        defaultedOnCreate: isDefaulted(object, field),
        dependentPicklist: false,
        deprecatedAndHidden: false,
        digits: isInt ? field.precision : 0,
        displayLocationInDecimal: false,
        encrypted: false,
        externalId: field.externalId,
        extraTypeInfo: field.type === "textarea" ? "plaintextarea" : null,
        filterable: field.filterable,
        filteredLookupInfo: null,
        formulaTreatNullNumberAsZero: false,
        groupable: isGroupable(field),
        highScaleNumber: false,
        htmlFormatted: false,
        idLookup: field.type === "id" || field.type === "email" || field.externalId || isNameLookup(object, field),
        inlineHelpText: field.inlineHelpText,
        label: field.label,
        length: field.length,
        mask: null,
        maskType: null,
        name: field.name,
        nameField: field.nameField,
        namePointing: to.length > 1,
        nillable: field.nillable,
        permissionable: isPermissionable(object, field),
        picklistValues: field.picklistValues.map(({ active, isDefault, label, value }) => ({
            active,
            defaultValue: isDefault,
            label,
            validFor: null,
            value
        })),
        polymorphicForeignKey: to.length > 1,
        precision: isInt ? 0 : field.precision,
        queryByDistance: false,
        referenceTargetField: null,
        referenceTo: to,
        relationshipName: field.reference?.relationshipName ?? null,
        relationshipOrder: null,
        restrictedDelete: false,
        restrictedPicklist: field.restrictedPicklist,
        scale: field.scale,
        searchPrefilterable: isReference,
        soapType: soapTypes[field.type] ?? "xsd:string",
        sortable: field.filterable,
        type: field.type,
        unique: field.unique,
        updateable: field.updateable && access.canEdit,
        writeRequiresMasterRead: false
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

function isPermissionable(object: ObjectSchema, field: FieldSchema): boolean {
    const name = `${object.name}.${field.name}`;
    if (field.custom) {
        return field.nillable || field.type === "boolean";
    }
    const isOptionalInput = field.nillable && (field.createable || field.updateable);
    return permissionable.has(name) || (isOptionalInput && !notPermissionable.has(name));
}
