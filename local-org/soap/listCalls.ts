import { childTypesOf } from "../metadata/childComponents.ts";
import type { DeployContext } from "../metadata/deployContext.ts";
import { metadataType, metadataTypes, refusal } from "../metadata/metadataTypes.ts";
import { childrenNamed, requiredText } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { undeployedNames } from "../metadata/undeployedComponents.ts";
import { OrgError } from "../orgError.ts";
import { soapXml } from "./soapEnvelope.ts";
import type { SoapValue } from "./soapEnvelope.ts";

/** `describeMetadata`: the types that can be deployed here, enforced and stored. */
export function describeMetadata(): string {
    const metadataObjects = metadataTypes
        .filter((type) => type.directory !== null)
        .map((type) => ({
            childXmlNames: childTypesOf(type).map((child) => child.name),
            directoryName: type.directory,
            inFolder: type.inFolder === true,
            metaFile: false,
            suffix: type.suffix,
            xmlName: type.name
        }));
    return soapXml("result", {
        metadataObjects,
        organizationNamespace: "",
        partialSaveAllowed: true,
        testRequired: false
    });
}

/** `listMetadata`: what was deployed, and every object under CustomObject. */
export function listMetadata(context: DeployContext, operation: XmlElement): string {
    return childrenNamed(operation, "queries")
        .flatMap((query) => propertiesOf(context, requiredText(query, "type", "listMetadata")))
        .map((properties) => soapXml("result", properties))
        .join("");
}

/** In a manifest a folder is a component of what it holds; a list has a type of its own for it. */
const folderTypes: ReadonlyMap<string, string> = new Map([
    ["ReportFolder", "Report"],
    ["DashboardFolder", "Dashboard"]
]);

function propertiesOf(context: DeployContext, type: string): SoapValue[] {
    const held = folderTypes.get(type);
    if (held !== undefined) {
        return context.deployed
            .components()
            .filter((component) => component.type === held && !component.fullName.includes("/"))
            .map(({ fullName, path, lastModifiedDate }) =>
                fileProperties(context, type, fullName, path, lastModifiedDate)
            );
    }
    if (metadataType(type) === undefined) throw new OrgError("INVALID_TYPE", refusal(type));
    const deployed = new Map(
        context.deployed
            .components()
            .filter((component) => component.type === type)
            .map(({ fullName, path, lastModifiedDate }) => [
                fullName,
                fileProperties(context, type, fullName, path, lastModifiedDate)
            ])
    );
    // The platform lists no standard value sets: who wants one names it.
    if (type === "StandardValueSet") return [];
    if (type !== "CustomObject") {
        const made = undeployedNames(context, type).map((name) => {
            const path = `objects/${name.split(".")[0]}.object`;
            return fileProperties(context, type, name, path, context.org.clock.now());
        });
        return [...deployed.values(), ...made];
    }
    return context.org.schema
        .objects()
        .map(
            ({ name }) =>
                deployed.get(name) ??
                fileProperties(context, type, name, `objects/${name}.object`, context.org.clock.now())
        );
}

/** The platform's FileProperties; who and when are those of the listing user's view of this small org. */
export function fileProperties(
    context: DeployContext,
    type: string,
    fullName: string,
    fileName: string,
    date: string
): SoapValue {
    return {
        createdById: context.user.id,
        createdByName: context.user.name,
        createdDate: date,
        fileName,
        fullName,
        id: "",
        lastModifiedById: context.user.id,
        lastModifiedByName: context.user.name,
        lastModifiedDate: date,
        manageableState: "unmanaged",
        type
    };
}
