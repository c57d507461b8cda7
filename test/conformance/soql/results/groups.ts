import type { RuleAnswers } from "./answers.ts";

export const GROUPS: readonly RuleAnswers[] = [
    {
        rule: "Aggregates pass over blanks; without rows a count is 0 and the others are null",
        source: "Aggregate Functions",
        answers: [
            ["SELECT COUNT(Id) FROM Opportunity", [7]],
            ["SELECT COUNT(Amount), COUNT(AccountId), COUNT(NextStep) FROM Opportunity", [[6, 6, 5]]],
            ["SELECT SUM(Amount) FROM Opportunity", [1000588.67]],
            ["SELECT MIN(Amount), MAX(Amount) FROM Opportunity", [[-12.34, 1000000.01]]],
            ["SELECT MIN(CloseDate), MAX(CloseDate) FROM Opportunity", [["2025-12-31", "2027-01-01"]]],
            ["SELECT AVG(Amount) FROM Opportunity WHERE StageName = 'Prospecting'", [43.83]],
            ["SELECT AVG(Amount) FROM Opportunity WHERE Name IN ('Gamma', 'Alpha')", [100]],
            ["SELECT SUM(Amount), COUNT(Id) FROM Opportunity WHERE Name = 'Gamma'", [[null, 1]]],
            ["SELECT SUM(Amount), COUNT(Id) FROM Opportunity WHERE Name = 'nobody'", [[null, 0]]],
            ["SELECT COUNT_DISTINCT(AccountId), COUNT_DISTINCT(StageName) FROM Opportunity", [[5, 5]]],
            [
                "SELECT SUM(Quantity), AVG(UnitPrice) FROM OpportunityLineItem WHERE Opportunity.Name = 'Alpha'",
                [[3.5, 32]]
            ],
            ["SELECT MAX(Score__c), MIN(Score__c) FROM Survey__c", [[2.5, -0.125]]]
        ]
    },
    {
        rule: "GROUP BY gives a row for each value, the blank included",
        source: "GROUP BY",
        answers: [
            [
                "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName",
                [
                    ["Prospecting", 2],
                    ["Qualification", 1],
                    ["Needs Analysis", 1],
                    ["Closed Won", 2],
                    ["Closed Lost", 1]
                ]
            ],
            [
                "SELECT IsWon, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY IsWon",
                [
                    [false, 5, 1000087.67],
                    [true, 2, 501]
                ]
            ],
            [
                "SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name",
                [
                    ["Acme", 2],
                    ["ACME France", 1],
                    ["École Nord", 1],
                    ["臺灣電子", 1],
                    ["Straße 7", 1],
                    [null, 1]
                ]
            ],
            [
                "SELECT Owner.Name, IsWon, COUNT(Id) FROM Opportunity GROUP BY Owner.Name, IsWon",
                [
                    ["Ann", false, 3],
                    ["Bob", true, 2],
                    ["Bob", false, 1],
                    ["Cyd", false, 1]
                ]
            ],
            [
                "SELECT StageName stage, MAX(Amount) most FROM Opportunity WHERE Amount > 0 GROUP BY StageName",
                [
                    ["Prospecting", 100],
                    ["Closed Won", 250.5],
                    ["Qualification", 1000000.01]
                ]
            ],
            ["SELECT Industry FROM Account GROUP BY Industry", ["Technology", "Education", "Retail", null]],
            [
                "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id) DESC, StageName LIMIT 2",
                [
                    ["Prospecting", 2],
                    ["Closed Won", 2]
                ]
            ]
        ]
    },
    {
        rule: "HAVING keeps groups by their aggregates or by what they are grouped by",
        source: "HAVING",
        answers: [
            [
                "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1",
                [
                    ["Prospecting", 2],
                    ["Closed Won", 2]
                ]
            ],
            [
                "SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING SUM(Amount) >= 501",
                [
                    ["Closed Won", 501],
                    ["Qualification", 1000000.01]
                ]
            ],
            [
                "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName HAVING StageName LIKE 'closed%'",
                [
                    ["Closed Won", 2],
                    ["Closed Lost", 1]
                ]
            ],
            [
                "SELECT Owner.Name, AVG(Amount) FROM Opportunity GROUP BY Owner.Name HAVING AVG(Amount) < 200",
                [["Ann", 29.22]]
            ],
            [
                "SELECT StageName FROM Opportunity GROUP BY StageName HAVING MIN(CloseDate) < 2026-04-01 AND COUNT(Id) = 1",
                ["Needs Analysis", "Closed Lost"]
            ],
            ["SELECT StageName FROM Opportunity GROUP BY StageName HAVING SUM(Amount) = null", ["Needs Analysis"]]
        ]
    }
];
