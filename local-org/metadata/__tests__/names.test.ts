import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deploy, fieldOf, file, manifest, newOrg, problemsOf, textField, validationRule } from "./deployed.ts";

describe("a deploy refuses, for the sake of names,", () => {
    const objectFile = (fields = ""): string =>
        file(
            "CustomObject",
            "<label>A</label><pluralLabel>A</pluralLabel><nameField><label>N</label><type>Text</type></nameField>" +
                "<deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>" +
                fields
        );
    const grants = file("PermissionSet", "<label>See</label>");
    const respelled: readonly (readonly [type: string, name: string, other: string, path: string, content: string])[] =
        [
            ["CustomObject", "Deal__c", "DEAL__c", "objects/%.object", objectFile()],
            ["PermissionSet", "See", "SEE", "permissionsets/%.permissionset", grants],
            ["CustomField", "Opportunity.X__c", "Opportunity.x__c", "objects/Opportunity.object", ""],
            ["ValidationRule", "Opportunity.Rule", "Opportunity.rule", "objects/Opportunity.object", ""]
        ];
    for (const [type, name, other, path, content] of respelled) {
        it(`a ${type} in another spelling than it has`, () => {
            const held = newOrg();
            const inside = (each: string): string => each.replace("Opportunity.", "");
            const made = (each: string): string =>
                file(
                    "CustomObject",
                    type === "CustomField" ? textField(inside(each)) : validationRule(inside(each), "Amount > 1")
                );
            const put = (each: string) =>
                deploy(held, { [type]: [each] }, { [path.replace("%", each)]: content === "" ? made(each) : content });
            assert.deepEqual(problemsOf(put(name)), []);

            const again = put(other);

            assert.match(problemsOf(again).join(), new RegExp(`${type} ${other} is there as ${name}; `));
        });
    }

    it("a name with a space", () => {
        const report = deploy(newOrg(), { PermissionSet: ["A b"] }, { "permissionsets/A b.permissionset": grants });

        assert.match(
            problemsOf(report).join(),
            /PermissionSet A b: a name holds letters, digits and single underscores/
        );
    });

    it("the deletion of an object that a roll-up reads", () => {
        const held = newOrg();
        const detail = "<referenceTo>Whole__c</referenceTo><relationshipName>Parts</relationshipName>";
        const count =
            "<summaryForeignKey>Part__c.Whole__c</summaryForeignKey><summaryOperation>count</summaryOperation>";
        const made = deploy(
            held,
            { CustomObject: ["Whole__c", "Part__c"] },
            {
                "objects/Whole__c.object": objectFile(fieldOf("Parts__c", "Summary", count)),
                "objects/Part__c.object": objectFile(fieldOf("Whole__c", "MasterDetail", detail))
            }
        );
        assert.deepEqual(problemsOf(made), []);

        const report = deploy(held, {}, { "destructiveChanges.xml": manifest({ CustomObject: ["Part__c"] }) });

        assert.match(problemsOf(report).join(), /Part__c can't be deleted: the roll-up Whole__c\.Parts__c reads it/);
    });
});
