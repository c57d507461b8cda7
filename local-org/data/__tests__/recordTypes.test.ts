import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { describeObject } from "../../schema/describe.ts";
import { readCsvTables } from "../csvTables.ts";
import { loadTables } from "../load.ts";
import { LoadError } from "../loadError.ts";
import type { TextTable } from "../table.ts";
import { freshOrg, objectNamed, record, table } from "./org.ts";

const process = "019000000000001AAA";
const renewal = "012000000000001AAA";
const retired = "012000000000002AAA";
const deal = "006000000000001AAA";

const processes = table("BusinessProcess", "Id,Name,TableEnumOrId,IsActive", `${process},Renewals,Opportunity,true`);
const recordTypes = table(
    "RecordType",
    "Id,Name,DeveloperName,SobjectType,BusinessProcessId,IsActive",
    `${renewal},Renewal,Renewal,Opportunity,${process},true`,
    `${retired},Old,Old,Opportunity,${process},false`
);
const stages = table(
    "BusinessProcessStage",
    "BusinessProcessId,StageName",
    `${process},Negotiation/Review`,
    `${process},Prospecting`,
    `${process},Closed Won`
);
const opportunities = table(
    "Opportunity",
    "Id,Name,StageName,CloseDate,RecordTypeId",
    `${deal},Deal,Prospecting,2026-12-31,${renewal}`
);

describe("an org without record types", () => {
    it("has no RecordTypeId on opportunities, and describes the master alone", () => {
        const org = freshOrg();
        const { fields, recordTypeInfos } = describeObject(org.schema, objectNamed(org, "Opportunity"));

        assert.ok(!fields.some((field) => field.name === "RecordTypeId"));
        assert.deepEqual(
            recordTypeInfos.map((info) => info.developerName),
            ["Master"]
        );
    });
});

describe("a load with record types of opportunities", () => {
    it("gives opportunities a RecordTypeId, and describes the record types before the master", () => {
        const org = freshOrg();
        loadTables(org, [processes, recordTypes, stages, opportunities]);
        const { fields, recordTypeInfos } = describeObject(org.schema, objectNamed(org, "Opportunity"));

        assert.equal(record(org, "Opportunity", deal)["RecordTypeId"], renewal);
        assert.equal(fields.find((field) => field.name === "RecordTypeId")?.relationshipName, "RecordType");
        assert.deepEqual(
            recordTypeInfos.map((info) => [info.recordTypeId, info.name, info.available, info.master]),
            [
                [renewal, "Renewal", true, false],
                [retired, "Old", false, false],
                ["012000000000000AAA", "Master", true, true]
            ]
        );
    });

    it("reads them first of a folder, whatever the names of the files", () => {
        const directory = mkdtempSync(join(tmpdir(), "pipewright-load-"));
        for (const each of [processes, recordTypes, stages, opportunities]) {
            const lines = [each.columns, ...each.rows].map((cells) => cells.join(","));
            writeFileSync(join(directory, `${each.object}.csv`), lines.join("\n"));
        }
        const org = freshOrg();

        loadTables(org, readCsvTables(directory));

        rmSync(directory, { recursive: true });
        assert.equal(record(org, "Opportunity", deal)["RecordTypeId"], renewal);
    });

    const process2 = "019000000000009AAA";
    const refused: readonly (readonly [string, readonly TextTable[], RegExp])[] = [
        ["a record type without the stages of its process", [processes, recordTypes], /RecordType "Renewal": give it/],
        [
            "a stage of a process that isn't there",
            [processes, recordTypes, { ...stages, rows: [...stages.rows, [process2, "Prospecting"]] }],
            /BusinessProcessStage, row 5: there is no BusinessProcess with the Id 019000000000009AAA/
        ],
        [
            "a stage that the org doesn't have",
            [processes, recordTypes, { ...stages, rows: [...stages.rows, [process, "Verbal Yes"]] }],
            /BusinessProcessStage, row 5: there is no OpportunityStage "Verbal Yes"/
        ],
        [
            "another column",
            [
                processes,
                recordTypes,
                table("BusinessProcessStage", "BusinessProcessId,Stage", `${process},Prospecting`)
            ],
            /BusinessProcessStage, row 1: its columns are BusinessProcessId and StageName, and no others/
        ],
        [
            "a blank stage",
            [processes, recordTypes, table("BusinessProcessStage", "BusinessProcessId,StageName", `${process},`)],
            /BusinessProcessStage, row 2: neither column may be blank/
        ]
    ];
    for (const [what, tables, sentence] of refused) {
        it(`refuses ${what}, and leaves the org as it was`, () => {
            const org = freshOrg();

            assert.throws(
                () => loadTables(org, tables),
                (error) => error instanceof LoadError && sentence.test(error.message)
            );

            assert.ok(!objectNamed(org, "Opportunity").fields.has("RecordTypeId"));
            loadTables(org, [processes, recordTypes, stages, opportunities]);
            assert.equal(record(org, "Opportunity", deal)["RecordTypeId"], renewal);
        });
    }
});
