import { fieldOf, file, validationRule } from "../../../local-org/metadata/__tests__/deployed.ts";
import type { MemberLists } from "../../../local-org/metadata/__tests__/deployed.ts";

/** Something to deploy, and how the table calls it. */
export interface Piece {
    readonly says: string;
    readonly members: MemberLists;
    readonly files: Readonly<Record<string, string>>;
}

/** A validation rule that refuses with its own name as message. */
export function rule(object: string, name: string, formula: string, more: { active?: boolean } = {}): Piece {
    const { active = true } = more;
    const says = `${active ? "" : "inactive "}validation rule ${name} on ${object}: ${formula}`;
    const content = validationRule(name, formula)
        .replace("<active>true</active>", `<active>${active}</active>`)
        .replace("Add a product first.", name);
    return objectPiece(object, says, { ValidationRule: [`${object}.${name}`] }, content);
}

/** A custom field of a standard object; `more` is the XML of its type's own properties. */
export function customField(object: string, name: string, type: string, more = ""): Piece {
    const says = `field ${object}.${name} (${type}${more.includes("<trackHistory>") ? ", history tracked" : ""})`;
    return objectPiece(object, says, { CustomField: [`${object}.${name}`] }, fieldOf(name, type, more));
}

export function lookup(object: string, name: string, to: string): Piece {
    const relationship = `<referenceTo>${to}</referenceTo><relationshipName>${name.replace("__c", "s")}</relationshipName>`;
    return customField(object, name, "Lookup", `${relationship}<deleteConstraint>SetNull</deleteConstraint>`);
}

export const text255 = "<length>255</length>";
export const amount = "<precision>18</precision><scale>2</scale>";

/** Sums a field of the children that a reference ties to the object. */
export function rollUp(object: string, name: string, reference: string, summarized: string): Piece {
    const [child = ""] = reference.split(".");
    const content = `<summaryForeignKey>${reference}</summaryForeignKey><summarizedField>${child}.${summarized}</summarizedField><summaryOperation>sum</summaryOperation>`;
    const says = `roll-up ${object}.${name}: the sum of ${child}.${summarized}`;
    return objectPiece(object, says, { CustomField: [`${object}.${name}`] }, fieldOf(name, "Summary", content));
}

/** A custom object that is the detail of opportunities, with a number to sum. */
export const part: Piece = {
    says: "object Part__c, a detail of Opportunity, with Value__c",
    members: { CustomObject: ["Part__c"] },
    files: {
        "objects/Part__c.object": file(
            "CustomObject",
            `<label>Part</label><pluralLabel>Parts</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ControlledByParent</sharingModel>
            <fields><fullName>Opportunity__c</fullName><label>Opportunity</label><type>MasterDetail</type><referenceTo>Opportunity</referenceTo><relationshipName>Parts</relationshipName><relationshipLabel>Parts</relationshipLabel><relationshipOrder>0</relationshipOrder><reparentableMasterDetail>true</reparentableMasterDetail><writeRequiresMasterRead>false</writeRequiresMasterRead></fields>
            ${fieldOf("Value__c", "Number", amount)}`
        )
    }
};

function objectPiece(object: string, says: string, members: MemberLists, content: string): Piece {
    return { says, members, files: { [`objects/${object}.object`]: file("CustomObject", content) } };
}
