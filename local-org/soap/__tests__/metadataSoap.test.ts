import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import jsforce from "jsforce";
import type { Connection } from "jsforce";
import JSZip from "jszip";
import { fixedClock } from "../../clock.ts";
import { seeded } from "../../data/seedOrg.ts";
import { file, manifest, ruleType, textField, validationRule } from "../../metadata/__tests__/deployed.ts";
import type { MemberLists } from "../../metadata/__tests__/deployed.ts";
import { startLocalOrg } from "../../startLocalOrg.ts";
import type { LocalOrg } from "../../startLocalOrg.ts";

const members: MemberLists = { ...ruleType.members, ValidationRule: ["Opportunity.PW_Level"] };
const files = {
    ...ruleType.files,
    "objects/Opportunity.object": file(
        "CustomObject",
        validationRule("PW_Level", `$CustomMetadata.PW_Rule__mdt.Products_Present.Level__c = "Block"`)
    )
};

async function zipOf(listed: MemberLists, contents: Readonly<Record<string, string>>): Promise<Buffer> {
    const zip = new JSZip();
    zip.file("package.xml", manifest(listed));
    for (const [path, text] of Object.entries(contents)) zip.file(path, text);
    return zip.generateAsync({ type: "nodebuffer" });
}

describe("the SOAP Metadata API, asked by jsforce", () => {
    let org: LocalOrg;
    let connection: Connection;

    before(async () => {
        org = await startLocalOrg({ clock: fixedClock("2026-01-01") });
        connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
        connection.metadata.pollInterval = 1;
        const zip = await zipOf(members, files);
        const result = await connection.metadata
            .deploy(zip, { rollbackOnError: true, singlePackage: true })
            .complete(true);
        assert.equal(result.status, "Succeeded", JSON.stringify(result.details.componentFailures));
    });

    after(() => org.close());

    const saveDeal = async (): Promise<string> => {
        const deal = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" };
        try {
            await connection.sobject("Opportunity").create(deal);
            return "saved";
        } catch (error) {
            return error instanceof Error ? error.message : String(error);
        }
    };

    it("changes a rule's level without a deploy, and the next save is refused", async () => {
        assert.equal(await saveDeal(), "saved");

        const changed = await connection.metadata.update("CustomMetadata", [
            { fullName: "PW_Rule.Products_Present", label: "Products", values: [{ field: "Level__c", value: "Block" }] }
        ] as never);

        assert.deepEqual(
            changed.map(({ success }) => success),
            [true]
        );
        assert.match(await saveDeal(), /Add a product first\./);
        const read = await connection.metadata.read("CustomMetadata", "PW_Rule.Products_Present");
        const values = Object.fromEntries(read.values.map(({ field, value }) => [field, JSON.stringify(value)]));
        assert.match(values["Level__c"] ?? "", /Block/);
        assert.match(values["From__c"] ?? "", /7\.0/, "what the update left out stayed");
    });

    it("says for each record why it can't be written", async () => {
        const results = await connection.metadata.update("CustomMetadata", [
            { fullName: "PW_Rule.Ghost", label: "Ghost", values: [] },
            { fullName: "PW_Rule.Products_Present", label: "P", values: [{ field: "From__c", value: "seven" }] }
        ] as never);

        assert.deepEqual(
            results.map(({ success }) => success),
            [false, false]
        );
        assert.match(JSON.stringify(results[0]?.errors), /no CustomMetadata named PW_Rule\.Ghost found/);
        assert.match(JSON.stringify(results[1]?.errors), /From__c is not a number: seven/);
    });

    it("upserts and deletes records", async () => {
        const record = { fullName: "PW_Rule.New_Rule", label: "New", values: [{ field: "Level__c", value: "Off" }] };

        const first = await connection.metadata.upsert("CustomMetadata", [record] as never);
        const second = await connection.metadata.upsert("CustomMetadata", [record] as never);
        const deleted = await connection.metadata.delete("CustomMetadata", ["PW_Rule.New_Rule"]);

        assert.deepEqual(
            [...first, ...second].map(({ created }) => created),
            [true, false]
        );
        assert.deepEqual(
            deleted.map(({ success }) => success),
            [true]
        );
        const { totalSize } = await connection.query("SELECT Id FROM PW_Rule__mdt WHERE DeveloperName = 'New_Rule'");
        assert.equal(totalSize, 0);
    });

    it("reports a failed deploy with component, file and sentence", async () => {
        const zip = await zipOf({ ApexClass: ["Trick"] }, { "classes/Trick.cls": "" });

        const result = await connection.metadata.deploy(zip, { rollbackOnError: true }).complete(true);

        assert.deepEqual([result.success, result.status, result.numberComponentErrors > 0], [false, "Failed", true]);
        const failure = result.details.componentFailures.find(({ componentType }) => componentType === "ApexClass");
        assert.deepEqual(
            [failure?.fullName, failure?.fileName, failure?.problem, failure?.problemType],
            ["Trick", "package.xml", "ApexClass is not supported by this local org; remove it from the deploy", "Error"]
        );
    });

    it("reports a zip that is none as a failed deploy", async () => {
        const result = await connection.metadata.deploy(Buffer.from("hello"), {}).complete(true);

        assert.equal(result.status, "Failed");
        assert.match(result.details.componentFailures[0]?.problem ?? "", /not a zip archive/);
    });

    it("lists, describes and gives back what was deployed", async () => {
        const listed = await connection.metadata.list({ type: "ValidationRule" });
        assert.deepEqual(
            listed.map(({ fullName }) => fullName),
            ["Opportunity.PW_Level"]
        );
        const described = await connection.metadata.describe();
        assert.ok(
            described.metadataObjects.some(
                ({ xmlName, childXmlNames }) => xmlName === "CustomObject" && childXmlNames.includes("CustomField")
            )
        );

        const types = Object.entries(members).map(([name, names]) => ({ name, members: [...names] }));
        const retrieved = await connection.metadata
            .retrieve({ apiVersion: "66.0", singlePackage: true, unpackaged: { types, version: "66.0" } } as never)
            .complete();
        const zip = await JSZip.loadAsync(retrieved.zipFile, { base64: true });

        assert.match(
            (await zip.file("objects/Opportunity.object")?.async("string")) ?? "",
            /<fullName>PW_Level<\/fullName>/
        );
        assert.match((await zip.file("customMetadata/PW_Rule.Products_Present.md")?.async("string")) ?? "", /Block/);
        const again = await connection.metadata
            .deploy(await zip.generateAsync({ type: "nodebuffer" }), { rollbackOnError: true, checkOnly: true })
            .complete(true);
        assert.equal(again.status, "Succeeded", JSON.stringify(again.details.componentFailures));
    });

    it("reads what was deployed as records, parts of an object by their own name", async () => {
        const rule = await connection.metadata.read("ValidationRule", "Opportunity.PW_Level");
        const object = await connection.metadata.read("CustomObject", "PW_Rule__mdt");
        const none = await connection.metadata.read("CustomField", "Opportunity.Ghost__c");

        assert.deepEqual([rule.fullName, rule.errorMessage], ["Opportunity.PW_Level", "Add a product first."]);
        assert.deepEqual(
            [object.label, [object.fields].flat().map(({ fullName }) => fullName)],
            ["Rule", ["Level__c", "From__c"]]
        );
        assert.equal(none.fullName, undefined);
    });

    it("deploys by REST too, and answers by either way", async () => {
        const zip = await zipOf(
            { CustomField: ["Account.PW_Rest__c"] },
            { "objects/Account.object": file("CustomObject", textField("PW_Rest__c")) }
        );

        const checked = await connection.metadata
            .deployRest(zip, { checkOnly: true, rollbackOnError: true })
            .complete(true);
        assert.deepEqual([checked.status, checked.checkOnly], ["Succeeded", true]);
        assert.equal(org.org.schema.object("Account")?.fields.has("PW_Rest__c"), false);

        const deployed = await connection.metadata.deployRest(zip, { rollbackOnError: true }).complete(true);
        assert.deepEqual([deployed.status, deployed.numberComponentsDeployed], ["Succeeded", 1]);
        assert.equal(org.org.schema.object("Account")?.fields.has("PW_Rest__c"), true);
        const url = `/metadata/deployRequest/${deployed.id}?includeDetails=true`;
        const request = await connection.request<{
            deployResult: { details: { componentSuccesses: { fullName: string }[] } };
        }>(url);
        assert.equal(request.deployResult.details.componentSuccesses[0]?.fullName, "Account.PW_Rest__c");
    });

    it("refuses to cancel what is done, and a body that is no multipart", async () => {
        const { id } = await connection.metadata.deploy(Buffer.from("hello"), {}).complete();

        await assert.rejects(
            connection.metadata._invoke("cancelDeploy", { String: id }),
            /is completed and can't be canceled/
        );
        const body = JSON.stringify({ deployOptions: {} });
        const post = connection.request({
            method: "POST",
            url: "/metadata/deployRequest",
            body,
            headers: { "content-type": "application/json" }
        });
        await assert.rejects(post, { errorCode: "MULTIPART_REQUEST_ERROR" });
    });

    it("answers a wrong session with the platform's fault", async () => {
        const stranger = new jsforce.Connection({
            instanceUrl: org.url,
            accessToken: "00Dwrong!wrong",
            version: "66.0"
        });

        await assert.rejects(stranger.metadata.list({ type: "Layout" }), { errorCode: "sf:INVALID_SESSION_ID" });
    });

    it("lets only an administrator in", async () => {
        const { schema, store, people } = org.org;
        const user = schema.object("User");
        assert.ok(user);
        const id = store.newId(user);
        store.insert(user, {
            Id: id,
            Username: "rep@example.com",
            ProfileId: seeded.standardUserProfile,
            IsActive: true
        });
        const rep = new jsforce.Connection({ instanceUrl: org.url, accessToken: people.signIn(id), version: "66.0" });

        await assert.rejects(rep.metadata.list({ type: "Layout" }), { errorCode: "sf:INSUFFICIENT_ACCESS" });
    });

    it("refuses by name what it can't do", async () => {
        await assert.rejects(connection.metadata.list({ type: "ApexClass" }), /ApexClass is not supported/);
        await assert.rejects(
            connection.metadata.read("LightningComponentBundle", ["pwPanel"]),
            /readMetadata of LightningComponentBundle is not supported/
        );
        await assert.rejects(
            connection.metadata.rename("CustomObject", "A__c", "B__c"),
            /renameMetadata is not supported/
        );
    });
});
