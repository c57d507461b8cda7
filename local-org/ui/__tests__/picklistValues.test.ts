import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { TextTable } from "../../data/table.ts";
import { ask, connect, opportunityFields } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";

const process = "019000000000001AAA";
const renewal = "012000000000001AAA";
const retired = "012000000000002AAA";

const tables: readonly TextTable[] = [
    {
        object: "BusinessProcess",
        columns: ["Id", "Name", "TableEnumOrId"],
        rows: [[process, "Renewals", "Opportunity"]]
    },
    {
        object: "RecordType",
        columns: ["Id", "Name", "DeveloperName", "SobjectType", "BusinessProcessId", "IsActive"],
        rows: [
            [renewal, "Renewal", "Renewal", "Opportunity", process, "true"],
            [retired, "Old", "Old", "Opportunity", process, "false"]
        ]
    },
    {
        object: "BusinessProcessStage",
        columns: ["BusinessProcessId", "StageName"],
        rows: ["Closed Won", "Negotiation/Review", "Prospecting"].map((stage) => [process, stage])
    }
];

describe("UI API's picklist values by record type", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect({ load: tables });
    });
    after(() => connected.localOrg.close());

    const values = async (recordType: string, field = "StageName", object = "Opportunity") => {
        const path = `/services/data/v66.0/ui-api/object-info/${object}/picklist-values/${recordType}/${field}`;
        const { status, body } = await ask(connected, "GET", path);
        return { status, body: body as Record<string, unknown>, names: namesIn(body) };
    };

    it("are the stages of its sales process in the org's order, in the shape that components receive", async () => {
        const { status, body } = await values(renewal);
        const { eTag, values: offered, ...rest } = body;

        assert.equal(status, 200);
        assert.match(String(eTag), /^[0-9a-f]{32}$/);
        assert.deepEqual(rest, {
            controllerValues: {},
            defaultValue: null,
            url: `/services/data/v66.0/ui-api/object-info/Opportunity/picklist-values/${renewal}/StageName`
        });
        const stage = (value: string, defaultProbability: number, forecastCategoryName: string) => ({
            attributes: {
                closed: value === "Closed Won",
                defaultProbability,
                forecastCategoryName,
                picklistAtrributesValueType: "OpportunityStage",
                won: value === "Closed Won"
            },
            label: value,
            validFor: [],
            value
        });
        assert.deepEqual(offered, [
            stage("Prospecting", 10, "Pipeline"),
            stage("Negotiation/Review", 90, "Pipeline"),
            stage("Closed Won", 100, "Closed")
        ]);
    });

    it("are all active stages for the master", async () => {
        assert.equal((await values("012000000000000AAA")).names.length, 10);
    });

    it("are all values of a picklist that no process restricts", async () => {
        assert.deepEqual((await values(renewal, "LeadSource")).names.slice(0, 2), ["Web", "Phone Inquiry"]);
    });

    const wrong: readonly (readonly [string, readonly [string, string?, string?], number])[] = [
        ["a record type that isn't there", ["012000000000009AAA"], 404],
        ["an Id that is none", ["Renewal"], 404],
        ["a field that isn't there", [renewal, "Stage"], 404],
        ["an object that isn't there", [renewal, "StageName", "Deal"], 404],
        ["a field that is no picklist", [renewal, "Name"], 400]
    ];
    for (const [what, asked, status] of wrong) {
        it(`refuses ${what}`, async () => {
            assert.equal((await values(...asked)).status, status);
        });
    }

    it("is what a record's own representation names", async () => {
        const { id } = await connected.connection
            .sobject("Opportunity")
            .create({ ...opportunityFields, RecordTypeId: renewal });
        const path = `/services/data/v66.0/ui-api/records/${id}?fields=Opportunity.Name`;
        const { body } = await ask(connected, "GET", path);
        const { recordTypeId, recordTypeInfo } = body as Record<string, unknown>;

        assert.equal(recordTypeId, renewal);
        assert.deepEqual((recordTypeInfo as { name: string }).name, "Renewal");
    });

    it("lets no record be saved with a record type that is not active", async () => {
        await assert.rejects(
            connected.connection.sobject("Opportunity").create({ ...opportunityFields, RecordTypeId: retired }),
            /Record Type ID: this ID value isn't valid for the user/
        );
    });

    it("can be queried through the record", async () => {
        const { records } = await connected.connection.query(
            `SELECT RecordType.DeveloperName FROM Opportunity WHERE RecordTypeId = '${renewal}'`
        );

        assert.equal((records[0] as { RecordType?: { DeveloperName: string } }).RecordType?.DeveloperName, "Renewal");
    });
});

function namesIn(body: unknown): string[] {
    // A refusal is a list, which has a `values` of its own.
    const { values } = body as { values: unknown };
    return (Array.isArray(values) ? (values as { value: string }[]) : []).map(({ value }) => value);
}
