import type { RunningUser } from "../people/people.ts";
import { describeField } from "./describeField.ts";
import type { FieldAccess } from "./describeField.ts";
import type { FieldSchema, ObjectSchema, RecordTypeSchema } from "./objectSchema.ts";
import type { Schema } from "./schema.ts";

/** Whose rights a describe shows. */
export type Describer = Pick<
    RunningUser,
    "canReadObject" | "canCreateObject" | "canEditObject" | "canDeleteObject" | "canReadField" | "canEditField"
>;

const anyone: Describer = {
    canReadObject: () => true,
    canCreateObject: () => true,
    canEditObject: () => true,
    canDeleteObject: () => true,
    canReadField: () => true,
    canEditField: () => true
};

export const masterRecordTypeId = "012000000000000AAA";

/**
 * The REST describe of an object. A field the user may not read is left out; one that may be read only
 * says so. `version` is the API version of the links, "v65.0".
 */
export function describeObject(schema: Schema, object: ObjectSchema, user: Describer = anyone, version = "v65.0") {
    const fields = [...object.fields.values()].filter(
        (field) => field.type === "id" || user.canReadField(object.name, field.name)
    );
    const links = linksOf(object, version);
    return {
        actionOverrides: [],
        ...summaryOf(schema, object, user),
        childRelationships: childRelationshipsOf(schema, object, user),
        compactLayoutable: true,
        extendedBy: null,
        extendsInterfaces: null,
        defaultImplementation: null,
        fields: fields.map((field) => describeField(object, field, accessOf(object, field, user))),
        implementedBy: null,
        implementsInterfaces: null,
        listviewable: null,
        lookupLayoutable: null,
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: recordTypeInfosOf(object, links.describe),
        searchLayoutable: true,
        sobjectDescribeOption: "FULL",
        supportedScopes: [{ label: `All ${object.labelPlural.toLowerCase()}`, name: "everything" }],
        urls: { ...links, layouts: `${links.describe}/layouts` }
    };
}

function accessOf(object: ObjectSchema, field: FieldSchema, user: Describer): FieldAccess {
    const mayGive = user.canEditField(object.name, field.name);
    return {
        canCreate: mayGive && user.canCreateObject(object.name),
        canEdit: mayGive && user.canEditObject(object.name)
    };
}

/** The list of the objects that the user may see. */
export function describeGlobal(schema: Schema, user: Describer = anyone, version = "v65.0") {
    return {
        encoding: "UTF-8",
        maxBatchSize: 200,
        sobjects: [...schema.objects()]
            .filter((object) => user.canReadObject(object.name))
            .sort((one, other) => (one.name < other.name ? -1 : 1))
            .map((object) => ({ ...summaryOf(schema, object, user), urls: linksOf(object, version) }))
    };
}

/** What a describe of one object and the list of all objects both say. */
function summaryOf(schema: Schema, object: ObjectSchema, user: Describer) {
    const feedParents = schema.object("FeedItem")?.fields.get("ParentId")?.reference?.to ?? [];
    const isRecord = object.kind !== "customMetadata";
    return {
        activateable: false,
        associateEntityType: null,
        associateParentEntity: null,
        createable: object.createable && user.canCreateObject(object.name),
        custom: object.kind !== "standard",
        customSetting: object.kind === "customSetting",
        deepCloneable: false,
        deletable: object.deletable && user.canDeleteObject(object.name),
        deprecatedAndHidden: false,
        feedEnabled: feedParents.includes(object.name),
        hasSubtypes: false,
        isInterface: false,
        isSubtype: false,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        layoutable: isRecord,
        mergeable: ["Account", "Contact", "Lead"].includes(object.name),
        mruEnabled: isRecord,
        name: object.name,
        queryable: true,
        replicateable: isRecord,
        retrieveable: true,
        searchable: isRecord,
        triggerable: isRecord,
        // This org has no recycle bin.
        undeletable: false,
        updateable: object.updateable && user.canEditObject(object.name)
    };
}

function childRelationshipsOf(schema: Schema, parent: ObjectSchema, user: Describer) {
    return (
        schema
            .childRelationships(parent)
            .filter(({ childObject, field }) => user.canReadField(childObject.name, field.name))
            // Nobody looks from a record to those that were merged into it.
            .filter(({ field }) => field.name !== "MasterRecordId")
            .map(({ childObject, field, relationshipName }) => ({
                cascadeDelete: field.reference?.cascadeDelete === true,
                childSObject: childObject.name,
                deprecatedAndHidden: false,
                field: field.name,
                junctionIdListNames: [],
                junctionReferenceTo: [],
                relationshipName,
                restrictedDelete: field.reference?.restrictedDelete === true
            }))
    );
}

function linksOf(object: ObjectSchema, version: string) {
    const sobject = `/services/data/${version}/sobjects/${object.name}`;
    return { rowTemplate: `${sobject}/{ID}`, describe: `${sobject}/describe`, sobject };
}

/**
 * Every object with owners has the master, also where no record types were made. It stays the default of every
 * user here, so a record made without a record type has none; profiles assign none in this org.
 */
function recordTypeInfosOf(object: ObjectSchema, describeLink: string) {
    const infoOf = ({
        active,
        developerName,
        id,
        name
    }: Pick<RecordTypeSchema, "active" | "developerName" | "id" | "name">) => ({
        active,
        available: active,
        defaultRecordTypeMapping: id === masterRecordTypeId,
        developerName,
        master: id === masterRecordTypeId,
        name,
        recordTypeId: id,
        urls: { layout: `${describeLink}/layouts/${id}` }
    });
    const master = { active: true, developerName: "Master", id: masterRecordTypeId, name: "Master" };
    return object.fields.has("OwnerId") ? [...(object.recordTypes ?? []), master].map(infoOf) : [];
}
