import { OrgError } from "../orgError.ts";
import { escapeXml, parseXml } from "../metadata/xmlElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";

/** One call of the SOAP API. */
export interface SoapCall {
    /** `deploy`, with its arguments as children. */
    readonly operation: XmlElement;
    readonly sessionId: string;
}

/** A result as nested records; null is left out, an array becomes one element an item. */
export type SoapValue =
    string | number | boolean | null | readonly SoapValue[] | { readonly [name: string]: SoapValue };

export const partnerNamespace = "urn:partner.soap.sforce.com";

const metadataNamespace = "http://soap.sforce.com/2006/04/metadata";

const envelopeStart = (namespace: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ` +
    `xmlns="${namespace}" xmlns:sf="${namespace}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>`;
const envelopeEnd = "</soapenv:Body></soapenv:Envelope>";

/** Reads a request. Throws OrgError for what is no SOAP envelope with one operation. */
export function readSoapCall(body: string): SoapCall {
    const envelope = parseXml(body, "The request");
    const operations = childOf(envelope, "Body")?.children ?? [];
    const [operation] = operations;
    if (envelope.name !== "Envelope" || operation === undefined || operations.length > 1) {
        throw new OrgError(
            "INVALID_SOAP_ENVELOPE",
            "The request is not a SOAP envelope with one operation in its body."
        );
    }
    const header = childOf(envelope, "Header");
    const session = header === undefined ? undefined : childOf(header, "SessionHeader");
    return { operation, sessionId: session === undefined ? "" : (childOf(session, "sessionId")?.text ?? "") };
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** `content` is the finished XML inside the response element. */
export function soapResponse(operation: string, content: string, namespace = metadataNamespace): string {
    return `${envelopeStart(namespace)}<${operation}Response>${content}</${operation}Response>${envelopeEnd}`;
}

export function soapFault(code: string, message: string, namespace = metadataNamespace): string {
    const fault = `<faultcode>sf:${escapeXml(code)}</faultcode><faultstring>${escapeXml(`${code}: ${message}`)}</faultstring>`;
    return `${envelopeStart(namespace)}<soapenv:Fault>${fault}</soapenv:Fault>${envelopeEnd}`;
}

/** The value as elements of the name. */
export function soapXml(name: string, value: SoapValue): string {
    if (value === null) return "";
    if (isList(value)) return value.map((item) => soapXml(name, item)).join("");
    if (typeof value !== "object") return `<${name}>${escapeXml(String(value))}</${name}>`;
    const inside = Object.entries(value).map(([child, content]) => soapXml(child, content));
    return `<${name}>${inside.join("")}</${name}>`;
}

function isList(value: SoapValue): value is readonly SoapValue[] {
    return Array.isArray(value);
}
