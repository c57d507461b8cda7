import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect, connectionAs } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { file } from "../../metadata/__tests__/deployed.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { addUser } from "../../ui/__tests__/addUser.ts";

const data = "/services/data/v66.0";

describe("a session that was expired", () => {
    let connected: Connected;
    let token: string;
    before(async () => {
        connected = await connect();
        ({ token } = await addUser(connected, "mei"));
        await ask(connected, "DELETE", "/local-org/sessions", { body: { token } });
    });
    after(() => connected.localOrg.close());

    const doors: readonly (readonly [method: string, path: string, body?: object])[] = [
        ["GET", `${data}/sobjects`],
        ["GET", `${data}/query?q=SELECT+Id+FROM+Account`],
        ["POST", `${data}/composite`, { compositeRequest: [] }],
        ["POST", `${data}/graphql`, { query: "{}" }],
        ["GET", `${data}/ui-api/records/006000000000000AAA`],
        ["GET", `${data}/chatter/users/me`],
        ["POST", `${data}/jobs/query`, {}],
        ["GET", `${data}/tooling/query?q=SELECT+Id+FROM+ApexTestRunResult`],
        ["GET", "/services/oauth2/userinfo"],
        ["GET", "/local-org/requests"]
    ];
    for (const [method, path, body] of doors) {
        it(`is told so by ${method} ${path.replace(data, "")}`, async () => {
            const answer = await ask(connected, method, path, { token, ...(body === undefined ? {} : { body }) });

            assert.deepEqual([answer.status, Object(answer.body)[0].errorCode], [401, "INVALID_SESSION_ID"]);
        });
    }

    it("is told so by the Metadata API's fault", async () => {
        const listed = connectionAs(connected.localOrg, token).metadata.list({ type: "Flow" });

        await assert.rejects(listed, { errorCode: "sf:INVALID_SESSION_ID" });
    });
});

describe("a permission set assigned through the API", () => {
    it("takes effect at once, and ends with its assignment", async () => {
        const connected = await connect();
        const { connection } = connected;
        const { token } = await addUser(connected, "mei");
        const mine = connectionAs(connected.localOrg, token);
        const isShown = async (): Promise<boolean> =>
            (await mine.sobject("Opportunity").describe()).fields.some(({ name }) => name === "Reason__c");
        await deployReason(connected);
        const [user] = (await connection.query("SELECT Id FROM User WHERE Alias = 'mei'")).records;
        const [set] = (await connection.query("SELECT Id FROM PermissionSet WHERE Name = 'Reasons'")).records;

        const before = await isShown();
        const assigned = await connection
            .sobject("PermissionSetAssignment")
            .create({ AssigneeId: user?.Id, PermissionSetId: set?.Id });
        const during = await isShown();
        await connection.sobject("PermissionSetAssignment").destroy(String(assigned.id));

        assert.deepEqual([before, during, await isShown()], [false, true, false]);
        await connected.localOrg.close();
    });
});

async function deployReason({ connection }: Connected): Promise<void> {
    const field = `<fields><fullName>Reason__c</fullName><label>Reason</label><type>Text</type><length>20</length></fields>`;
    const grant = "<editable>true</editable><field>Opportunity.Reason__c</field><readable>true</readable>";
    await deployZip(
        connection,
        { CustomField: ["Opportunity.Reason__c"], PermissionSet: ["Reasons"] },
        {
            "objects/Opportunity.object": file("CustomObject", field),
            "permissionsets/Reasons.permissionset": file(
                "PermissionSet",
                `<label>Reasons</label><fieldPermissions>${grant}</fieldPermissions>`
            )
        }
    );
}
