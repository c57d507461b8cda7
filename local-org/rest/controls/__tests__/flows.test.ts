import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { scheduledStart, update } from "../../../flow/__tests__/flowParts.ts";
import { filter, flag, flowFile, text } from "../../../flow/__tests__/flowXml.ts";
import { deployZip } from "../../__tests__/deployZip.ts";
import { ask, connect, create, opportunityFields } from "../../__tests__/withConnection.ts";
import type { Connected } from "../../__tests__/withConnection.ts";

const open = `<filterLogic>and</filterLogic>${filter("IsClosed", "EqualTo", flag(false))}<object>Opportunity</object>`;
const seen = update("Put", [["NextStep", text("seen")]], "<inputReference>$Record</inputReference>");

describe("the controls of flows", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
        await deployZip(
            connected.connection,
            { Flow: ["Nightly", "Draft"] },
            {
                "flows/Nightly.flow": flowFile(scheduledStart("Put", open) + seen),
                "flows/Draft.flow": flowFile(scheduledStart("Put", open) + seen, "<status>Draft</status>")
            }
        );
    });
    after(() => connected.localOrg.close());

    const control = (method: string, path: string, body?: unknown) =>
        ask(connected, method, `/local-org/${path}`, body === undefined ? {} : { body });

    it("run a scheduled flow, and tell what it did", async () => {
        const id = await create(connected.connection, "Opportunity", opportunityFields);

        const { body } = await control("POST", "scheduled-flows/Nightly/run");

        assert.deepEqual(body, { interviews: 1, batches: 1, problems: [] });
        assert.equal((await connected.connection.sobject("Opportunity").retrieve(id))["NextStep"], "seen");
    });

    it("run none before its schedule begins", async () => {
        await control("PUT", "clock", { now: "2026-06-01T05:59:00Z" });
        const { status, body } = await control("POST", "scheduled-flows/Nightly/run");
        await control("PUT", "clock", { now: "2026-06-30" });

        assert.equal(status, 400);
        assert.match(JSON.stringify(body), /runs from 2026-06-01T06:00:00.000Z on, and it is 2026-06-01T05:59:00.000Z/);
    });

    it("run no draft, and none that isn't there", async () => {
        for (const name of ["Draft", "Nothing"])
            assert.equal((await control("POST", `scheduled-flows/${name}/run`)).status, 404, name);
    });

    it("tell what was sent: nothing yet", async () => {
        assert.deepEqual((await control("GET", "notifications")).body, []);
        assert.equal((await control("DELETE", "notifications")).status, 204);
    });
});
