import assert from "node:assert/strict";
import type { Connection } from "jsforce";
import type { Case } from "../runCases.ts";

const many = 4_500;

/** Bulk API 2.0, and queries longer than a page. */
export function bulkCases(connection: Connection): Case[] {
    return [
        {
            name: `bulk2 ingest: ${many} leads inserted`,
            run: async () => {
                const input = Array.from({ length: many }, (_, place) => ({
                    LastName: `Lead ${place}`,
                    Company: '竹北, "Ltd"'
                }));
                const results = await connection.bulk2.loadAndWaitForResults({
                    object: "Lead",
                    operation: "insert",
                    input,
                    pollInterval: 20,
                    pollTimeout: 60_000
                });
                assert.deepEqual([results.successfulResults.length, results.failedResults.length], [many, 0]);
            }
        },
        {
            name: "bulk2 ingest: a row that fails is in failedResults with its code",
            run: async () => {
                const input = [
                    { LastName: "Right", Company: "A" },
                    { LastName: "", Company: "B" }
                ];
                const results = await connection.bulk2.loadAndWaitForResults({
                    object: "Lead",
                    operation: "insert",
                    input,
                    pollInterval: 20,
                    pollTimeout: 60_000
                });
                assert.equal(results.successfulResults.length, 1);
                assert.match(String(results.failedResults[0]?.["sf__Error"]), /^REQUIRED_FIELD_MISSING/);
            }
        },
        {
            name: "bulk2 query: every row once",
            run: async () => {
                const found = new Set<unknown>();
                const stream = await connection.bulk2.query(
                    "SELECT Id, LastName, Company FROM Lead WHERE LastName LIKE 'Lead %'",
                    { pollInterval: 20, pollTimeout: 60_000 }
                );
                for await (const record of stream as AsyncIterable<Record<string, unknown>>) {
                    if (record["Company"] === '竹北, "Ltd"') found.add(record["Id"]);
                }
                assert.equal(found.size, many);
            }
        },
        {
            name: "query: the first page has 2,000 records and says how many there are",
            run: async () => {
                const { records, totalSize, done, nextRecordsUrl } = await connection.query(
                    "SELECT Id FROM Lead WHERE LastName LIKE 'Lead %'"
                );
                assert.deepEqual(
                    [records.length, totalSize, done, nextRecordsUrl === undefined],
                    [2000, many, false, false]
                );
            }
        },
        {
            name: "queryMore: page after page to the end",
            run: async () => {
                let page = await connection.query("SELECT Id FROM Lead WHERE LastName LIKE 'Lead %'");
                const found = page.records.map(({ Id }) => Id);
                while (!page.done) {
                    page = await connection.queryMore(page.nextRecordsUrl ?? "");
                    found.push(...page.records.map(({ Id }) => Id));
                }
                assert.equal(new Set(found).size, many);
            }
        },
        {
            name: "autoFetch: all of them as they come",
            run: async () => {
                const records = await connection.query("SELECT Id FROM Lead WHERE LastName LIKE 'Lead %'", {
                    autoFetch: true,
                    maxFetch: 10_000
                });
                assert.equal(records.records.length, many);
            }
        },
        {
            name: "bulk2 ingest: deleted again",
            run: async () => {
                const { records } = await connection.query("SELECT Id FROM Lead WHERE LastName LIKE 'Lead %'", {
                    autoFetch: true,
                    maxFetch: 10_000
                });
                const input = records.map(({ Id }) => ({ Id: Id ?? "" }));
                const results = await connection.bulk2.loadAndWaitForResults({
                    object: "Lead",
                    operation: "delete",
                    input,
                    pollInterval: 20,
                    pollTimeout: 60_000
                });
                assert.equal(results.successfulResults.length, many);
            }
        }
    ];
}
