import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import type { RecordValues, Value } from "../../data/value.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import { retrieveFiles } from "../retrieveFiles.ts";
import { contextOf, deploy, fieldOf, file, manifest, newOrg, problemsOf, textField } from "./deployed.ts";

function objectNamed({ org }: OrgWithControls, name: string): NonNullable<ReturnType<typeof org.schema.object>> {
    const object = org.schema.object(name);
    assert.ok(object, `the org has ${name}`);
    return object;
}

function save(held: OrgWithControls, objectName: string, values: RecordValues): Record<string, Value> {
    const object = objectNamed(held, objectName);
    const request = {
        operation: "insert",
        object,
        records: [values],
        allOrNone: true,
        user: held.administrator
    } as const;
    const [outcome] = saveRecords(held.org, request);
    assert.deepEqual(outcome?.errors, []);
    return held.org.store.read(object, outcome.id ?? "") ?? {};
}

const deal = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" };

/** Deploys fields of Opportunity, all of a file. */
const deployFields = (held: OrgWithControls, names: readonly string[], content: string): string[] =>
    problemsOf(
        deploy(
            held,
            { CustomField: names.map((name) => `Opportunity.${name}`) },
            { "objects/Opportunity.object": file("CustomObject", content) }
        )
    );

const formula = (name: string, type: string, text: string, more = ""): string =>
    fieldOf(name, type, `<formula>${text}</formula>${more}`);

describe("a formula field", () => {
    it("is computed whenever it is read, over fields deployed in any order", () => {
        const held = newOrg();
        const fields =
            formula("A_Twice__c", "Text", "B_Once__c &amp; B_Once__c") +
            formula("B_Once__c", "Text", "Account.Name &amp; Word__c") +
            textField("Word__c");

        assert.deepEqual(deployFields(held, ["A_Twice__c", "B_Once__c", "Word__c"], fields), []);

        const account = save(held, "Account", { Name: "Acme" });
        const row = save(held, "Opportunity", { ...deal, AccountId: account["Id"] ?? null, Word__c: "!" });
        assert.equal(row["A_Twice__c"], "Acme!Acme!");
    });

    it("reads a blank as it says", () => {
        const held = newOrg();
        const digits = "<precision>18</precision><scale>0</scale>";
        const fields = ["BlankAsBlank", "BlankAsZero"].map((mode) =>
            formula(
                `${mode}__c`,
                "Number",
                "Amount + 1",
                `<formulaTreatBlanksAs>${mode}</formulaTreatBlanksAs>${digits}`
            )
        );

        assert.deepEqual(deployFields(held, ["BlankAsBlank__c", "BlankAsZero__c"], fields.join("")), []);

        const row = save(held, "Opportunity", deal);
        assert.deepEqual([row["BlankAsBlank__c"], String(row["BlankAsZero__c"])], [null, "1"]);
    });

    it("keeps what it reads from being deleted", () => {
        const held = newOrg();
        deployFields(held, ["Loud__c", "Word__c"], formula("Loud__c", "Text", "UPPER(Word__c)") + textField("Word__c"));

        const gone = { "destructiveChanges.xml": manifest({ CustomField: ["Opportunity.Word__c"] }) };

        assert.match(problemsOf(deploy(held, {}, gone)).join(), /Loud__c: This deploy breaks it: .*Word__c/);
        const both = { CustomField: ["Opportunity.Word__c", "Opportunity.Loud__c"] };
        assert.deepEqual(problemsOf(deploy(held, {}, { "destructiveChanges.xml": manifest(both) })), []);
    });

    it("stays a formula, and a stored field stored", () => {
        const held = newOrg();
        deployFields(held, ["Word__c"], textField("Word__c"));

        assert.match(
            deployFields(held, ["Word__c"], formula("Word__c", "Text", "Name")).join(),
            /is stored: delete it/
        );
    });
});

describe("a multi-select picklist", () => {
    it("takes several of its values", () => {
        const held = newOrg();
        const value = (name: string): string =>
            `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;
        const set = `<valueSet><restricted>true</restricted><valueSetDefinition>${value("Red")}${value("Blue")}</valueSetDefinition></valueSet>`;

        const problems = deployFields(
            held,
            ["Colours__c"],
            fieldOf("Colours__c", "MultiselectPicklist", `${set}<visibleLines>4</visibleLines>`)
        );

        assert.deepEqual(problems, []);
        assert.equal(save(held, "Opportunity", { ...deal, Colours__c: "Red;Blue" })["Colours__c"], "Red;Blue");
    });
});

describe("a metadata relationship", () => {
    const type = (name: string, fields = ""): string =>
        file("CustomObject", `<label>${name}</label><pluralLabel>${name}s</pluralLabel>${fields}`);
    const parent = fieldOf("Parent__c", "MetadataRelationship", "<referenceTo>Step__mdt</referenceTo>");
    const record = (label: string, value = ""): string =>
        file("CustomMetadata", `<label>${label}</label><protected>false</protected>${value}`);
    const child = record("B", '<values><field>Parent__c</field><value xsi:type="xsd:string">Z_First</value></values>');
    const members = { CustomObject: ["Step__mdt"], CustomMetadata: ["Step.A_Then", "Step.Z_First"] };
    const files = {
        "objects/Step__mdt.object": type("Step", parent),
        "customMetadata/Step.A_Then.md": child,
        "customMetadata/Step.Z_First.md": record("First")
    };

    it("is given by name, in any order, kept as an Id, and retrieved by name", () => {
        const held = newOrg();

        assert.deepEqual(problemsOf(deploy(held, members, files)), []);

        const object = objectNamed(held, "Step__mdt");
        const rows = held.org.store.readMany(object);
        const [then, first] = ["A_Then", "Z_First"].map((name) => rows.find((row) => row["DeveloperName"] === name));
        assert.equal(then?.["Parent__c"], first?.["Id"]);
        const back = retrieveFiles(contextOf(held), [{ type: "CustomMetadata", names: ["Step.A_Then"] }]);
        assert.match(String(back.files.get("customMetadata/Step.A_Then.md")), />Z_First<\/value>/);
    });

    it("to a record that isn't there fails by name", () => {
        const { "customMetadata/Step.Z_First.md": _, ...orphan } = files;
        const report = deploy(newOrg(), { ...members, CustomMetadata: ["Step.A_Then"] }, orphan);

        assert.match(problemsOf(report).join(), /Parent__c names Z_First, which is no record of Step__mdt/);
    });
});

describe("an auto number field", () => {
    it("counts the records that are made", () => {
        const held = newOrg();
        const numbering = "<displayFormat>OR-{0000}</displayFormat><startingNumber>7</startingNumber>";
        assert.deepEqual(deployFields(held, ["Number__c"], fieldOf("Number__c", "AutoNumber", numbering)), []);

        const numbers = [1, 2].map(() => save(held, "Opportunity", deal)["Number__c"]);

        assert.deepEqual(numbers, ["OR-0007", "OR-0008"]);
    });
});
