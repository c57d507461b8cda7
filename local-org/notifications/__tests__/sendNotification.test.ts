import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fault, flowOrg, lookup, notify, recordStart, update, variable } from "../../flow/__tests__/flowParts.ts";
import type { FlowOrg } from "../../flow/__tests__/flowParts.ts";
import { assignment, deployFlow, filter, reference, text } from "../../flow/__tests__/flowXml.ts";
import { deploy, file, problemsOf } from "../../metadata/__tests__/deployed.ts";
import { sendNotification } from "../sendNotification.ts";
import type { GivenNotification } from "../sendNotification.ts";
import { sentNotifications } from "../sentNotifications.ts";

const typeFile = (name: string, more = ""): string =>
    file(
        "CustomNotificationType",
        `<customNotifTypeName>${name}</customNotifTypeName><desktop>true</desktop>${more}<masterLabel>${name}</masterLabel><mobile>true</mobile>`
    );

function orgWithType(): FlowOrg {
    const org = flowOrg();
    const report = deploy(
        org,
        { CustomNotificationType: ["Close_Date"] },
        { "notificationtypes/Close_Date.notiftype": typeFile("Close_Date") }
    );
    assert.deepEqual(problemsOf(report), []);
    return org;
}

const typeId = (org: FlowOrg): string => String(org.rows("CustomNotificationType")[0]?.["Id"]);

function given(org: FlowOrg, more: Partial<GivenNotification> = {}): GivenNotification {
    const said = { title: "Due", body: "Soon.", targetId: org.deal("Deal") };
    return { typeId: typeId(org), recipientIds: [org.administrator.id], ...said, ...more };
}

function person(org: FlowOrg, LastName: string, IsActive: boolean): string {
    const [admin] = org.rows("User");
    const id = org.org.store.newId(org.object("User"));
    org.org.store.insert(org.object("User"), { ...admin, Id: id, LastName, Username: `${LastName}@x.test`, IsActive });
    return id;
}

describe("a custom notification", () => {
    it("goes to the active ones of its recipients, each once", () => {
        const org = orgWithType();
        const [active, gone] = [person(org, "Lin", true), person(org, "Chen", false)];
        const notification = given(org, { recipientIds: [active, gone, active] });

        sendNotification(org.org, notification);

        const { targetId } = notification;
        const sent = { title: "Due", body: "Soon.", targetId, sentAt: "2026-06-30T12:00:00.000Z" };
        assert.deepEqual(sentNotifications(org.org), [{ type: "Close_Date", recipientIds: [active], ...sent }]);
    });

    const refused: readonly [name: string, Partial<GivenNotification>, says: RegExp][] = [
        ["an unknown type", { typeId: "0MLPW0000000009AAA" }, /no custom notification type has the Id/],
        ["no type", { typeId: "" }, /no custom notification type/],
        ["no recipients", { recipientIds: [] }, /there are no recipients/],
        ["a blank recipient", { recipientIds: [""] }, /"" is no user/],
        ["a recipient that is no user", { recipientIds: ["00GPW0000000001AAA"] }, /is no user; groups, queues/],
        ["more than 500 recipients", { recipientIds: Array.from({ length: 501 }, () => "x") }, /501 recipients; 500/],
        ["a blank title", { title: " " }, /the title is blank/],
        ["a title of 251 characters", { title: "x".repeat(251) }, /251 characters; 250 is the most/],
        ["a blank body", { body: "" }, /the body is blank/],
        ["a body of 751 characters", { body: "x".repeat(751) }, /751 characters; 750 is the most/],
        ["no target", { targetId: "" }, /no record has the targetId/]
    ];
    for (const [name, more, says] of refused) {
        it(`is refused for ${name}`, () => {
            const org = orgWithType();
            assert.throws(() => sendNotification(org.org, given(org, more)), says);
            assert.deepEqual(sentNotifications(org.org), []);
        });
    }
});

describe("customNotificationAction", () => {
    const values: Parameters<typeof notify>[1] = [
        ["customNotifTypeId", reference("Get_Type.Id")],
        ["recipientIds", reference("recipients")],
        ["title", text("Due")],
        ["body", text("{!$Record.Name} is due.")],
        ["targetId", reference("$Record.Id")]
    ];
    const before =
        lookup("Get_Type", "CustomNotificationType", filter("DeveloperName", "EqualTo", text("Close_Date")), "Add") +
        assignment("Add", [["recipients", "Add", reference("$Record.OwnerId")]], "Tell") +
        variable("recipients", "String", "<isCollection>true</isCollection>");
    const noted = update("Note", [["Text__c", text("not told")]], "<inputReference>$Record</inputReference>");

    it("is sent by a flow that got the type by its name", () => {
        const org = orgWithType();
        org.deployFlows({ F: recordStart("Get_Type", { on: "Create" }) + before + notify("Tell", values) });

        const id = org.deal("Deal");

        const [sent] = sentNotifications(org.org);
        assert.deepEqual(
            [sent?.recipientIds, sent?.body, sent?.targetId],
            [[org.administrator.id], "Deal is due.", id]
        );
    });

    it("goes its fault path when it is refused", () => {
        const org = orgWithType();
        const tooLong = values.map(
            ([name, value]) => [name, name === "title" ? text("x".repeat(251)) : value] as const
        );
        org.deployFlows({
            F: recordStart("Get_Type", { on: "Create" }) + before + notify("Tell", tooLong, "", fault("Note")) + noted
        });

        assert.equal(org.read(org.deal("Deal"))["Text__c"], "not told");
        assert.deepEqual(sentNotifications(org.org), []);
    });

    it("is not sent by a save that is rolled back", () => {
        const org = orgWithType();
        org.deployFlows({
            F:
                recordStart("Get_Type", { on: "Create" }) +
                before +
                notify("Tell", values, "Fail") +
                update("Fail", [["StageName", text("")]], "<inputReference>$Record</inputReference>")
        });

        assert.throws(() => org.deal("Deal"), /REQUIRED_FIELD_MISSING/);
        assert.deepEqual(sentNotifications(org.org), []);
    });

    const refusals: readonly [name: string, inputs: Parameters<typeof notify>[1], says: RegExp][] = [
        ["without a target", values.filter(([name]) => name !== "targetId"), /required input targetId is missing/],
        [
            "with a single recipient",
            [...values.filter(([name]) => name !== "recipientIds"), ["recipientIds", reference("$Record.OwnerId")]],
            /recipientIds is not a collection of texts/
        ],
        [
            "with an input that does nothing here",
            [...values, ["senderId", reference("$Record.OwnerId")]],
            /input senderId is not supported/
        ]
    ];
    for (const [name, inputs, says] of refusals) {
        it(`is refused at the deploy ${name}`, () => {
            const content = recordStart("Get_Type", { on: "Create" }) + before + notify("Tell", inputs);
            assert.match(deployFlow(orgWithType(), content), says);
        });
    }
});

describe("a custom notification type", () => {
    it("is a row that a deploy makes, changes and deletes", () => {
        const org = orgWithType();
        const id = typeId(org);
        deploy(
            org,
            { CustomNotificationType: ["Close_Date"] },
            { "notificationtypes/Close_Date.notiftype": typeFile("Close_Date", "<description>New</description>") }
        );
        assert.deepEqual(
            org.rows("CustomNotificationType").map((row) => [row["Id"], row["Description"]]),
            [[id, "New"]]
        );
        const gone = deploy(
            org,
            {},
            {
                "destructiveChanges.xml": `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Close_Date</members><name>CustomNotificationType</name></types></Package>`
            }
        );
        assert.deepEqual([problemsOf(gone), org.rows("CustomNotificationType")], [[], []]);
    });

    it("is refused with what this org does not act on", () => {
        const report = deploy(
            flowOrg(),
            { CustomNotificationType: ["T"] },
            { "notificationtypes/T.notiftype": typeFile("T", "<slack>true</slack>") }
        );
        assert.match(problemsOf(report).join(), /slack true is not supported by this local org/);
    });
});
