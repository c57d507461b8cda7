import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { seeded } from "../../data/seedOrg.ts";
import type { RecordValues } from "../../data/value.ts";
import { LimitExceeded } from "../../save/transaction.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import {
    assignment,
    condition,
    connector,
    decision,
    deployFlow,
    element,
    filter,
    flag,
    number,
    orgForFlows,
    reference,
    runFlow,
    start,
    text
} from "./flowXml.ts";

const loopOf = (name: string, collection: string, body: string, after: string): string =>
    element(
        "loops",
        name,
        `<collectionReference>${collection}</collectionReference><iterationOrder>Asc</iterationOrder>${connector(body, "nextValueConnector")}${after === "" ? "" : connector(after, "noMoreValuesConnector")}`
    );

const variable = (name: string, dataType: string, more = ""): string =>
    `<variables><name>${name}</name><dataType>${dataType}</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>false</isOutput>${more}</variables>`;

const zero = "<scale>0</scale><value><numberValue>0.0</numberValue></value>";

const lookup = (name: string, object: string, filters: string, more: string, next: string): string =>
    element(
        "recordLookups",
        name,
        `${connector(next)}<filterLogic>and</filterLogic>${filters}<object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically>${more}`
    );

/** Notes the position of the new stage and how many contacts have a role. */
const stampFlow =
    start("Get_Stage", "<filterFormula>OR(ISNEW(), ISCHANGED({!$Record.StageName}))</filterFormula>") +
    lookup(
        "Get_Stage",
        "PW_Stage__mdt",
        filter("Stage__c", "EqualTo", reference("stageName")),
        "<getFirstRecordOnly>true</getFirstRecordOnly>",
        "Was_It_Found"
    ) +
    decision("Was_It_Found", condition("Get_Stage", "IsNull", flag(false)), "Note_Position", "Get_Roles") +
    assignment("Note_Position", [["$Record.Number__c", "Assign", reference("Get_Stage.Position__c")]], "Get_Roles") +
    lookup(
        "Get_Roles",
        "OpportunityContactRole",
        filter("OpportunityId", "EqualTo", reference("$Record.Id")),
        "<getFirstRecordOnly>false</getFirstRecordOnly><queriedFields>Id</queriedFields><queriedFields>ContactId</queriedFields><sortField>ContactId</sortField><sortOrder>Asc</sortOrder>",
        "Each_Role"
    ) +
    loopOf("Each_Role", "Get_Roles", "Is_It_Another", "Write") +
    decision(
        "Is_It_Another",
        condition("Each_Role.ContactId", "NotEqualTo", reference("lastContact")),
        "Count",
        "Each_Role"
    ) +
    assignment(
        "Count",
        [
            ["contacts", "Add", number("1.0")],
            ["lastContact", "Assign", reference("Each_Role.ContactId")]
        ],
        "Each_Role"
    ) +
    assignment("Write", [["$Record.Text__c", "Assign", reference("contactText")]]) +
    variable("contacts", "Number", zero) +
    variable("lastContact", "String") +
    `<formulas><name>stageName</name><dataType>String</dataType><expression>TEXT({!$Record.StageName})</expression></formulas>` +
    `<formulas><name>contactText</name><dataType>String</dataType><expression>TEXT({!contacts}) &amp; " contacts"</expression></formulas>`;

function insert(held: ReturnType<typeof orgForFlows>, objectName: string, values: RecordValues): string {
    const object = held.org.schema.object(objectName);
    assert.ok(object);
    const id = held.org.store.newId(object);
    held.org.store.insert(object, { Id: id, ...values });
    return id;
}

describe("a before-save flow that stamps an opportunity", () => {
    it("notes the stage's position on a save, and counts a contact with two roles once", () => {
        const held = orgForFlows();
        assert.equal(deployFlow(held, stampFlow), "");
        const object = held.org.schema.object("Opportunity");
        assert.ok(object);
        const save = (operation: "insert" | "update", values: RecordValues): string | null => {
            const request = { operation, object, records: [values], allOrNone: true, user: held.administrator };
            const [outcome] = saveRecords(held.org, request);
            assert.deepEqual(outcome?.errors, []);
            return outcome?.id ?? null;
        };
        const id = save("insert", { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" });
        assert.ok(id !== null);
        const [ann, bo] = ["Ann", "Bo"].map((LastName) =>
            insert(held, "Contact", { LastName, OwnerId: seeded.administrator })
        );
        for (const ContactId of [ann, bo, ann])
            insert(held, "OpportunityContactRole", { OpportunityId: id, ContactId: ContactId ?? null });

        save("update", { Id: id, StageName: "Qualification" });

        const row = held.org.store.read(object, id);
        assert.deepEqual([row?.["Number__c"], row?.["Text__c"]], [new Decimal(2), "2 contacts"]);
    });

    it("leaves a save alone that doesn't change the stage", () => {
        const held = orgForFlows();
        const stored = { Id: "006000000000001AAA", StageName: "Prospecting", Text__c: "as it was" };

        const { values } = runFlow(held, stampFlow, { ...stored, Name: "Renamed" }, stored);

        assert.equal(values["Text__c"], "as it was");
    });

    it("goes on where no stage record is found", () => {
        const { values, failures } = runFlow(orgForFlows(), stampFlow, { StageName: "Invented" });

        assert.deepEqual([failures, values["Number__c"], values["Text__c"]], [[], undefined, "0 contacts"]);
    });
});

describe("a before-save flow refuses a save", () => {
    const errorFlow = (message: string): string =>
        start("Refuse") + element("customErrors", "Refuse", `<customErrorMessages>${message}</customErrorMessages>`);

    it("with a message on a field", () => {
        const message =
            "<errorMessage>{!$Label.Refusal} {!$Record.Name}?</errorMessage><fieldSelection>StageName</fieldSelection><isFieldError>true</isFieldError>";

        const { failures } = runFlow(orgForFlows(), errorFlow(message), { Name: "Deal" });

        assert.deepEqual(failures, [
            {
                index: 0,
                message: "Not like this. Deal?",
                fields: ["StageName"],
                statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION"
            }
        ]);
    });

    it("when it reads a field of a record that was not found", () => {
        const flow =
            start("Get") +
            lookup(
                "Get",
                "PW_Stage__mdt",
                filter("Stage__c", "EqualTo", text("Nowhere")),
                "<getFirstRecordOnly>true</getFirstRecordOnly>",
                "Use"
            ) +
            assignment("Use", [["$Record.Number__c", "Assign", reference("Get.Position__c")]]);

        const { failures } = runFlow(orgForFlows(), flow, {});

        assert.match(failures[0]?.message ?? "", /Get\.Position__c because it hasn't been set/);
        assert.equal(failures[0]?.statusCode, "CANNOT_EXECUTE_FLOW_TRIGGER");
    });

    it("when it adds to a blank number", () => {
        const flow = start("Add") + assignment("Add", [["$Record.Number__c", "Add", number("1")]]);

        assert.match(
            runFlow(orgForFlows(), flow, { Number__c: null }).failures[0]?.message ?? "",
            /Number__c is blank/
        );
        assert.deepEqual(
            runFlow(orgForFlows(), flow, { Number__c: new Decimal(2) }).values["Number__c"],
            new Decimal(3)
        );
    });

    it("when it never ends", () => {
        const flow =
            start("One") +
            assignment("One", [["$Record.Flag__c", "Assign", flag(true)]], "Two") +
            assignment("Two", [["$Record.Flag__c", "Assign", flag(false)]], "One");

        assert.match(runFlow(orgForFlows(), flow, {}).failures[0]?.message ?? "", /2,000,000 elements/);
    });

    it("when it queries more often than the platform allows", () => {
        const flow =
            start("Get") +
            lookup("Get", "PW_Stage__mdt", "", "<getFirstRecordOnly>true</getFirstRecordOnly>", "Back") +
            assignment("Back", [["$Record.Flag__c", "Assign", flag(true)]], "Get");

        assert.throws(() => runFlow(orgForFlows(), flow, {}), new LimitExceeded("Too many SOQL queries: 101"));
    });
});

describe("values", () => {
    it("of fields are rounded to the field's scale, and a percent is read as points outside formulas", () => {
        const flow =
            start("Set") +
            assignment("Set", [
                ["$Record.Number__c", "Assign", number("2.25")],
                ["$Record.Text__c", "Assign", reference("share")]
            ]) +
            `<formulas><name>share</name><dataType>String</dataType><expression>TEXT({!$Record.Percent__c})</expression></formulas>`;

        const { values } = runFlow(orgForFlows(), flow, { Percent__c: new Decimal(30) });

        assert.deepEqual([values["Number__c"], values["Text__c"]], [new Decimal("2.3"), "0.3"]);
    });

    it("come from the clock, the user and the org's permissions", () => {
        const flow =
            start("Set") +
            assignment("Set", [
                ["$Record.When__c", "Assign", reference("$Flow.CurrentDateTime")],
                ["$Record.Text__c", "Assign", reference("$User.LastName")],
                ["$Record.Flag__c", "Assign", reference("$Permission.PW_Bypass")]
            ]);

        const { values } = runFlow(orgForFlows(), flow, { Flag__c: true });

        assert.deepEqual(values, { When__c: "2026-01-01T12:00:00.000Z", Text__c: "Admin", Flag__c: false });
    });

    it("of collections are gathered and counted", () => {
        const flow =
            start("Get") +
            lookup(
                "Get",
                "PW_Stage__mdt",
                filter("Stage__c", "In", reference("names")),
                "<getFirstRecordOnly>false</getFirstRecordOnly>",
                "Count"
            ) +
            assignment("Count", [["$Record.Number__c", "AssignCount", reference("Get")]]) +
            `<variables><name>names</name><dataType>String</dataType><isCollection>true</isCollection></variables>`;
        const gather = (stages: readonly string[]): string =>
            flow.replace(connector("Get"), connector("Name")).concat(
                assignment(
                    "Name",
                    stages.map((stage) => ["names", "Add", text(stage)] as const),
                    "Get"
                )
            );

        const found = runFlow(orgForFlows(), gather(["Prospecting", "qualification", "Other"]), {}).values["Number__c"];

        assert.deepEqual(found, new Decimal(2), "record filters ignore the case of letters");
    });
});
