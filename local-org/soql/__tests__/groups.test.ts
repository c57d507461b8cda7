import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { context } = pipeline();

/** Query and its rows without attributes, each as its values in order of selection. */
const TABLE: readonly (readonly [text: string, rows: readonly unknown[][]])[] = [
    ["SELECT COUNT(Id) FROM Opportunity", [[5]]],
    ["SELECT COUNT(Amount), COUNT(AccountId) FROM Opportunity", [[4, 4]]],
    ["SELECT SUM(Amount), MIN(Amount), MAX(Amount) FROM Opportunity", [[338.16, -12.34, 250.5]]],
    ["SELECT AVG(Amount) FROM Opportunity", [[84.54]]],
    ["SELECT AVG(Quantity) FROM OpportunityLineItem", [[2.8333333333333335]]],
    [
        "SELECT SUM(Amount), AVG(Amount), MAX(Name), COUNT(Id) FROM Opportunity WHERE Name = 'nobody'",
        [[null, null, null, 0]]
    ],
    [
        "SELECT MIN(Name), MAX(Name), MIN(CloseDate), MAX(CreatedDate) FROM Opportunity",
        [["Alpha", "O'Neil", "2025-10-01", "2026-01-15T23:59:59.000+0000"]]
    ],
    ["SELECT COUNT_DISTINCT(NextStep), COUNT_DISTINCT(AccountId) FROM Opportunity", [[2, 2]]],
    [
        "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY StageName",
        [
            ["Prospecting", 2],
            ["Qualification", 1],
            ["Closed Won", 1],
            ["Odd stage", 1]
        ]
    ],
    [
        "SELECT NextStep, COUNT(Id) n FROM Opportunity GROUP BY NextStep ORDER BY COUNT(Id) DESC, NextStep NULLS LAST",
        [
            ["CALL", 2],
            [null, 2],
            ["50% a_b\\c", 1]
        ]
    ],
    [
        "SELECT Account.Name, SUM(Amount) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name",
        [
            [null, 0],
            ["Acme", 338.16],
            ["ÄPFEL AG", null]
        ]
    ],
    [
        "SELECT IsWon, COUNT(Id) FROM Opportunity GROUP BY IsWon ORDER BY IsWon",
        [
            [false, 4],
            [true, 1]
        ]
    ],
    [
        "SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)",
        [
            [2025, 2],
            [2026, 2],
            [2027, 1]
        ]
    ],
    [
        "SELECT CALENDAR_QUARTER(CloseDate) q, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_QUARTER(CloseDate) ORDER BY CALENDAR_QUARTER(CloseDate)",
        [
            [1, 3],
            [4, 2]
        ]
    ],
    [
        "SELECT DAY_ONLY(CreatedDate) d, COUNT(Id) FROM Opportunity GROUP BY DAY_ONLY(CreatedDate) HAVING COUNT(Id) = 1 ORDER BY DAY_ONLY(CreatedDate) LIMIT 2",
        [
            ["2025-01-15", 1],
            ["2025-12-31", 1]
        ]
    ],
    ["SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1", [["Prospecting"]]],
    [
        "SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1 OR StageName LIKE 'odd%' ORDER BY StageName",
        [["Prospecting"], ["Odd stage"]]
    ],
    [
        "SELECT OpportunityId FROM OpportunityLineItem GROUP BY OpportunityId HAVING SUM(TotalPrice) > 100.001 AND (NOT MIN(Quantity) < 4.999)",
        [[pipelineId("alpha two")]]
    ],
    // Exact: the average of 1, 2.5 and 5 is above 2.8333 and below 2.8334.
    [
        "SELECT Product2Id FROM OpportunityLineItem GROUP BY Product2Id HAVING AVG(Quantity) > 2.8333 AND AVG(Quantity) < 2.8334",
        [[pipelineId("widget")]]
    ],
    [
        "SELECT StageName s, AVG(Amount) FROM Opportunity GROUP BY StageName ORDER BY AVG(Amount) DESC LIMIT 2",
        [
            ["Closed Won", 250.5],
            ["Prospecting", 50]
        ]
    ]
];

describe("grouped queries", () => {
    for (const [text, rows] of TABLE) {
        it(`answer ${text}`, () => {
            const { records } = executeSoql(context, text);

            assert.deepEqual(
                records.map((record) =>
                    Object.entries(record)
                        .slice(1)
                        .map(([, value]) => value)
                ),
                rows
            );
        });
    }

    it("name columns by alias, field or expr and are AggregateResults", () => {
        const [row] = executeSoql(
            context,
            "SELECT Account.Name, COUNT(Id), SUM(Amount) total, MAX(Amount) FROM Opportunity GROUP BY Account.Name"
        ).records;

        assert.deepEqual(row?.attributes, { type: "AggregateResult" });
        assert.deepEqual(Object.keys(row ?? {}), ["attributes", "Name", "expr0", "total", "expr1"]);
    });

    it("take an alias for a grouped field too", () => {
        const [row] = executeSoql(
            context,
            "SELECT StageName stage FROM Opportunity GROUP BY StageName LIMIT 1"
        ).records;

        assert.deepEqual(Object.keys(row ?? {}), ["attributes", "stage"]);
    });

    it("count rows without giving any", () => {
        const { totalSize, records } = executeSoql(context, "SELECT COUNT() FROM Opportunity WHERE Amount != null");

        assert.deepEqual([totalSize, records.length], [4, 0]);
        assert.equal(executeSoql(context, "SELECT COUNT() FROM Opportunity LIMIT 2").totalSize, 2);
    });
});

function pipelineId(name: string): unknown {
    return pipeline().ids.get(name);
}
