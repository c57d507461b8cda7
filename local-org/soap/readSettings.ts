import { childrenNamed, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { LeadConversionSettings } from "../save/leadConversion.ts";
import { soapXml } from "./soapEnvelope.ts";

/**
 * `readMetadata` of the one settings type that this org can tell: how it converts leads. Undefined where another type
 * is asked for.
 */
export function readSettings(settings: LeadConversionSettings, operation: XmlElement): string | undefined {
    if (textOf(operation, "type") !== "LeadConfigSettings") return undefined;
    const records = childrenNamed(operation, "fullNames").map(({ text }) => {
        if (text !== "LeadConfig") return `<records xsi:nil="true"/>`;
        const told = soapXml("shouldLeadConvertRequireValidation", settings.requiresValidation);
        return `<records xsi:type="LeadConfigSettings">${soapXml("fullName", text)}${told}</records>`;
    });
    return `<result>${records.join("")}</result>`;
}
