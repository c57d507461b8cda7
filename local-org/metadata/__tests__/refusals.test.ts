import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deploy, fieldOf, file, newOrg, problemsOf, ruleType, textField, validationRule } from "./deployed.ts";
import type { MemberLists } from "./deployed.ts";

interface Refusal {
    readonly says: RegExp;
    readonly members: MemberLists;
    readonly files: Readonly<Record<string, string>>;
}

const onOpportunity = (members: MemberLists, content: string, says: RegExp): Refusal => ({
    says,
    members,
    files: { "objects/Opportunity.object": file("CustomObject", content) }
});

const field = (type: string, more: string, says: RegExp): Refusal =>
    onOpportunity({ CustomField: ["Opportunity.X__c"] }, fieldOf("X__c", type, more), says);

const rule = (formula: string, says: RegExp, more = ""): Refusal =>
    onOpportunity({ ValidationRule: ["Opportunity.X"] }, validationRule("X", formula, more), says);

const permissionSet = (content: string, says: RegExp): Refusal => ({
    says,
    members: { PermissionSet: ["X"], CustomField: ["Opportunity.*", "*"] },
    files: {
        "permissionsets/X.permissionset": file("PermissionSet", `<label>X</label>${content}`),
        "objects/Opportunity.object": file(
            "CustomObject",
            textField("Must__c", "<required>true</required>") +
                fieldOf(
                    "Lines__c",
                    "Summary",
                    "<summaryForeignKey>OpportunityLineItem.OpportunityId</summaryForeignKey><summaryOperation>count</summaryOperation>"
                )
        )
    }
});

const record = (values: string, says: RegExp): Refusal => ({
    says,
    members: { CustomObject: ["PW_Rule__mdt"], CustomMetadata: ["PW_Rule.X"] },
    files: {
        "objects/PW_Rule__mdt.object": ruleType.files["objects/PW_Rule__mdt.object"],
        "customMetadata/PW_Rule.X.md": file("CustomMetadata", `<label>X</label>${values}`)
    }
});

const access = (name: string, readable: boolean, editable: boolean): string =>
    `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions>`;

const refusals: Readonly<Record<string, Refusal>> = {
    Apex: {
        says: /^ApexClass Trick: ApexClass is not supported by this local org; remove it from the deploy$/,
        members: { ApexClass: ["Trick"] },
        files: { "classes/Trick.cls": "public class Trick {}", "classes/Trick.cls-meta.xml": file("ApexClass", "") }
    },
    "a member without a file": {
        says: /^Layout Gone: .*'Gone'.*was not found/,
        members: { Layout: ["Gone"] },
        files: {}
    },
    "a broken file": {
        says: /^Layout Torn: layouts\/Torn\.layout is not well-formed XML/,
        members: { Layout: ["Torn"] },
        files: { "layouts/Torn.layout": "<Layout><label></Layout>" }
    },
    "a Lightning bundle that was not built": {
        says: /pwPanel: no pwPanel\.js in the bundle; build it first/,
        members: { LightningComponentBundle: ["pwPanel"] },
        files: {
            "lwc/pwPanel/pwPanel.html": "<template></template>",
            "lwc/pwPanel/pwPanel.js-meta.xml": file("LightningComponentBundle", "")
        }
    },
    "an unknown element of an object": onOpportunity(
        { CustomObject: ["Opportunity"] },
        "<sharingReasons><fullName>Big</fullName></sharingReasons>",
        /CustomObject Opportunity: element sharingReasons is not supported/
    ),
    "a field on an object that isn't there": {
        says: /Nowhere__c is not an object of this local org/,
        members: { CustomField: ["Nowhere__c.X__c"] },
        files: { "objects/Nowhere__c.object": file("CustomObject", textField("X__c")) }
    },
    "a standard field": onOpportunity(
        { CustomField: ["Opportunity.StageName"] },
        fieldOf("StageName", "Picklist"),
        /takes custom fields only/
    ),
    "a formula with a function that isn't known": field(
        "Number",
        "<formula>FROBNICATE(1)</formula><precision>3</precision><scale>0</scale>",
        /Unknown function FROBNICATE/
    ),
    "a formula of another type than its field": field(
        "Date",
        "<formula>Amount</formula>",
        /Formula result is data type \(number\), incompatible with expected data type \(date\)/
    ),
    "a formula on a picklist": field("Picklist", "<formula>StageName</formula>", /a formula of type Picklist is not/),
    "a formula that reads itself": field("Text", "<formula>X__c</formula>", /X__c/),
    "an auto number with a date": field(
        "AutoNumber",
        "<displayFormat>D-{YYYY}-{000}</displayFormat>",
        /a date in displayFormat D-\{YYYY\}-\{000\} is not supported/
    ),
    "an auto number without a number": field("AutoNumber", "<displayFormat>D</displayFormat>", /one number like/),
    "a metadata relationship of an opportunity": field(
        "MetadataRelationship",
        "<referenceTo>EntityDefinition</referenceTo>",
        /only a custom metadata type has metadata relationships/
    ),
    "an unknown field type": field("Location", "<scale>2</scale>", /field type Location is not supported/),
    "a text without a length": field("Text", "", /length must be from 1 to 255/),
    "a number wider than the platform's": field(
        "Number",
        "<precision>19</precision><scale>2</scale>",
        /precision must be from 1 to 18/
    ),
    "a default that is a formula": field(
        "Text",
        '<length>9</length><defaultValue>UPPER("a")</defaultValue>',
        /default value formula/
    ),
    "a lookup to nothing": field(
        "Lookup",
        "<referenceTo>Ghost__c</referenceTo>",
        /referenceTo Ghost__c is not an object/
    ),
    "a roll-up over contact roles": field(
        "Summary",
        "<summaryForeignKey>OpportunityContactRole.OpportunityId</summaryForeignKey><summaryOperation>count</summaryOperation>",
        /not a master-detail relationship to Opportunity/
    ),
    "a list custom setting": {
        says: /customSettingsType List is not supported/,
        members: { CustomObject: ["PW_List__c"] },
        files: {
            "objects/PW_List__c.object": file(
                "CustomObject",
                "<customSettingsType>List</customSettingsType><label>L</label>"
            )
        }
    },
    "an unknown function": rule("FROBNICATE(Amount)", /Unknown function FROBNICATE/),
    "an unknown field in a formula": rule("ISBLANK(Ghost__c)", /Field Ghost__c does not exist/),
    "an unknown custom permission in a formula": rule("$Permission.Ghost", /\$Permission\.Ghost does not exist/),
    "a formula that is no condition": rule("Amount + 1", /the formula gives number; it must be true or false/),
    "a rule that shows its error on an unknown field": rule(
        "Amount > 1",
        /errorDisplayField Ghost__c is not a field of Opportunity/,
        "<errorDisplayField>Ghost__c</errorDisplayField>"
    ),
    "a record of an unknown type": {
        says: /Ghost__mdt is not a custom metadata type/,
        members: { CustomMetadata: ["Ghost.X"] },
        files: { "customMetadata/Ghost.X.md": file("CustomMetadata", "<label>X</label>") }
    },
    "a record with an unknown field": record(
        "<values><field>Ghost__c</field><value>1</value></values>",
        /has no field Ghost__c/
    ),
    "a record with a text for a number": record(
        "<values><field>From__c</field><value>seven</value></values>",
        /From__c is not a number: seven/
    ),
    "a record with too large a number": record(
        "<values><field>From__c</field><value>12345</value></values>",
        /From__c has more than 3 digits/
    ),
    "a record with too long a text": record(
        `<values><field>Level__c</field><value>${"x".repeat(21)}</value></values>`,
        /Level__c has 21 characters; 20 is the most/
    ),
    "a permission on an unknown field": permissionSet(
        access("Opportunity.Ghost__c", true, false),
        /no CustomField named Opportunity\.Ghost__c found/
    ),
    "a permission on a required field": permissionSet(
        access("Opportunity.Must__c", true, true),
        /required field: Opportunity\.Must__c/
    ),
    "an editable roll-up": permissionSet(
        access("Opportunity.Lines__c", true, true),
        /Lines__c is a roll-up summary field and can't be editable/
    ),
    "an unknown custom permission": permissionSet(
        "<customPermissions><enabled>true</enabled><name>Ghost</name></customPermissions>",
        /no custom permission named Ghost found/
    ),
    "a user permission": permissionSet(
        "<userPermissions><enabled>true</enabled><name>ManageUsers</name></userPermissions>",
        /the user permission ManageUsers is not supported/
    ),
    "a user permission without what it needs": permissionSet(
        "<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>",
        /ModifyAllData depends on permission\(s\): ViewAllData/
    )
};

describe("a deploy refuses by name", () => {
    for (const [what, { says, members, files }] of Object.entries(refusals)) {
        it(what, () => {
            const held = newOrg();

            const report = deploy(held, members, files);

            assert.equal(report.status, "Failed");
            assert.match(problemsOf(report).join("\n"), new RegExp(says.source, "m"));
            assert.deepEqual(held.org.deployed.components(), []);
        });
    }

    it("a message longer than 255 characters, with the line of the file", () => {
        const content = validationRule("X", "Amount > 1").replace("Add a product first.", `\n${"x".repeat(256)}`);

        const report = deploy(
            newOrg(),
            { ValidationRule: ["Opportunity.X"] },
            { "objects/Opportunity.object": file("CustomObject", content) }
        );

        assert.match(problemsOf(report).join(), /the error message has 256 characters; 255 is the most/);
        assert.equal(report.messages.find((message) => message.outcome === "failed")?.line, 3);
    });

    it("a change of a field's type", () => {
        const held = newOrg();
        const members = { CustomField: ["Opportunity.X__c"] };
        deploy(held, members, { "objects/Opportunity.object": file("CustomObject", textField("X__c")) });

        const report = deploy(held, members, {
            "objects/Opportunity.object": file("CustomObject", fieldOf("X__c", "Date"))
        });

        assert.match(problemsOf(report).join(), /X__c exists with type string; this local org can't change it to date/);
    });
});
