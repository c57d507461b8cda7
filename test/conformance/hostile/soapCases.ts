import { deflateRawSync } from "node:zlib";
import { zipOf } from "./zipOf.ts";
import { get, send } from "./hostileCase.ts";
import type { HostileCase } from "./hostileCase.ts";

const metadata = "http://soap.sforce.com/2006/04/metadata";

/** The session that the runner puts in place of this word. */
export const sessionPlace = "{session}";

const envelope = (body: string, session = sessionPlace, before = ""): string =>
    `<?xml version="1.0"?>${before}<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><SessionHeader xmlns="${metadata}"><sessionId>${session}</sessionId></SessionHeader></env:Header><env:Body>${body}</env:Body></env:Envelope>`;

const soap = (body: string, path = "/services/Soap/m/66.0"): HostileCase["request"] =>
    send("POST", path, body, { headers: { "Content-Type": "text/xml", SOAPAction: '""' } });

const fault = (name: string, body: string, code: string, path?: string): HostileCase => ({
    name: `SOAP: ${name}`,
    request: soap(body, path),
    status: 500,
    code
});

const call = (inside: string): string => `<describeMetadata xmlns="${metadata}">${inside}</describeMetadata>`;
const entity = (declared: string): string => `<!DOCTYPE x [${declared}]>`;
const laughs = Array.from(
    { length: 10 },
    (_, n) => `<!ENTITY l${n} "${n === 0 ? "ha" : `&l${n - 1};`.repeat(10)}">`
).join("");

export const soapCases: readonly HostileCase[] = [
    { name: "SOAP: a GET", request: get("/services/Soap/m/66.0"), status: 405, code: "METHOD_NOT_ALLOWED" },
    fault("nothing at all", "", "INVALID_XML"),
    fault("no XML", "hello", "INVALID_XML"),
    fault("XML that doesn't close", "<env:Envelope><a>", "INVALID_XML"),
    fault("XML that is no envelope", "<a/>", "INVALID_SOAP_ENVELOPE"),
    fault(
        "a file by an entity",
        envelope(call("&x;"), sessionPlace, entity('<!ENTITY x SYSTEM "file:///etc/passwd">')),
        "INVALID_XML"
    ),
    fault(
        "an address by an entity",
        envelope(call("&x;"), sessionPlace, entity('<!ENTITY x SYSTEM "http://127.0.0.1:1/">')),
        "INVALID_XML"
    ),
    fault("entities that grow to a billion", envelope(call("&l9;"), sessionPlace, entity(laughs)), "INVALID_XML"),
    fault("an entity that nobody declared", envelope(call("&nope;")), "INVALID_XML"),
    fault("10,000 levels", envelope(call(`${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}`)), "INVALID_XML"),
    fault("an operation that is none", envelope(`<nope xmlns="${metadata}"/>`), "INVALID_OPERATION"),
    fault("an operation of JavaScript", envelope(`<constructor xmlns="${metadata}"/>`), "INVALID_XML"),
    fault("two operations", envelope(call("") + call("")), "INVALID_SOAP_ENVELOPE"),
    fault("no operation", envelope(""), "INVALID_SOAP_ENVELOPE"),
    fault("a wrong session", envelope(call(""), "wrong"), "INVALID_SESSION_ID"),
    fault("another API", envelope(call("")), "NOT_FOUND", "/services/Soap/x/66.0"),
    fault(
        "a job that is none",
        envelope(`<checkDeployStatus xmlns="${metadata}"><asyncProcessId>nope</asyncProcessId></checkDeployStatus>`),
        "INVALID_ID_FIELD"
    )
];

function deployCall(zip: string): string {
    return `<deploy xmlns="${metadata}"><ZipFile>${zip}</ZipFile><DeployOptions><singlePackage>true</singlePackage></DeployOptions></deploy>`;
}

/** An archive, and what the deploy's result has to say of it. */
export interface ArchiveCase {
    readonly name: string;
    /** Text stands there as it is, where base64 belongs. */
    readonly zip: Buffer | string;
    readonly says: RegExp;
}

const manifest = `<Package xmlns="${metadata}"><types><members>*</members><name>CustomLabels</name></types><version>66.0</version></Package>`;

export const archiveCases: readonly ArchiveCase[] = [
    { name: "no zip", zip: Buffer.from("hello"), says: /not a zip archive/ },
    { name: "no base64", zip: "%%%", says: /zip|ZipFile/i },
    { name: "nothing", zip: Buffer.alloc(0), says: /zip|ZipFile/i },
    { name: "no package.xml", zip: zipOf({ "a.txt": "a" }), says: /package\.xml/ },
    { name: "a package.xml that is no XML", zip: zipOf({ "package.xml": "hello" }), says: /package\.xml/ },
    {
        name: "a package.xml with a document type",
        zip: zipOf({ "package.xml": `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>${manifest}` }),
        says: /document type is not allowed/
    },
    {
        name: "a file that climbs out",
        zip: zipOf({ "package.xml": manifest, "../../../../tmp/pipewright-climbed.labels": "<a/>" }),
        says: /climbed|\.\.|not in|failed/i
    },
    {
        name: "a file whose size is a lie",
        zip: zipOf({ "package.xml": manifest, "labels/CustomLabels.labels": { content: "a".repeat(1000), size: 10 } }),
        says: /damaged/
    },
    {
        name: "a bomb of 4 GB",
        zip: zipOf({
            "package.xml": manifest,
            "labels/CustomLabels.labels": { packed: deflateRawSync(Buffer.alloc(64 * 1024 * 1024)), size: 0xf0000000 }
        }),
        says: /large|limit|MB|damaged/i
    },
    {
        name: "a manifest of a type that is none",
        zip: zipOf({ "package.xml": manifest.replace("CustomLabels", "__proto__") }),
        says: /__proto__/
    },
    { name: "half a zip", zip: zipOf({ "package.xml": manifest }).subarray(0, 60), says: /not a zip archive/ }
];

export const deployBody = (zip: Buffer | string): string =>
    envelope(deployCall(typeof zip === "string" ? zip : zip.toString("base64")));

export const statusBody = (id: string): string =>
    envelope(
        `<checkDeployStatus xmlns="${metadata}"><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`
    );

export const soapRequest = soap;
