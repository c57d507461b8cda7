import { reference } from "../schema/fields.ts";
import type { FieldOptions } from "../schema/fields.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, requiredText, textOf } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** A lookup, or a master-detail relationship: then required, deleted with its master, and fixed once made. */
export function referenceOf(
    { org }: DeployContext,
    object: ObjectSchema,
    name: string,
    element: XmlElement,
    common: FieldOptions
): FieldSchema {
    const what = `CustomField ${object.name}.${name}`;
    const isDetail = textOf(element, "type") === "MasterDetail";
    if (object.kind === "customMetadata" || object.kind === "customSetting") {
        throw new DeployProblem(
            `${what}: ${object.name} can't have a relationship field in this local org`,
            element.line
        );
    }
    if (isDetail && object.kind === "standard") {
        throw new DeployProblem(`${what}: a standard object can't be the detail of another`, element.line);
    }
    const target = org.schema.object(requiredText(element, "referenceTo", what));
    if (target === undefined) {
        throw new DeployProblem(
            `${what}: referenceTo ${textOf(element, "referenceTo")} is not an object of this local org`,
            element.line
        );
    }
    const constraint = textOf(element, "deleteConstraint") ?? "SetNull";
    if (!["SetNull", "Restrict", "Cascade"].includes(constraint)) {
        throw new DeployProblem(
            `${what}: deleteConstraint ${constraint} is not supported by this local org`,
            element.line
        );
    }
    const children = textOf(element, "relationshipName");
    return reference(name, target.name, {
        ...common,
        nillable: isDetail ? false : (common.nillable ?? true),
        updateable: !isDetail || booleanOf(element, "reparentableMasterDetail", false),
        relationshipName: name.replace(/__c$/, "__r"),
        ...(children === undefined ? {} : { children: `${children}__r` }),
        cascadeDelete: isDetail || constraint === "Cascade",
        restrictedDelete: constraint === "Restrict"
    });
}

/** From one custom metadata type to another. Files give the other record's name, the row holds its Id. */
export function metadataRelationshipOf(
    { org }: DeployContext,
    object: ObjectSchema,
    name: string,
    element: XmlElement,
    common: FieldOptions
): FieldSchema {
    const what = `CustomField ${object.name}.${name}`;
    if (object.kind !== "customMetadata") {
        throw new DeployProblem(`${what}: only a custom metadata type has metadata relationships`, element.line);
    }
    const targetName = requiredText(element, "referenceTo", what);
    const target = org.schema.object(targetName);
    if (target?.kind !== "customMetadata") {
        throw new DeployProblem(
            `${what}: a metadata relationship to ${targetName} is not supported by this local org, only one to a custom metadata type`,
            element.line
        );
    }
    const children = textOf(element, "relationshipName");
    return reference(name, target.name, {
        ...common,
        relationshipName: name.replace(/__c$/, "__r"),
        ...(children === undefined ? {} : { children: `${children}__r` })
    });
}
