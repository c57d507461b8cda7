import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { seeded } from "../../data/seedOrg.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import type { OrgWithControls } from "../../createOrg.ts";
import {
    manifest,
    deploy,
    fieldOf,
    file,
    newOrg,
    problemsOf,
    ruleType,
    textField,
    validationRule
} from "./deployed.ts";

const opportunity = (content: string): Record<string, string> => ({
    "objects/Opportunity.object": file("CustomObject", content)
});

function objectNamed({ org }: OrgWithControls, name: string): NonNullable<ReturnType<typeof org.schema.object>> {
    const object = org.schema.object(name);
    assert.ok(object, `the org has ${name}`);
    return object;
}

function saveOpportunity(held: OrgWithControls, values: Record<string, string>): string[] {
    const [outcome] = saveRecords(held.org, {
        operation: "insert",
        object: objectNamed(held, "Opportunity"),
        records: [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01", ...values }],
        allOrNone: true,
        user: held.administrator
    });
    return outcome?.errors.map((error) => error.message) ?? [];
}

describe("a deploy", () => {
    it("adds a custom field that an administrator sees and writes at once", () => {
        const held = newOrg();

        const report = deploy(held, { CustomField: ["Opportunity.PW_Note__c"] }, opportunity(textField("PW_Note__c")));

        assert.equal(report.status, "Succeeded");
        assert.deepEqual(saveOpportunity(held, { PW_Note__c: "hello" }), []);
        const [row] = held.org.store.readMany(objectNamed(held, "Opportunity"));
        assert.equal(row?.["PW_Note__c"], "hello");
    });

    it("puts fields, custom metadata and rules in an order that works, whatever the zip's order", () => {
        const held = newOrg();
        const rule = validationRule("PW_Level", `$CustomMetadata.PW_Rule__mdt.Products_Present.Level__c = "Block"`);

        const report = deploy(
            held,
            { ...ruleType.members, ValidationRule: ["Opportunity.PW_Level"] },
            { ...opportunity(rule), ...ruleType.files }
        );

        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(saveOpportunity(held, {}), [], "the rule is only observed");
    });

    it("keeps nothing of a package in which one component fails", () => {
        const held = newOrg();

        const report = deploy(
            held,
            { ...ruleType.members, CustomField: ["Opportunity.PW_Note__c"], ValidationRule: ["Opportunity.PW_Bad"] },
            {
                ...ruleType.files,
                ...opportunity(textField("PW_Note__c") + validationRule("PW_Bad", "NoSuchField__c = 1"))
            }
        );

        assert.equal(report.status, "Failed");
        assert.match(problemsOf(report).join(), /ValidationRule Opportunity\.PW_Bad: .*NoSuchField__c/);
        assert.equal(held.org.schema.object("PW_Rule__mdt"), undefined);
        assert.equal(objectNamed(held, "Opportunity").fields.has("PW_Note__c"), false);
        assert.deepEqual(held.org.deployed.components(), []);
        assert.deepEqual(saveOpportunity(held, {}), [], "the org still saves");
    });

    it("leaves out only what fails without rollbackOnError", () => {
        const held = newOrg();

        const report = deploy(
            held,
            { CustomField: ["Opportunity.PW_Note__c"], ValidationRule: ["Opportunity.PW_Bad"] },
            opportunity(textField("PW_Note__c") + validationRule("PW_Bad", "NoSuchField__c = 1")),
            { rollbackOnError: false }
        );

        assert.equal(report.status, "SucceededPartial");
        assert.deepEqual(saveOpportunity(held, { PW_Note__c: "kept" }), []);
    });

    it("changes nothing when it only checks, and can be deployed afterwards", () => {
        const held = newOrg();

        const checked = deploy(held, ruleType.members, ruleType.files, { checkOnly: true });

        assert.equal(checked.status, "Succeeded");
        assert.equal(held.org.schema.object("PW_Rule__mdt"), undefined);
        assert.equal(deploy(held, ruleType.members, ruleType.files).status, "Succeeded");
    });

    it("computes a roll-up for the records that are there already", () => {
        const held = newOrg();
        const { store } = held.org;
        const account = store.newId(objectNamed(held, "Account"));
        store.insert(objectNamed(held, "Account"), { Id: account, Name: "Acme", OwnerId: seeded.administrator });
        assert.deepEqual(saveOpportunity(held, { AccountId: account }), []);

        const summary = fieldOf(
            "PW_Deals__c",
            "Summary",
            "<summaryForeignKey>Opportunity.AccountId</summaryForeignKey><summaryOperation>count</summaryOperation>"
        );
        const report = deploy(
            held,
            { CustomField: ["Account.PW_Deals__c"] },
            { "objects/Account.object": file("CustomObject", summary) }
        );

        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(store.read(objectNamed(held, "Account"), account)?.["PW_Deals__c"], new Decimal(1));
    });

    it("reads the records of a hierarchy custom setting in a rule", () => {
        const held = newOrg();
        const setting = file(
            "CustomObject",
            `<customSettingsType>Hierarchy</customSettingsType><label>Settings</label>${fieldOf("Off__c", "Checkbox", "<defaultValue>false</defaultValue>")}`
        );
        const rule = validationRule("PW_On", "NOT($Setup.PW_Settings__c.Off__c)");
        const report = deploy(
            held,
            { CustomObject: ["PW_Settings__c"], ValidationRule: ["Opportunity.PW_On"] },
            { "objects/PW_Settings__c.object": setting, ...opportunity(rule) }
        );
        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(saveOpportunity(held, {}), ["Add a product first."]);

        const settings = objectNamed(held, "PW_Settings__c");
        held.org.store.insert(settings, {
            Id: held.org.store.newId(settings),
            SetupOwnerId: held.org.id,
            Off__c: true
        });

        assert.deepEqual(saveOpportunity(held, {}), []);
    });

    it("warns of what it only stores", () => {
        const report = deploy(
            newOrg(),
            { Layout: ["Opportunity-Sales"] },
            { "layouts/Opportunity-Sales.layout": file("Layout", "") }
        );

        assert.deepEqual(
            report.messages.map(({ outcome, problemType, problem }) => ({ outcome, problemType, problem })),
            [
                {
                    outcome: "created",
                    problemType: "Warning",
                    problem: "Layout Opportunity-Sales is stored only: this local org does not act on it"
                }
            ]
        );
    });
});

describe("a destructive deploy", () => {
    const withRule = (held: OrgWithControls): void => {
        const report = deploy(
            held,
            { CustomField: ["Opportunity.PW_Note__c"], ValidationRule: ["Opportunity.PW_Noted"] },
            opportunity(textField("PW_Note__c") + validationRule("PW_Noted", "ISBLANK(PW_Note__c)"))
        );
        assert.deepEqual(problemsOf(report), []);
    };

    it("deletes a field together with the rule that reads it", () => {
        const held = newOrg();
        withRule(held);

        const report = deploy(
            held,
            {},
            {
                "destructiveChanges.xml": manifest({
                    CustomField: ["Opportunity.PW_Note__c"],
                    ValidationRule: ["Opportunity.PW_Noted"]
                })
            }
        );

        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(saveOpportunity(held, {}), []);
        assert.equal(objectNamed(held, "Opportunity").fields.has("PW_Note__c"), false);
    });

    it("refuses to delete a field that a rule still reads, and keeps its values", () => {
        const held = newOrg();
        withRule(held);
        assert.deepEqual(saveOpportunity(held, { PW_Note__c: "precious" }), []);

        const report = deploy(
            held,
            {},
            { "destructiveChanges.xml": manifest({ CustomField: ["Opportunity.PW_Note__c"] }) }
        );

        assert.match(
            problemsOf(report).join(),
            /ValidationRule Opportunity\.PW_Noted: This deploy breaks it: .*PW_Note__c/
        );
        assert.equal(held.org.store.readMany(objectNamed(held, "Opportunity"))[0]?.["PW_Note__c"], "precious");
    });

    it("warns of what isn't there", () => {
        const report = deploy(
            newOrg(),
            {},
            { "destructiveChanges.xml": manifest({ CustomField: ["Opportunity.Gone__c"] }) }
        );

        assert.equal(report.status, "Succeeded");
        assert.equal(report.messages[0]?.problem, "No CustomField named: Opportunity.Gone__c found");
    });
});
