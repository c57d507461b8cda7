import type { Call, Reply } from "../rest/call.ts";
import { ok } from "../rest/call.ts";
import { objectOfPath } from "../rest/objectNamed.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import { chineseLabel } from "../schema/standard/chineseLabels.ts";

/**
 * `GET /ui-api/object-info/:object`: what components ask of an object's fields. Those that the user may not read are
 * absent. Record types, layouts and relationships are left out. Labels are in the user's language, or in the one that
 * the request asks for: so one user's page can be shown in several.
 */
export function readObjectInfo(call: Call): Reply {
    const { user } = call;
    const language = languageAsked(call) ?? user.language;
    const object = objectOfPath(call);
    const readable = [...object.fields.values()].filter((field) => user.canReadField(object.name, field.name));
    const infoOf = (field: FieldSchema) => ({
        apiName: field.name,
        createable: field.createable && user.canEditField(object.name, field.name),
        custom: field.name.endsWith("__c"),
        inlineHelpText: field.inlineHelpText ?? null,
        label: chineseLabel(language, object.name, field.name) ?? field.label,
        required: !field.nillable,
        updateable: field.updateable && user.canEditField(object.name, field.name)
    });
    return ok({
        apiName: object.name,
        createable: user.canCreateObject(object.name),
        custom: object.kind !== "standard",
        deletable: user.canDeleteObject(object.name),
        fields: Object.fromEntries(readable.map((field) => [field.name, infoOf(field)])),
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        queryable: true,
        updateable: user.canEditObject(object.name)
    });
}

/** "zh-TW" → "zh_TW"; undefined for a list of languages, as browsers send by themselves, and for any. */
function languageAsked({ headers }: Call): string | undefined {
    const asked = headers["accept-language"] ?? "";
    return /^[a-z]{2}-[A-Z]{2}$/.test(asked) ? asked.replace("-", "_") : undefined;
}
