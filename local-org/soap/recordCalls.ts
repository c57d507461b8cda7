import { deployCustomMetadata, findType, recordNamed } from "../metadata/customMetadataRecords.ts";
import type { DeployContext } from "../metadata/deployContext.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { metadataType } from "../metadata/metadataTypes.ts";
import { childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import { writeXml } from "../metadata/xmlElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { OrgError } from "../orgError.ts";
import { soapXml } from "./soapEnvelope.ts";
import type { SoapValue } from "./soapEnvelope.ts";

/** How many custom metadata records the platform takes in one call. */
const mostRecords = 200;

type Writing = "createMetadata" | "updateMetadata" | "upsertMetadata";

/** Creates or changes custom metadata records at once, each for itself: this is how rule levels change without a deploy. */
export function writeMetadata(context: DeployContext, operation: XmlElement): string {
    const records = childrenNamed(operation, "metadata");
    checkCount(records);
    for (const record of records) checkType((record.attributes["xsi:type"] ?? "").replace(/^.*:/, ""), operation.name);
    return records.map((record) => soapXml("result", writeOne(context, operation.name as Writing, record))).join("");
}

/** `deleteMetadata` of custom metadata records. */
export function deleteMetadata(context: DeployContext, operation: XmlElement): string {
    checkType(textOf(operation, "type") ?? "", "deleteMetadata");
    const names = childrenNamed(operation, "fullNames");
    checkCount(names);
    return names.map(({ text: fullName }) => soapXml("result", deleteOne(context, fullName))).join("");
}

function writeOne(context: DeployContext, writing: Writing, record: XmlElement): SoapValue {
    const fullName = requiredText(record, "fullName", "metadata");
    try {
        const { object, developerName } = findType(context, fullName);
        const exists = recordNamed(context, object, developerName) !== undefined;
        if (exists && writing === "createMetadata")
            return refused(fullName, "DUPLICATE_DEVELOPER_NAME", `${fullName} exists already`);
        if (!exists && writing === "updateMetadata") {
            return refused(
                fullName,
                "INVALID_CROSS_REFERENCE_KEY",
                `In field: fullName - no CustomMetadata named ${fullName} found`
            );
        }
        context.org.store.transaction(() => putRecord(context, fullName, record));
        return { ...(writing === "upsertMetadata" ? { created: !exists } : {}), fullName, success: true };
    } catch (error) {
        if (!(error instanceof DeployProblem)) throw error;
        return refused(fullName, "FIELD_INTEGRITY_EXCEPTION", error.message);
    }
}

function putRecord(context: DeployContext, fullName: string, record: XmlElement): void {
    const type = metadataType("CustomMetadata");
    if (type === undefined) throw new Error("CustomMetadata is missing from the table of metadata types.");
    const path = `customMetadata/${fullName}.md`;
    const content = new TextEncoder().encode(writeXml({ ...record, name: "CustomMetadata", attributes: {} }));
    deployCustomMetadata(context, { type, fullName, path, element: record, files: [] });
    context.deployed.putComponent({
        type: type.name,
        fullName,
        path,
        content,
        lastModifiedDate: context.org.clock.now()
    });
}

function deleteOne(context: DeployContext, fullName: string): SoapValue {
    const { object, developerName } = findType(context, fullName);
    const row = recordNamed(context, object, developerName);
    if (row === undefined)
        return refused(fullName, "INVALID_CROSS_REFERENCE_KEY", `no CustomMetadata named ${fullName} found`);
    context.org.store.remove(object, String(row["Id"]));
    context.deployed.remove("CustomMetadata", fullName);
    return { fullName, success: true };
}

function refused(fullName: string, statusCode: string, message: string): SoapValue {
    return { errors: { message, statusCode }, fullName, success: false };
}

function checkType(type: string, operation: string): void {
    if (type === "CustomMetadata") return;
    throw new OrgError(
        "INVALID_TYPE",
        `${operation} of ${type === "" ? "no type" : type} is not supported by this local org; deploy it instead.`
    );
}

function checkCount(records: readonly XmlElement[]): void {
    if (records.length > mostRecords)
        throw new OrgError("LIMIT_EXCEEDED", `At most ${mostRecords} records are taken in one call.`);
}
