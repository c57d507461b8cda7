import type { RuleAnswers } from "./answers.ts";

export const ORDER: readonly RuleAnswers[] = [
    {
        rule: "Text sorts by its capitals, in the order of their UTF-8 bytes",
        source: "ORDER BY, on English locales",
        answers: [
            [
                "SELECT Name FROM Opportunity ORDER BY Name",
                ["Alpha", "beta", "DELTA", "epsilon", "Gamma", "Zeta", "Ünit"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Name DESC",
                ["Ünit", "Zeta", "Gamma", "epsilon", "DELTA", "beta", "Alpha"]
            ],
            ["SELECT Site FROM Account WHERE Site != null ORDER BY Site", ["100 %", "100%", "a-1", "A_1"]]
        ]
    },
    {
        rule: "Blanks come first in ascending order, else where NULLS says",
        source: "ORDER BY, NULLS FIRST and NULLS LAST",
        answers: [
            [
                "SELECT Name FROM Opportunity ORDER BY Amount, Name",
                ["Gamma", "Zeta", "DELTA", "Alpha", "beta", "Ünit", "epsilon"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Amount ASC NULLS FIRST, Name",
                ["Gamma", "Zeta", "DELTA", "Alpha", "beta", "Ünit", "epsilon"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Amount NULLS LAST, Name",
                ["Zeta", "DELTA", "Alpha", "beta", "Ünit", "epsilon", "Gamma"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS LAST, Name",
                ["epsilon", "beta", "Ünit", "Alpha", "DELTA", "Zeta", "Gamma"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS FIRST, Name",
                ["Gamma", "epsilon", "beta", "Ünit", "Alpha", "DELTA", "Zeta"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY NextStep NULLS LAST, Name DESC",
                ["epsilon", "Ünit", "beta", "Alpha", "DELTA", "Zeta", "Gamma"]
            ]
        ]
    },
    {
        rule: "A picklist sorts in the order of its values; dates, parents' fields and several fields sort too",
        source: "ORDER BY, on data types",
        answers: [
            [
                "SELECT Name FROM Opportunity ORDER BY StageName, Name",
                ["Alpha", "Zeta", "epsilon", "Gamma", "beta", "Ünit", "DELTA"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY CloseDate DESC",
                ["Zeta", "epsilon", "Alpha", "Ünit", "beta", "Gamma", "DELTA"]
            ],
            [
                "SELECT Name FROM Opportunity ORDER BY Account.Name NULLS LAST, Name",
                ["Alpha", "beta", "Gamma", "Ünit", "DELTA", "epsilon", "Zeta"]
            ]
        ]
    },
    {
        rule: "LIMIT and OFFSET cut a piece out of the ordered rows",
        source: "LIMIT; OFFSET",
        answers: [
            ["SELECT Name FROM Opportunity ORDER BY Name LIMIT 2", ["Alpha", "beta"]],
            ["SELECT Name FROM Opportunity ORDER BY Name LIMIT 2 OFFSET 5", ["Zeta", "Ünit"]],
            ["SELECT Name FROM Opportunity ORDER BY Name LIMIT 5 OFFSET 6", ["Ünit"]],
            ["SELECT Name FROM Opportunity ORDER BY Name OFFSET 7", []],
            ["SELECT Name FROM Opportunity LIMIT 0", []]
        ]
    }
];
