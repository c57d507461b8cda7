import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import { flowVersions } from "../flowVersions.ts";
import { contextOf, deploy, file, manifest, newOrg, problemsOf } from "./deployed.ts";

/** A before-save flow that writes its word into NextStep. */
function flowOf(word: string, status = "Active"): Record<string, string> {
    const place = "<locationX>0</locationX><locationY>0</locationY>";
    const write = `<assignments><name>Write</name><label>Write</label>${place}<assignmentItems><assignToReference>$Record.NextStep</assignToReference><operator>Assign</operator><value><stringValue>${word}</stringValue></value></assignmentItems></assignments>`;
    const start = `<start>${place}<connector><targetReference>Write</targetReference></connector><object>Opportunity</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>`;
    const head = "<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType>";
    return { "flows/Say.flow": file("Flow", `${head}<status>${status}</status>${write}${start}`) };
}

const definition = (version: number): Record<string, string> => ({
    "flowDefinitions/Say.flowDefinition": file(
        "FlowDefinition",
        `<activeVersionNumber>${version}</activeVersionNumber>`
    )
});

const deployFlow = (held: OrgWithControls, word: string, status?: string): string =>
    deploy(held, { Flow: ["Say"] }, flowOf(word, status))
        .messages.map(({ outcome }) => outcome)
        .join();

const activate = (held: OrgWithControls, version: number): string[] =>
    problemsOf(deploy(held, { FlowDefinition: ["Say"] }, definition(version)));

const destroy = (held: OrgWithControls, ...flows: string[]): string[] =>
    problemsOf(deploy(held, {}, { "destructiveChanges.xml": manifest({ Flow: flows }) }));

const versionsOf = (held: OrgWithControls): string[] =>
    flowVersions(contextOf(held), "Say").map(({ number, active }) => `${number}${active ? " active" : ""}`);

/** What the flow wrote into a new opportunity. */
function said(held: OrgWithControls): unknown {
    const object = held.org.schema.object("Opportunity");
    assert.ok(object);
    const records = [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" }];
    const [outcome] = saveRecords(held.org, {
        operation: "insert",
        object,
        records,
        allOrNone: true,
        user: held.administrator
    });
    return held.org.store.read(object, outcome?.id ?? "")?.["NextStep"];
}

describe("a flow's versions", () => {
    it("rise with each changed deploy, and the newest active one runs", () => {
        const held = newOrg();

        assert.deepEqual(
            ["one", "one", "two"].map((word) => deployFlow(held, word)),
            ["created", "unchanged", "changed"]
        );

        assert.deepEqual(versionsOf(held), ["1", "2 active"]);
        assert.equal(said(held), "two");
    });

    it("a draft leaves the active one running", () => {
        const held = newOrg();
        deployFlow(held, "one");

        assert.equal(deployFlow(held, "two", "Draft"), "changed");

        assert.deepEqual(versionsOf(held), ["1 active", "2"]);
        assert.equal(said(held), "one");
    });

    it("are activated and stopped by the flow's definition", () => {
        const held = newOrg();
        deployFlow(held, "one");
        deployFlow(held, "two");

        assert.deepEqual(activate(held, 1), []);
        assert.equal(said(held), "one");
        assert.deepEqual(activate(held, 0), []);
        assert.equal(said(held), null);
        assert.deepEqual(activate(held, 9), ["FlowDefinition Say: FlowDefinition Say: Invalid version number: 9"]);
        assert.equal(deployFlow(held, "two"), "changed", "the same text, to be active again");
        assert.equal(said(held), "two");
    });

    it("arrive as drafts where the org plays production, until somebody activates them", () => {
        const held = newOrg({ plays: "production" });

        assert.deepEqual([deployFlow(held, "one"), deployFlow(held, "one")], ["created", "unchanged"]);
        assert.deepEqual([versionsOf(held), said(held)], [["1"], null]);

        assert.deepEqual(activate(held, 1), []);
        assert.equal(said(held), "one");
        assert.equal(deployFlow(held, "two"), "changed");
        assert.deepEqual([versionsOf(held), said(held)], [["1 active", "2"], "one"]);
    });

    it("can't be deleted while active, nor by the flow's bare name", () => {
        const held = newOrg();
        deployFlow(held, "one");

        assert.match(destroy(held, "Say").join(), /insufficient access rights on cross-reference id.*Say-1/);
        assert.match(destroy(held, "Say-1").join(), /Say-1 is the active version/);
        assert.equal(said(held), "one");
    });

    it("are gone, and the flow with the last of them, once stopped and deleted in one package", () => {
        const held = newOrg();
        deployFlow(held, "one");
        deployFlow(held, "two");

        const gone = { "destructiveChangesPost.xml": manifest({ Flow: ["Say-1", "Say-2"] }) };
        const report = deploy(held, { FlowDefinition: ["Say"] }, { ...definition(0), ...gone });

        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(held.org.deployed.components(), []);
        assert.equal(said(held), null);
        assert.equal(deployFlow(held, "one"), "created");
        assert.equal(said(held), "one");
    });
});
