import { developerName, type RecordRule } from "c/pwPolicy";
import JSZip from "jszip";
import { z } from "zod";
import { explainFailure, OrgRefusal } from "../audit/gather/refusal.ts";
import { CannotStart } from "../cannotStart.ts";
import type { DeployConnection } from "../deploys/deployZip.ts";
import { metadataXml } from "../gate/xml.ts";

/** The record of one rule as the org has it, every value with its type. */
export interface OrgRuleRecord {
    readonly fullName: string;
    readonly label: string;
    readonly protected: boolean;
    readonly values: readonly { readonly field: string; readonly value: TypedText | null }[];
}

interface TypedText {
    /** "xsd:string" and the like. */
    readonly type: string;
    readonly text: string;
}

const valueSchema = z.union([
    z.looseObject({ $: z.looseObject({ "xsi:nil": z.literal("true") }) }).transform(() => null),
    z
        .looseObject({ _: z.string().default(""), $: z.looseObject({ "xsi:type": z.string() }) })
        .transform(({ _: text, $ }): TypedText => ({ type: $["xsi:type"], text }))
]);
const recordSchema = z.object({
    fullName: z.string(),
    label: z.string(),
    protected: z.union([z.boolean(), z.enum(["true", "false"])]).transform((value) => String(value) === "true"),
    values: z.array(z.object({ field: z.string(), value: valueSchema }))
});

/** What of a connection reads and deploys one record of custom metadata. */
export interface RecordReader extends DeployConnection {
    readonly metadata: DeployConnection["metadata"] & {
        read(type: "CustomMetadata", fullName: string): PromiseLike<unknown>;
    };
}

/** Throws `CannotStart` where the record is not there or can't be read whole: a value that is lost would be blanked. */
export async function readRuleRecord(connection: RecordReader, rule: RecordRule): Promise<OrgRuleRecord> {
    const fullName = `PW_Rule.${developerName(rule.id)}`;
    try {
        const record = recordSchema.safeParse(await connection.metadata.read("CustomMetadata", fullName));
        if (record.success) return record.data;
    } catch (error) {
        const reason = explainFailure(error, connection.instanceUrl);
        if (!(reason instanceof OrgRefusal)) throw reason;
        throw new CannotStart(`The record ${fullName} could not be read: ${reason.message}`);
    }
    throw new CannotStart(`The record ${fullName} could not be read whole: nothing was changed.`);
}

/** The level in a record; null where it is blank. */
export function levelOf({ values }: OrgRuleRecord): string | null {
    return values.find(({ field }) => field === "Level__c")?.value?.text ?? null;
}

/** The record with another level and everything else as it was. */
export function withLevel(record: OrgRuleRecord, level: string | null): OrgRuleRecord {
    const value = level === null ? null : { type: "xsd:string", text: level };
    return {
        ...record,
        values: [...record.values.filter(({ field }) => field !== "Level__c"), { field: "Level__c", value }]
    };
}

/** The two files of a package that brings this record alone; names below the package's folder. */
export function recordPackage(record: OrgRuleRecord): Readonly<Record<string, string>> {
    const types = { members: record.fullName, name: "CustomMetadata" };
    const content = {
        label: record.label,
        protected: String(record.protected),
        values: record.values.map(({ field, value }) => ({ field, value: elementOf(value) }))
    };
    const namespaces = {
        "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "@xmlns:xsd": "http://www.w3.org/2001/XMLSchema"
    };
    return {
        "package.xml": metadataXml("Package", { types, version: "66.0" }),
        [`customMetadata/${record.fullName}.md`]: metadataXml("CustomMetadata", content, namespaces)
    };
}

export function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return zip.generateAsync({ type: "nodebuffer" });
}

function elementOf(value: TypedText | null): Record<string, string> {
    return value === null ? { "@xsi:nil": "true" } : { "@xsi:type": value.type, "#text": value.text };
}
