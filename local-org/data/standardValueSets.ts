import { OrgError } from "../orgError.ts";
import type { PicklistValue } from "../schema/objectSchema.ts";
import type { RowsOfOrg } from "./scope.ts";
import { putStages, stageValues } from "./stages.ts";
import type { StandardValue } from "./standardValue.ts";

/** The fields that take their choices from each standard value set of this org. */
const fieldsOfSets: Readonly<Record<string, readonly string[]>> = {
    AccountOwnership: ["Account.Ownership"],
    AccountRating: ["Account.Rating", "Lead.Rating"],
    AccountType: ["Account.Type"],
    ContactRole: ["OpportunityContactRole.Role"],
    Industry: ["Account.Industry", "Lead.Industry"],
    LeadSource: ["Account.AccountSource", "Contact.LeadSource", "Lead.LeadSource", "Opportunity.LeadSource"],
    LeadStatus: ["Lead.Status"],
    OpportunityStage: ["Opportunity.StageName", "OpportunityHistory.StageName"],
    OpportunityType: ["Opportunity.Type"],
    Product2Family: ["Product2.Family"],
    QuantityUnitOfMeasure: ["Product2.QuantityUnitOfMeasure"],
    Salutation: ["Contact.Salutation", "Lead.Salutation"]
};

/** The names of the standard value sets that this org has; every other one is refused. */
export const standardValueSetNames: readonly string[] = Object.keys(fieldsOfSets);

/** The choices as they are now, in order, inactive ones included. Throws OrgError for a set this org doesn't have. */
export function standardValueSet(org: RowsOfOrg, name: string): readonly StandardValue[] {
    if (name === "OpportunityStage") return stageValues(org);
    const [first = ""] = fieldsOf(name);
    const [objectName = "", fieldName = ""] = first.split(".");
    return org.schema.object(objectName)?.fields.get(fieldName)?.picklistValues ?? [];
}

/**
 * Makes the choices of every field of the set the given ones, in the given order. A value that is left out becomes
 * inactive, and records keep it. Throws OrgError for a set this org doesn't have, or a value that stands there twice.
 */
export function putStandardValueSet(org: RowsOfOrg, name: string, values: readonly StandardValue[]): void {
    const fields = fieldsOf(name);
    refuseTwice(name, values);
    if (name === "OpportunityStage") {
        putStages(org, values);
        return;
    }
    for (const path of fields) {
        const [objectName = "", fieldName = ""] = path.split(".");
        const field = org.schema.object(objectName)?.fields.get(fieldName);
        if (field === undefined) continue;
        const chosen = values.find((value) => value.isDefault)?.value ?? null;
        const picklistValues = withLeftOut(values, field.picklistValues);
        org.schema.putField(objectName, { ...field, picklistValues, defaultValue: chosen });
    }
}

/** The given values, and after them those that stood there before, no longer to be chosen. */
function withLeftOut(given: readonly StandardValue[], before: readonly PicklistValue[]): PicklistValue[] {
    const names = new Set(given.map((each) => each.value.toLowerCase()));
    const kept = given.map(({ value, label, active, isDefault }) => ({ value, label, active, isDefault }));
    const leftOut = before.filter((each) => !names.has(each.value.toLowerCase()));
    return [...kept, ...leftOut.map((each) => ({ ...each, active: false, isDefault: false }))];
}

function fieldsOf(name: string): readonly string[] {
    const fields = Object.hasOwn(fieldsOfSets, name) ? fieldsOfSets[name] : undefined;
    if (fields === undefined) {
        throw new OrgError("INVALID_TYPE", `StandardValueSet ${name} is not supported by this local org.`);
    }
    return fields;
}

function refuseTwice(name: string, values: readonly StandardValue[]): void {
    const folded = values.map((each) => each.value.toLowerCase());
    const twice = values.find((each, index) => folded.indexOf(each.value.toLowerCase()) !== index);
    if (twice !== undefined) {
        throw new OrgError("DUPLICATE_VALUE", `StandardValueSet ${name}: the value ${twice.value} stands there twice.`);
    }
}
