import { putBusinessProcess } from "../data/businessProcesses.ts";
import { putRecordType } from "../data/deployedRecordTypes.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import { escapeXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

export const businessProcessShape: ElementShape = {
    enforced: ["fullName", "description", "isActive", "values"],
    kept: []
};

export const recordTypeShape: ElementShape = {
    enforced: ["fullName", "label", "description", "active", "businessProcess", "picklistValues"],
    kept: ["compactLayoutAssignment"]
};

// A process has no default of its own here, nor has a picklist by record type.
const valueShape: ElementShape = { enforced: ["fullName"], kept: ["default", "allowEmail", "color", "description"] };
const picklistShape: ElementShape = { enforced: ["picklist", "values"], kept: [] };

/** `Opportunity.New_Business`: the stages of a sales process, or the statuses of a lead process. */
export const deployBusinessProcess: DeployComponent = ({ org }, { fullName, element }) => {
    const what = `BusinessProcess ${fullName}`;
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, businessProcessShape, what);
    const { objectName, name } = partsOf(fullName);
    const existed = org.schema.object(objectName)?.processes?.some((each) => each.name === name) === true;
    const values = valuesIn(element, what);
    if (values.length === 0) throw new DeployProblem(`${what}: it must hold at least one value`, element.line);
    putBusinessProcess(org, {
        objectName,
        name,
        description: textOf(element, "description") ?? null,
        isActive: booleanOf(element, "isActive", true),
        values
    });
    return existed ? "changed" : "created";
};

export const deployRecordType: DeployComponent = ({ org }, { fullName, element }) => {
    const what = `RecordType ${fullName}`;
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, recordTypeShape, what);
    const { objectName, name } = partsOf(fullName);
    const existed = org.schema.object(objectName)?.recordTypes?.some((each) => each.developerName === name) === true;
    const picklists = childrenNamed(element, "picklistValues").map((entry) => {
        checkShape(entry, picklistShape, `${what}, picklistValues`);
        return [requiredText(entry, "picklist", `${what}, picklistValues`), valuesIn(entry, what)] as const;
    });
    putRecordType(org, {
        objectName,
        developerName: name,
        label: requiredText(element, "label", what),
        description: textOf(element, "description") ?? null,
        isActive: booleanOf(element, "active", true),
        businessProcess: textOf(element, "businessProcess") ?? null,
        picklists: new Map(picklists)
    });
    return existed ? "changed" : "created";
};

function partsOf(fullName: string): { objectName: string; name: string } {
    const at = fullName.indexOf(".");
    return { objectName: fullName.slice(0, at), name: fullName.slice(at + 1) };
}

function valuesIn(element: XmlElement, what: string): string[] {
    return childrenNamed(element, "values").map((value) => {
        checkShape(value, valueShape, `${what}, values`);
        return unescaped(requiredText(value, "fullName", `${what}, values`));
    });
}

// Here, unlike in value sets, the platform writes "Proposal%2FPrice Quote".
function unescaped(text: string): string {
    return text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const escaped = (text: string): string => escapeXml(text.replace(/[%/&"'<>+,]/g, encodeURIComponent));

/** A process that was loaded, as it would have been deployed: the inside of its element. */
export function businessProcessContent(object: ObjectSchema, name: string): string | undefined {
    const process = object.processes?.find((each) => each.name === name);
    if (process === undefined) return undefined;
    return `<fullName>${escapeXml(name)}</fullName><isActive>true</isActive>${valueElements([...process.values])}`;
}

/** A record type that was loaded, likewise. */
export function recordTypeContent(
    { org }: Pick<DeployContext, "org">,
    object: ObjectSchema,
    name: string
): string | undefined {
    const recordType = object.recordTypes?.find((each) => each.developerName === name);
    if (recordType === undefined) return undefined;
    const process = org.schema.object(object.name)?.processes?.find(({ id }) => id === recordType.processId);
    const picklists = [...recordType.picklists]
        .map(
            ([picklist, values]) =>
                `<picklistValues><picklist>${picklist}</picklist>${valueElements([...values])}</picklistValues>`
        )
        .join("");
    const of = process === undefined ? "" : `<businessProcess>${escapeXml(process.name)}</businessProcess>`;
    return `<fullName>${escapeXml(name)}</fullName><active>${recordType.active}</active>${of}<label>${escapeXml(recordType.name)}</label>${picklists}`;
}

function valueElements(values: readonly string[]): string {
    return values
        .map((value) => `<values><fullName>${escaped(value)}</fullName><default>false</default></values>`)
        .join("");
}
