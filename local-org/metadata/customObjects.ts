import { autoNumber } from "../schema/fields.ts";
import { baseFields, byName, freeKeyPrefix } from "../schema/objects.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { numberingOf } from "./autoNumberFields.ts";
import type { DeployComponent } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkShape, childNamed, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

export const customObjectShape: ElementShape = {
    enforced: [
        "label",
        "pluralLabel",
        "nameField",
        "customSettingsType",
        "fields",
        "validationRules",
        "businessProcesses",
        "recordTypes"
    ],
    kept: [
        "fullName",
        "description",
        "deploymentStatus",
        "visibility",
        "sharingModel",
        "externalSharingModel",
        "enableActivities",
        "enableBulkApi",
        "enableEnhancedLookup",
        "enableFeeds",
        "enableHistory",
        "enableLicensing",
        "enableReports",
        "enableSearch",
        "enableSharing",
        "enableStreamingApi",
        "allowInChatterGroups",
        "searchLayouts",
        "actionOverrides",
        "compactLayoutAssignment",
        "compactLayouts",
        "fieldSets",
        "listViews",
        "webLinks",
        "gender",
        "startsWith"
    ]
};

const nameFieldShape: ElementShape = {
    enforced: ["label", "type", "displayFormat", "startingNumber"],
    kept: ["trackFeedHistory", "trackHistory"]
};

/** Custom objects, custom metadata types and hierarchy custom settings; of a standard object only what is kept. */
export const deployCustomObject: DeployComponent = ({ org }, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customObjectShape, `CustomObject ${fullName}`);
    const existing = org.schema.object(fullName);
    if (existing?.kind === "standard") return "changed";
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__(c|mdt)$/.test(fullName) || fullName.length > 45) {
        throw new DeployProblem(
            `${fullName} is neither an object of this local org nor a valid name for a custom object (Name__c) or custom metadata type (Name__mdt)`
        );
    }
    const kind = kindOf(fullName, element);
    if (existing !== undefined && existing.kind !== kind) {
        throw new DeployProblem(`${fullName} exists as another kind of object; delete it first`);
    }
    org.schema.putObject(objectOf(existing, fullName, kind, element, () => freeKeyPrefix(org.schema, kind)));
    return existing === undefined ? "created" : "changed";
};

function kindOf(fullName: string, element: XmlElement): Exclude<ObjectSchema["kind"], "standard"> {
    if (fullName.endsWith("__mdt")) return "customMetadata";
    const settings = childNamed(element, "customSettingsType");
    if (settings === undefined) return "customObject";
    if (settings.text !== "Hierarchy") {
        throw new DeployProblem(
            `customSettingsType ${settings.text} is not supported by this local org; only Hierarchy is`,
            settings.line
        );
    }
    return "customSetting";
}

function objectOf(
    existing: ObjectSchema | undefined,
    name: string,
    kind: Exclude<ObjectSchema["kind"], "standard">,
    element: XmlElement,
    keyPrefix: () => string
): ObjectSchema {
    const label = requiredText(element, "label", `CustomObject ${name}`);
    const fields = existing?.fields ?? byName(baseFields(kind, label));
    return {
        name,
        label,
        labelPlural: textOf(element, "pluralLabel") ?? label,
        keyPrefix: existing?.keyPrefix ?? keyPrefix(),
        kind,
        createable: kind !== "customMetadata",
        updateable: kind !== "customMetadata",
        deletable: kind !== "customMetadata",
        fields: kind === "customObject" ? withNameField(name, fields, element) : fields
    };
}

function withNameField(object: string, fields: ObjectSchema["fields"], element: XmlElement): ObjectSchema["fields"] {
    const nameField = childNamed(element, "nameField");
    if (nameField === undefined)
        throw new DeployProblem(`CustomObject ${object}: required element nameField is missing`, element.line);
    checkShape(nameField, nameFieldShape, `CustomObject ${object}, nameField`);
    const name = fields.get("Name");
    const label = requiredText(nameField, "label", `CustomObject ${object}, nameField`);
    if (name === undefined) return fields;
    const what = `CustomObject ${object}, nameField`;
    const type = textOf(nameField, "type") ?? "Text";
    if (type !== "Text" && type !== "AutoNumber") {
        throw new DeployProblem(`${what}: type ${type} is not supported by this local org`, nameField.line);
    }
    const named =
        type === "Text"
            ? { ...name, label, autoNumber: null, createable: true, updateable: true }
            : autoNumber("Name", numberingOf(nameField, what), { label, nameField: true });
    return new Map([...fields, ["Name", named]]);
}
