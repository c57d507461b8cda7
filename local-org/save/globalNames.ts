import type { Value } from "../data/value.ts";
import type { FormulaType } from "../formula/formula.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { asFormulaReads, fieldPathType, fieldPathValue, formulaTypeOf } from "./fieldPath.ts";
import type { NamesOfOrg } from "./formulaScope.ts";

export function isGlobalPath(path: readonly string[]): boolean {
    return path[0]?.startsWith("$") ?? false;
}

/** The type of a `$` name; undefined when the org has no such permission, label, setting or record. */
export function globalType(
    org: NamesOfOrg,
    object: ObjectSchema | null,
    path: readonly string[]
): FormulaType | undefined {
    const [group, ...rest] = path;
    const [name] = rest;
    if (name === undefined) return undefined;
    switch (group?.toLowerCase()) {
        case "$permission":
            return rest.length === 1 && isCustomPermission(org, name) ? "boolean" : undefined;
        case "$label":
            return rest.length === 1 && org.deployed.label(name) !== undefined ? "text" : undefined;
        case "$custommetadata":
            return customMetadataField(org, rest, { recordMustExist: true })?.type;
        case "$setup":
            return settingType(org, rest);
        case "$user":
            return typeOnObject(org, "User", rest);
        case "$profile":
            return typeOnObject(org, "Profile", rest);
        case "$organization":
            return typeOnObject(org, "Organization", rest);
        case "$recordtype":
            return object?.fields.has("RecordTypeId") ? typeOnObject(org, "RecordType", rest) : undefined;
        default:
            return undefined;
    }
}

/** The value of a `$` name for the running user; `$RecordType` speaks of the record type given. */
export function globalValue(
    org: NamesOfOrg,
    path: readonly string[],
    user: RunningUser,
    recordTypeId: Value = null
): Value {
    const [group, ...rest] = path;
    const [name] = rest;
    if (name === undefined) return null;
    switch (group?.toLowerCase()) {
        case "$permission":
            return user.hasCustomPermission(name);
        case "$label":
            return org.deployed.label(name) ?? null;
        case "$custommetadata":
            return customMetadataValue(org, rest);
        case "$setup":
            return settingValue(org, rest, user);
        case "$user":
            return valueOnRow(org, "User", user.id, rest);
        case "$profile":
            return valueOnRow(org, "Profile", profileIdOf(org, user), rest);
        case "$organization":
            return valueOnRow(org, "Organization", org.id, rest);
        case "$recordtype":
            return valueOnRow(org, "RecordType", recordTypeId, rest);
        default:
            return null;
    }
}

function isCustomPermission(org: NamesOfOrg, name: string): boolean {
    return org.deployed.customPermissions().some((each) => each.toLowerCase() === name.toLowerCase());
}

function typeOnObject(org: NamesOfOrg, objectName: string, path: readonly string[]): FormulaType | undefined {
    const object = org.schema.object(objectName);
    return object === undefined ? undefined : fieldPathType(org.schema, object, path);
}

function valueOnRow(org: NamesOfOrg, objectName: string, id: Value, path: readonly string[]): Value {
    const object = org.schema.object(objectName);
    const values = object === undefined || typeof id !== "string" ? undefined : org.store.read(object, id);
    return object === undefined || values === undefined ? null : fieldPathValue(org, object, values, path);
}

function profileIdOf(org: NamesOfOrg, user: RunningUser): Value {
    return valueOnRow(org, "User", user.id, ["ProfileId"]);
}

/** `["PW_Rule__mdt", "Products_Present", "PW_Level__c"]`: the type, the record's DeveloperName and its field. */
function customMetadataField(
    org: NamesOfOrg,
    [typeName = "", recordName = "", fieldName = "", ...beyond]: readonly string[],
    { recordMustExist }: { recordMustExist: boolean }
): { type: FormulaType; value: Value } | undefined {
    const object = org.schema.object(typeName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    if (object?.kind !== "customMetadata" || field === undefined || beyond.length > 0) return undefined;
    const row = org.store.readMetadata(object, recordName);
    if (row === undefined && recordMustExist) return undefined;
    return { type: formulaTypeOf(field), value: asFormulaReads(field, row?.[field.name] ?? null) };
}

function customMetadataValue(org: NamesOfOrg, path: readonly string[]): Value {
    return customMetadataField(org, path, { recordMustExist: false })?.value ?? null;
}

function settingField(
    org: NamesOfOrg,
    [settingName = "", fieldName = "", ...beyond]: readonly string[]
): { object: ObjectSchema; field: FieldSchema } | undefined {
    const object = org.schema.object(settingName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    if (object?.kind !== "customSetting" || field === undefined || beyond.length > 0) return undefined;
    return { object, field };
}

function settingType(org: NamesOfOrg, path: readonly string[]): FormulaType | undefined {
    const setting = settingField(org, path);
    return setting === undefined ? undefined : formulaTypeOf(setting.field);
}

/** The nearest row that says something: the user's, the profile's, then the org's default. */
function settingValue(org: NamesOfOrg, path: readonly string[], user: RunningUser): Value {
    const setting = settingField(org, path);
    if (setting === undefined) return null;
    const owners = [user.id, profileIdOf(org, user), org.id].filter((owner) => typeof owner === "string");
    const rows = org.store.readMany(setting.object, { field: "SetupOwnerId", isOneOf: owners });
    const said = owners
        .map((owner) => rows.find((row) => row["SetupOwnerId"] === owner)?.[setting.field.name] ?? null)
        .find((value) => value !== null);
    return asFormulaReads(setting.field, said ?? null);
}
