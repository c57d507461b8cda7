import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { OrgReader } from "../../audit/gather/orgReader.ts";
import type { MetadataConnection } from "../../deploys/metadataConnection.ts";
import { exportRows } from "../exportRows.ts";
import { gatherBlockers } from "../gatherBlockers.ts";
import { gatherPresent } from "../gatherPresent.ts";

/** An org that answers what it is asked by the first part of the path or query that fits. */
function readerOf(answers: Readonly<Record<string, unknown>>): OrgReader {
    return new OrgReader({
        instanceUrl: "https://org",
        request: (url) => {
            const asked = decodeURIComponent(url).replaceAll("+", " ");
            const found = Object.entries(answers).find(([part]) => asked.includes(part));
            assert.ok(found, `nobody answers ${asked}`);
            const answer = typeof found[1] === "function" ? (found[1] as () => unknown)() : found[1];
            return Promise.resolve(JSON.stringify(answer));
        }
    });
}

const rows = (...records: object[]) => ({ totalSize: records.length, done: true, records });

describe("gatherPresent", () => {
    it("asks three types at a time, for folders and for what is in ours, and reads names as they are", async () => {
        const asked: { type: string; folder?: string }[][] = [];
        const metadata = {
            list: (queries: { type: string; folder?: string }[]) => {
                asked.push(queries);
                const [first] = queries;
                const name = first?.type === "CustomField" ? "Opportunity.PW_Kind__c" : "PW%5FAll";
                return Promise.resolve({ type: first?.type, fullName: name, id: "00N1" });
            }
        };
        const connection = { instanceUrl: "https://org", metadata } as unknown as MetadataConnection;
        const ours = ["CustomField", "Flow", "PermissionSet", "Report"].map((type) => ({ type, name: "PW_All/X" }));

        const present = await gatherPresent(connection, ours);

        assert.deepEqual(asked, [
            [{ type: "CustomField" }, { type: "Flow" }, { type: "PermissionSet" }],
            [{ type: "ReportFolder" }, { type: "Report", folder: "PW_All" }]
        ]);
        assert.deepEqual(present, [
            { type: "CustomField", name: "Opportunity.PW_Kind__c", id: "00N1" },
            { type: "Report", name: "PW_All", id: "00N1" }
        ]);
    });
});

describe("gatherBlockers", () => {
    const field = { type: "CustomField", name: "Opportunity.PW_Kind__c", id: "00N000000000001AAA" };
    const rule = { type: "ValidationRule", name: "Opportunity.PW_Rule", id: "03d000000000001AAA" };
    const dependency = (id: string, name: string, type: string) => ({
        ...{ MetadataComponentId: id, MetadataComponentName: name, MetadataComponentType: type },
        RefMetadataComponentId: "00N000000000001"
    });

    it("names what of theirs uses something of ours, and not what goes itself", async () => {
        const reader = readerOf({
            MetadataComponentDependency: rows(
                dependency("03d000000000001", "PW_Rule", "ValidationRule"),
                dependency("301000000000009", "Their_Flow", "Flow")
            )
        });

        const blockers = await gatherBlockers(reader, [field, rule], [field, rule]);

        const uses = { type: field.type, name: field.name };
        assert.deepEqual(blockers, { value: [{ type: "Flow", name: "Their_Flow", uses }] });
    });

    it("says that it can't be told, where components have no Ids or the answer is cut off", async () => {
        const many = Array.from({ length: 2_000 }, () => dependency("301", "Their_Flow", "Flow"));

        const withoutIds = await gatherBlockers(readerOf({}), [field], [{ ...field, id: "" }]);
        const cutOff = await gatherBlockers(readerOf({ Dependency: rows(...many) }), [field], [field]);

        assert.ok("unreadable" in withoutIds && "unreadable" in cutOff);
        assert.match(cutOff.unreadable, /2,000/);
    });
});

describe("exportRows", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "pipewright-export-"))));
    after(() => rmSync(folder, { recursive: true }));

    const described = {
        fields: [
            { name: "Id", type: "id", calculated: false, filterable: true },
            { name: "PW_Kind__c", type: "string", calculated: false, filterable: true },
            { name: "PW_Sum__c", type: "double", calculated: true, filterable: true }
        ]
    };
    const components = ["PW_Kind__c", "PW_Sum__c"].map((name) => ({
        type: "CustomField",
        name: `Opportunity.${name}`
    }));
    const org = (changes: Readonly<Record<string, unknown>> = {}) => ({
        userinfo: { user_id: "0051", name: "Ada", preferred_username: "ada" },
        "FROM User": rows({ Profile: { PermissionsViewAllData: true } }),
        describe: described,
        "COUNT()": { totalSize: 2, done: true, records: [] },
        ...changes,
        "SELECT Id, PW_Kind__c, PW_Sum__c FROM Opportunity WHERE PW_Kind__c != null": rows(
            { Id: "0061", PW_Kind__c: "open", PW_Sum__c: 10.5 },
            { Id: "0062", PW_Kind__c: '=HYPERLINK("x")', PW_Sum__c: null }
        )
    });

    it("writes every row that holds a value of ours, with what is computed beside it", async () => {
        const [exported] = await exportRows(readerOf(org()), components, folder);

        assert.equal(exported?.rows, 2);
        const text = readFileSync(join(folder, "Opportunity.csv"), "utf8");
        assert.match(text, /"Id","PW_Kind__c","PW_Sum__c"\r\n"0061","open","10\.5"\r\n"0062","'=HYPERLINK/);
    });

    it("writes every field of an object of ours, whose row it is, and what others added", async () => {
        const own = ["Id", "Name", "SetupOwnerId", "CurrencyIsoCode", "SystemModstamp", "Their_Note__c"];
        const reader = readerOf({
            ...org({ describe: { fields: own.map((name) => ({ ...described.fields[0], name })) } }),
            "SELECT Id, Name, SetupOwnerId, CurrencyIsoCode": rows(
                { Id: "a01", Name: "Ours", SetupOwnerId: "00D1", CurrencyIsoCode: "TWD", Their_Note__c: "Theirs" },
                { Id: "a02" }
            )
        });
        const object = { type: "CustomObject", name: "PW_Settings__c" };
        const inIt = (name: string) => ({ type: "CustomField", name: `PW_Settings__c.${name}` });

        await exportRows(reader, [object, inIt("Their_Note__c")], folder);

        assert.match(readFileSync(join(folder, "PW_Settings__c.csv"), "utf8"), /"a01","Ours","00D1","TWD",.*"Theirs"/);
        await assert.rejects(
            exportRows(reader, [object, inIt("Hidden__c")], folder),
            /may not read Hidden__c of PW_Set/
        );
    });

    const failures: [string, Readonly<Record<string, unknown>>, RegExp][] = [
        [
            "a user who may not see every record",
            {
                "FROM User": rows({ Profile: { PermissionsViewAllData: false } }),
                PermissionSetAssignment: rows(),
                DefaultOpportunityAccess: rows({ DefaultOpportunityAccess: "None" })
            },
            /sign in as one with View All Data/
        ],
        [
            "a field that may not be read",
            { describe: { fields: described.fields.slice(0, 2) } },
            /may not read PW_Sum__c/
        ],
        [
            "a count that differs",
            { "COUNT()": { totalSize: 3, done: true, records: [] } },
            /changed meanwhile \(3, 2 and 3 rows\)/
        ]
    ];
    for (const [name, changes, words] of failures) {
        it(`refuses ${name}, and writes nothing`, async () => {
            const empty = mkdtempSync(join(folder, "empty-"));

            await assert.rejects(exportRows(readerOf(org(changes)), components, empty), words);
            assert.deepEqual(readdirSync(empty), []);
        });
    }
});
