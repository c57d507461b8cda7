import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import type { RecordValues } from "../../data/value.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import { retrieveFiles } from "../retrieveFiles.ts";
import { contextOf, deploy, file, manifest, newOrg, problemsOf } from "./deployed.ts";

const process = `<businessProcesses><fullName>Renewals</fullName><isActive>true</isActive>
    <values><fullName>Prospecting</fullName><default>true</default></values>
    <values><fullName>Proposal%2FPrice Quote</fullName><default>false</default></values>
    <values><fullName>Closed Won</fullName><default>false</default></values></businessProcesses>`;

const recordType = `<recordTypes><fullName>Renewal</fullName><active>true</active><businessProcess>Renewals</businessProcess><label>Renewal Deal</label>
    <picklistValues><picklist>Type</picklist><values><fullName>Existing Customer - Upgrade</fullName><default>false</default></values></picklistValues></recordTypes>`;

const deploySales = (held: OrgWithControls, content = recordType + process): string[] =>
    problemsOf(
        deploy(
            held,
            { RecordType: ["Opportunity.Renewal"], BusinessProcess: ["Opportunity.Renewals"] },
            { "objects/Opportunity.object": file("CustomObject", content) }
        )
    );

const stages = (...values: readonly string[]): Record<string, string> => ({
    "standardValueSets/OpportunityStage.standardValueSet": file("StandardValueSet", values.join(""))
});

const stage = (name: string, more = ""): string =>
    `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label><closed>false</closed><forecastCategory>BestCase</forecastCategory><probability>55</probability><won>false</won>${more}</standardValue>`;

function save(held: OrgWithControls, values: RecordValues): RecordValues | undefined {
    const object = held.org.schema.object("Opportunity");
    assert.ok(object);
    const records = [{ Name: "Deal", CloseDate: "2026-02-01", ...values }];
    const request = { operation: "insert", object, records, allOrNone: true, user: held.administrator } as const;
    const [outcome] = saveRecords(held.org, request);
    assert.deepEqual(outcome?.errors, []);
    return held.org.store.read(object, outcome.id ?? "");
}

function retrieved(held: OrgWithControls, type: string, name: string, path: string): string {
    const content = retrieveFiles(contextOf(held), [{ type, names: [name] }]).files.get(path) ?? "";
    return typeof content === "string" ? content : new TextDecoder().decode(content);
}

describe("a sales process and a record type", () => {
    it("are deployed in one package, and offer their stages and values", () => {
        const held = newOrg();

        assert.deepEqual(deploySales(held), []);

        const [given] = held.org.schema.object("Opportunity")?.recordTypes ?? [];
        assert.deepEqual(
            [given?.developerName, given?.name, [...(given?.picklists.get("StageName") ?? [])]],
            ["Renewal", "Renewal Deal", ["Prospecting", "Proposal/Price Quote", "Closed Won"]]
        );
        assert.deepEqual([...(given?.picklists.get("Type") ?? [])], ["Existing Customer - Upgrade"]);
        const row = save(held, { StageName: "Prospecting", RecordTypeId: given?.id ?? null });
        assert.equal(row?.["RecordTypeId"], given?.id);
    });

    it("are retrieved as deployed", () => {
        const held = newOrg();
        deploySales(held);

        const object = retrieved(held, "CustomObject", "Opportunity", "objects/Opportunity.object");

        assert.match(object, /<businessProcesses>[^]*Proposal%2FPrice Quote[^]*<\/businessProcesses>/);
        assert.match(object, /<recordTypes>\s*<fullName>Renewal<\/fullName>/);
    });

    it("are refused where a stage or the process is missing", () => {
        assert.match(deploySales(newOrg(), recordType).join(), /no business process named Renewals/);
        assert.match(deploySales(newOrg(), process.replace("Closed Won", "Ghost")).join(), /Ghost in BusinessProcess/);
    });

    it("a process in use stays, and a record type is not deleted through the API", () => {
        const held = newOrg();
        deploySales(held);
        const destroy = (type: string, name: string): string =>
            problemsOf(deploy(held, {}, { "destructiveChanges.xml": manifest({ [type]: [name] }) })).join();

        assert.match(destroy("BusinessProcess", "Opportunity.Renewals"), /is used by record type Renewal/);
        assert.match(destroy("RecordType", "Opportunity.Renewal"), /Cannot delete record type through API/);
    });
});

describe("a standard value set", () => {
    const members = { StandardValueSet: ["OpportunityStage"] };

    it("becomes what is deployed; what is left out is no longer offered, and records keep it", () => {
        const held = newOrg();
        const old = save(held, { StageName: "Qualification" });

        assert.deepEqual(problemsOf(deploy(held, members, stages(stage("Discovery"), stage("Offer")))), []);

        const field = held.org.schema.object("Opportunity")?.fields.get("StageName");
        const active = field?.picklistValues.filter((value) => value.active).map(({ value }) => value);
        assert.deepEqual(active, ["Discovery", "Offer"]);
        assert.equal(old?.["StageName"], "Qualification");
        const row = save(held, { StageName: "Offer" });
        assert.deepEqual([String(row?.["Probability"]), row?.["ForecastCategoryName"]], ["55", "Best Case"]);
    });

    it("is retrieved as it stands, deployed or not", () => {
        const held = newOrg();
        const path = "standardValueSets/OpportunityStage.standardValueSet";

        assert.match(retrieved(held, "StandardValueSet", "OpportunityStage", path), /<fullName>Closed Won<\/fullName>/);
        deploy(held, members, stages(stage("Offer")));
        const text = retrieved(held, "StandardValueSet", "OpportunityStage", path);
        assert.match(text, /<fullName>Closed Won<\/fullName>\s*<default>false<\/default>\s*<isActive>false/);
        const [again] = deploy(held, members, { [path]: text }).messages;
        assert.deepEqual([again?.outcome, again?.problem], ["changed", null]);
    });

    it("is refused when empty, unknown or without a forecast category", () => {
        const held = newOrg();
        const other = { "standardValueSets/SolutionStatus.standardValueSet": file("StandardValueSet", stage("New")) };

        assert.match(problemsOf(deploy(held, members, stages())).join(), /at least one value/);
        assert.match(
            problemsOf(deploy(held, { StandardValueSet: ["SolutionStatus"] }, other)).join(),
            /StandardValueSet SolutionStatus is not supported by this local org/
        );
        const bare = stages(stage("Offer").replace(/<forecastCategory>\w+<\/forecastCategory>/, ""));
        assert.match(problemsOf(deploy(held, members, bare)).join(), /required element forecastCategory is missing/);
    });
});
