import { readOnly, reference, required, text } from "./fields.ts";
import type { FieldSchema, ObjectSchema } from "./objectSchema.ts";
import type { Schema } from "./schema.ts";
import { auditFields, idField, isDeleted, ownerField } from "./systemFields.ts";

type ObjectOptions = Partial<Pick<ObjectSchema, "label" | "labelPlural" | "createable" | "updateable" | "deletable">>;

/** A standard object; fields are all of it, system fields included. */
export function standardObject(
    name: string,
    keyPrefix: string,
    fields: readonly FieldSchema[],
    options: ObjectOptions = {}
): ObjectSchema {
    const label = options.label ?? name;
    return {
        name,
        label,
        labelPlural: options.labelPlural ?? `${label}s`,
        keyPrefix,
        kind: "standard",
        createable: options.createable ?? true,
        updateable: options.updateable ?? true,
        deletable: options.deletable ?? true,
        fields: byName(fields)
    };
}

/** Not written by clients: set-up, history. */
export const notWritable = { createable: false, updateable: false, deletable: false } as const;

export function byName(fields: readonly FieldSchema[]): ReadonlyMap<string, FieldSchema> {
    return new Map(fields.map((declared) => [declared.name, declared]));
}

/** The fields every custom object, custom metadata type or hierarchy custom setting starts with. */
export function baseFields(kind: Exclude<ObjectSchema["kind"], "standard">, label: string): readonly FieldSchema[] {
    const name = text("Name", 80, { nameField: true });
    switch (kind) {
        case "customObject":
            return [idField("Record"), ownerField, isDeleted, name, ...auditFields];
        case "customSetting":
            return [
                idField("Record"),
                isDeleted,
                { ...name, length: 38 },
                required(reference("SetupOwnerId", ["Organization", "Profile", "User"], { label: "Location" })),
                ...auditFields
            ];
        case "customMetadata":
            return [
                idField(label),
                required(text("DeveloperName", 40, { label: `${label} Name` })),
                required(text("MasterLabel", 40, { label: "Label", nameField: true })),
                required(text("Language", 40, { label: "Master Language", defaultValue: "en_US" })),
                readOnly(text("NamespacePrefix", 15)),
                required(text("Label", 40)),
                readOnly(required(text("QualifiedApiName", 70)))
            ];
    }
}

/** The first key prefix no object has: `a00…` for custom objects and settings, `m00…` for custom metadata types. */
export function freeKeyPrefix(schema: Schema, kind: ObjectSchema["kind"]): string {
    const taken = new Set(schema.objects().map((object) => object.keyPrefix));
    const letter = kind === "customMetadata" ? "m" : "a";
    for (let number = 0; number < 36 * 36; number += 1) {
        const prefix = letter + number.toString(36).padStart(2, "0");
        if (!taken.has(prefix)) {
            return prefix;
        }
    }
    throw new Error(`No key prefix is left that begins with "${letter}".`);
}
