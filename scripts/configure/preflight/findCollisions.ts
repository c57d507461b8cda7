import type { DescribedObject } from "../gather/describeFields.ts";
import type { OurName } from "./ourNames.ts";

/** Something of somebody else's that has a name of ours, and that a deploy would overwrite. */
export interface Collision {
    readonly type: string;
    readonly name: string;
}

export interface PresentNames {
    /** Ours and Salesforce's that we add to, by name; null: not there. */
    readonly objects: ReadonlyMap<string, DescribedObject | null>;
    /** Of every type of ours, as listed: fields that describe hides from this user too. */
    readonly components: readonly Collision[];
}

/** Where these are there and are ours, so is everything else of our names. */
const anchors: readonly Collision[] = [
    { type: "CustomField", name: "Opportunity.PW_Stage_Stamp__c" },
    { type: "CustomObject", name: "PW_Rule__mdt" }
];

/** As describe names the types of fields, for those as metadata names them. */
const describedTypes: Readonly<Record<string, readonly string[]>> = {
    AutoNumber: ["string"],
    Checkbox: ["boolean"],
    Currency: ["currency"],
    Date: ["date"],
    DateTime: ["datetime"],
    LongTextArea: ["textarea"],
    Lookup: ["reference"],
    MasterDetail: ["reference"],
    MultiselectPicklist: ["multipicklist"],
    Number: ["double", "int"],
    Percent: ["percent"],
    Picklist: ["picklist"],
    Summary: ["double", "int", "currency", "percent", "date", "datetime"],
    Text: ["string"],
    TextArea: ["textarea"],
    Url: ["url"]
};

/**
 * Fields and objects are ours where type and either label or help text are as we deploy them, or did. The other
 * components tell no such thing: they are ours where our stamp and our rule records are there already.
 */
export function findCollisions(ours: readonly OurName[], { objects, components }: PresentNames): Collision[] {
    const described = ours.filter(({ type }) => type === "CustomObject" || type === "CustomField");
    const foreign = described.filter((each) => isForeign(each, objects));
    const isAmong = (list: readonly Collision[], { type, name }: Collision): boolean =>
        list.some((each) => each.type === type && each.name === name);
    const isInstalled = anchors.every((each) => isAmong(components, each) && !isAmong(foreign, each));
    const undescribed = components.filter(({ type }) => type !== "CustomObject" && type !== "CustomField");
    const others = isInstalled ? [] : undescribed.filter((each) => isAmong(ours, each));
    return [...foreign, ...others].map(({ type, name }) => ({ type, name }));
}

function isForeign({ type, name, label, help, fieldType }: OurName, objects: PresentNames["objects"]): boolean {
    const [objectName = "", fieldName = ""] = name.split(".");
    const object = objects.get(objectName) ?? null;
    if (type === "CustomObject") {
        return object !== null && object.label !== label;
    }
    const field = object?.fields.get(fieldName);
    if (field === undefined) return false;
    const isOfType = describedTypes[fieldType ?? ""]?.includes(field.type) ?? true;
    const saysTheSame = field.label === label || (help !== null && field.help === help);
    return !isOfType || !saysTheSame;
}
