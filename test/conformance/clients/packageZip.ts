import { file, fieldOf, manifest, validationRule } from "../../../local-org/metadata/__tests__/deployed.ts";
import type { MemberLists } from "../../../local-org/metadata/__tests__/deployed.ts";
import { zipOf } from "../hostile/zipOf.ts";

/** A small package: a field that records can be named by, and a rule that refuses a save. */
export const deployedMembers: MemberLists = {
    CustomField: ["Account.Number__c"],
    ValidationRule: ["Opportunity.Has_Next_Step"]
};

export function packageZip(): Buffer {
    const key = fieldOf("Number__c", "Text", "<length>20</length><externalId>true</externalId><unique>true</unique>");
    return zipOf({
        "package.xml": manifest(deployedMembers),
        "objects/Account.object": file("CustomObject", key),
        "objects/Opportunity.object": file(
            "CustomObject",
            validationRule("Has_Next_Step", 'AND(ISPICKVAL(StageName, "Closed Won"), ISBLANK(NextStep))')
        )
    });
}

export const removalZip = (): Buffer =>
    zipOf({ "package.xml": manifest({}), "destructiveChanges.xml": manifest(deployedMembers) });
