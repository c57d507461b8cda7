import type { WrittenFile } from "../written/writtenFolder.ts";
import { metadataXml } from "./xml.ts";

/** Text, a number as decimal text, a day "YYYY-MM-DD", or a field left unset. */
export type CustomMetadataValue = string | { readonly number: string } | { readonly date: string } | null;

export function customMetadataFile(
    type: string,
    name: string,
    label: string,
    values: Readonly<Record<string, CustomMetadataValue>>
): WrittenFile {
    return {
        path: customMetadataPath(type, name),
        content: metadataXml(
            "CustomMetadata",
            {
                label,
                protected: "false",
                values: Object.entries(values).map(([field, value]) => ({ field, value: valueElement(value) }))
            },
            {
                "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "@xmlns:xsd": "http://www.w3.org/2001/XMLSchema"
            }
        )
    };
}

/** Below the overlay's folder. */
export function customMetadataPath(type: string, name: string): string {
    return `customMetadata/${type}.${name}.md-meta.xml`;
}

function valueElement(value: CustomMetadataValue): Record<string, string> {
    if (value === null) {
        return { "@xsi:nil": "true" };
    }
    if (typeof value === "object" && "date" in value) {
        return { "@xsi:type": "xsd:date", "#text": value.date };
    }
    return typeof value === "string"
        ? { "@xsi:type": "xsd:string", "#text": value }
        : { "@xsi:type": "xsd:double", "#text": value.number.includes(".") ? value.number : `${value.number}.0` };
}
