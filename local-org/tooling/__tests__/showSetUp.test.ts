import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { connect } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { sizeFlow } from "./testedFlow.ts";

const flows = "SELECT DeveloperName, ActiveVersion.VersionNumber, LatestVersion.Status FROM FlowDefinition";
const rules =
    "SELECT ValidationName, Active, ErrorDisplayField FROM ValidationRule WHERE EntityDefinitionId = 'Opportunity'";

const ruleOf = (active: boolean) => `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <validationRules>
        <fullName>Amount_There</fullName>
        <active>${active}</active>
        <errorConditionFormula>ISBLANK(Amount)</errorConditionFormula>
        <errorDisplayField>Amount</errorDisplayField>
        <errorMessage>Enter an amount.</errorMessage>
    </validationRules>
</CustomObject>`;

describe("the set-up through the Tooling API", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
    });
    after(() => connected.localOrg.close());

    const ask = async (soql: string) => {
        const { records } = await connected.connection.tooling.query(soql);
        return records.map((record) => JSON.parse(JSON.stringify(record)));
    };
    const deploy = (files: Readonly<Record<string, string>>, members: Readonly<Record<string, string[]>>) =>
        deployZip(connected.connection, members, files);

    it("tells which version of a flow is active, and keeps its Id from one question to the next", async () => {
        await deploy({ "flows/Size.flow": sizeFlow() }, { Flow: ["Size"] });

        const [flow] = await ask(flows);

        assert.deepEqual([flow.ActiveVersion.VersionNumber, flow.LatestVersion.Status], [1, "Active"]);
        const [first, second] = [
            await ask("SELECT Id FROM FlowDefinition"),
            await ask("SELECT Id FROM FlowDefinition")
        ];
        assert.match(first[0].Id, /^300\w{15}$/);
        assert.deepEqual(first, second);
    });

    it("tells that none is active once the flow is stopped", async () => {
        await deploy({ "flowDefinitions/Size.flowDefinition": stopped }, { FlowDefinition: ["Size"] });

        const [flow] = await ask(flows);

        assert.deepEqual([flow.DeveloperName, flow.ActiveVersion], ["Size", null]);
    });

    for (const active of [true, false]) {
        it(`tells a validation rule that is ${active ? "active" : "not active"}`, async () => {
            await deploy(
                { "objects/Opportunity.object": ruleOf(active) },
                { ValidationRule: ["Opportunity.Amount_There"] }
            );

            const [rule] = await ask(rules);

            assert.deepEqual(
                [rule.ValidationName, rule.Active, rule.ErrorDisplayField],
                ["Amount_There", active, "Amount"]
            );
        });
    }

    it("has no field updates, for it takes no workflow rules", async () => {
        assert.deepEqual(await ask("SELECT Name FROM WorkflowFieldUpdate"), []);
    });

    it("forgets a flow that is gone", async () => {
        await deploy({ "destructiveChanges.xml": destructive }, {});

        assert.deepEqual(await ask(flows), []);
    });
});

const stopped = `<?xml version="1.0" encoding="UTF-8"?>
<FlowDefinition xmlns="http://soap.sforce.com/2006/04/metadata"><activeVersionNumber>0</activeVersionNumber></FlowDefinition>`;

const destructive = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types><members>Size-1</members><name>Flow</name></types>
    <version>66.0</version>
</Package>`;
