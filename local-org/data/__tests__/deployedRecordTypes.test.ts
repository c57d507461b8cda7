import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { OrgError } from "../../orgError.ts";
import { describeObject } from "../../schema/describe.ts";
import { putBusinessProcess, removeBusinessProcess } from "../businessProcesses.ts";
import { putRecordType, removeRecordType } from "../deployedRecordTypes.ts";
import { loadTables } from "../load.ts";
import type { RowsOfOrg } from "../scope.ts";
import { freshOrg, objectNamed, record, shown, table } from "./org.ts";

let org: RowsOfOrg;
beforeEach(() => {
    org = freshOrg();
});

const process = (name: string, values: string[]) =>
    putBusinessProcess(org, { objectName: "Opportunity", name, description: null, isActive: true, values });

const recordType = (developerName: string, businessProcess: string | null, picklists: [string, string[]][] = []) =>
    putRecordType(org, {
        objectName: "Opportunity",
        developerName,
        label: `${developerName} label`,
        description: null,
        isActive: true,
        businessProcess,
        picklists: new Map(picklists)
    });

const offered = (developerName: string, field: string): string[] | undefined => {
    const found = objectNamed(org, "Opportunity").recordTypes?.find((each) => each.developerName === developerName);
    const values = found?.picklists.get(field);
    return values === undefined ? undefined : [...values];
};

describe("a deployed record type", () => {
    it("stands as a row, in describe, and in a field of its object", () => {
        process("Short", ["Prospecting", "Closed Won"]);
        const id = recordType("New_Business", "Short");

        const row = record(org, "RecordType", id);
        const described = describeObject(org.schema, objectNamed(org, "Opportunity"));
        assert.deepEqual(shown(row, "Name", "DeveloperName", "SobjectType", "IsActive"), {
            Name: "New_Business label",
            DeveloperName: "New_Business",
            SobjectType: "Opportunity",
            IsActive: "true"
        });
        assert.deepEqual(
            described.recordTypeInfos.map((info) => info.developerName),
            ["New_Business", "Master"]
        );
        assert.ok(described.fields.some((field) => field.name === "RecordTypeId" && !field.permissionable));
    });

    it("offers the stages of its process, and of other picklists what it names", () => {
        process("Short", ["Prospecting", "Closed Won"]);
        recordType("New_Business", "Short", [["Type", ["New Customer"]]]);

        assert.deepEqual(offered("New_Business", "StageName"), ["Prospecting", "Closed Won"]);
        assert.deepEqual(offered("New_Business", "Type"), ["New Customer"]);
        assert.equal(offered("New_Business", "LeadSource"), undefined);
    });

    it("follows its process when that is deployed anew, and keeps both Ids", () => {
        const before = [process("Short", ["Prospecting"]), recordType("New_Business", "Short")];

        const after = [process("Short", ["Prospecting", "Closed Lost"]), recordType("New_Business", "Short")];

        assert.deepEqual(after, before);
        assert.deepEqual(offered("New_Business", "StageName"), ["Prospecting", "Closed Lost"]);
    });

    it("takes the field along when the last one is removed", () => {
        process("Short", ["Prospecting"]);
        recordType("One", "Short");
        recordType("Two", "Short");

        removeRecordType(org, "Opportunity", "One");
        const isThere = objectNamed(org, "Opportunity").fields.has("RecordTypeId");
        removeRecordType(org, "Opportunity", "Two");

        assert.equal(isThere, true);
        assert.equal(objectNamed(org, "Opportunity").fields.has("RecordTypeId"), false);
        assert.equal(org.store.readMany(objectNamed(org, "RecordType")).length, 0);
    });

    const refusals: readonly [what: string, attempt: () => unknown, message: RegExp][] = [
        ["without a process", () => recordType("A", null), /a business process must be specified/],
        ["with an unknown process", () => recordType("A", "Long"), /no business process named Long/],
        ["with an unknown value", () => recordType("A", "Short", [["Type", ["Old"]]]), /Old in picklist: Type/],
        ["with a field that is no picklist", () => recordType("A", "Short", [["Name", []]]), /no picklist Name/],
        ["whose process names an unknown stage", () => process("P", ["Nowhere"]), /Nowhere in BusinessProcess P/],
        [
            "that goes while records have it",
            () => {
                const id = recordType("Used", "Short");
                loadTables(org, [
                    table("Opportunity", "Name,StageName,CloseDate,RecordTypeId", `A,Prospecting,2026-12-31,${id}`)
                ]);
                removeRecordType(org, "Opportunity", "Used");
            },
            /used by records/
        ],
        [
            "whose process goes first",
            () => {
                recordType("Used", "Short");
                removeBusinessProcess(org, "Opportunity", "Short");
            },
            /used by record type Used/
        ]
    ];

    for (const [what, attempt, message] of refusals) {
        it(`is refused ${what}`, () => {
            process("Short", ["Prospecting"]);

            assert.throws(attempt, (error) => error instanceof OrgError && message.test(error.message));
        });
    }
});
