import type { Component } from "./deployed.ts";
import type { DeployContext } from "./deployContext.ts";
import { metadataType } from "./metadataTypes.ts";
import { businessProcessContent, recordTypeContent } from "./recordTypes.ts";
import { standardValueSetContent } from "./standardValueSets.ts";

type Here = Pick<DeployContext, "org" | "deployed">;

/**
 * The component as a file of its own where nobody deployed it: standard objects and value sets, which every org
 * has, and the record types and processes that a load brought. Undefined where there is none.
 */
export function undeployedComponent(context: Here, type: string, fullName: string): Component | undefined {
    const { org } = context;
    const [objectName = "", name = ""] = fullName.split(/\.(.*)/s);
    const object = org.schema.object(type === "CustomObject" ? fullName : objectName);
    const inside = { StandardValueSet: () => standardValueSetContent(context, fullName) }[type];
    const file = (path: string, own: string, content: string | undefined): Component | undefined =>
        content === undefined
            ? undefined
            : {
                  type,
                  fullName: own,
                  path,
                  content: new TextEncoder().encode(content),
                  lastModifiedDate: org.clock.now()
              };
    if (inside !== undefined) {
        const content = inside();
        const whole =
            content && `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${namespace}">\n${content}</${type}>\n`;
        return file(`standardValueSets/${fullName}.standardValueSet`, fullName, whole);
    }
    if (object === undefined) return undefined;
    const path = `objects/${object.name}.object`;
    const part = (tag: string, content: string | undefined): string | undefined =>
        content && `<${tag}>${content}</${tag}>`;
    if (type === "CustomObject") return file(path, object.name, "<CustomObject/>");
    if (type === "BusinessProcess") {
        return file(path, fullName, part("businessProcesses", businessProcessContent(object, name)));
    }
    if (type === "RecordType")
        return file(path, fullName, part("recordTypes", recordTypeContent(context, object, name)));
    return undefined;
}

const namespace = "http://soap.sforce.com/2006/04/metadata";

/** Record types and processes that stand in the schema and were not deployed. */
export function undeployedNames({ org, deployed }: Here, type: string): readonly string[] {
    const objects = org.schema.objects();
    const names =
        type === "RecordType"
            ? objects.flatMap(({ name, recordTypes = [] }) =>
                  recordTypes.map((each) => `${name}.${each.developerName}`)
              )
            : type === "BusinessProcess"
              ? objects.flatMap(({ name, processes = [] }) => processes.map((each) => `${name}.${each.name}`))
              : [];
    return names.filter((name) => deployed.files(type, name).length === 0);
}

/** Those parts of an object's file that nobody deployed. */
export function undeployedParts(context: Here, objectName: string): readonly Component[] {
    return ["BusinessProcess", "RecordType"].flatMap((type) =>
        undeployedNames(context, type)
            .filter((name) => name.startsWith(`${objectName}.`) && metadataType(type) !== undefined)
            .flatMap((name) => undeployedComponent(context, type, name) ?? [])
    );
}
