import { contacts, opportunities, surveys } from "./answers.ts";
import type { RuleAnswers } from "./answers.ts";

export const RELATIONSHIPS: readonly RuleAnswers[] = [
    {
        rule: "A path climbs to parents, five at most; where one is missing, the field is null",
        source: "Relationship Queries, Child-to-Parent",
        answers: [
            [
                "SELECT Name, Account.Name FROM Opportunity WHERE Amount > 100",
                [
                    ["beta", "Acme"],
                    ["epsilon", "臺灣電子"],
                    ["Ünit", "Straße 7"]
                ]
            ],
            [
                "SELECT Name, Account.Parent.Name FROM Opportunity WHERE Account.ParentId != null",
                [
                    ["Gamma", "Acme"],
                    ["DELTA", "ACME France"]
                ]
            ],
            ["SELECT Name, Account.Parent.Parent.Owner.Name FROM Opportunity WHERE Name = 'DELTA'", [["DELTA", "Ann"]]],
            ["SELECT Name, Account.Name FROM Opportunity WHERE Name = 'Zeta'", [["Zeta", null]]],
            [
                "SELECT PricebookEntry.Product2.Name, Quantity FROM OpportunityLineItem ORDER BY Quantity",
                [
                    ["Widget", 1],
                    ["Gadget", 2.5],
                    ["Gadget", 5]
                ]
            ],
            opportunities("Owner.Manager.Name = 'bob'", "epsilon"),
            opportunities("Account.Parent.Parent.Name = 'acme'", "DELTA"),
            contacts("ReportsTo.ReportsTo.Name = 'ZOË martin'", "Eve"),
            surveys("Opportunity__r.Account.Name = 'acme'", "S1", "S2", "S3")
        ]
    },
    {
        rule: "A field may stand behind the name of its object or its alias",
        source: "Alias Notation",
        answers: [
            ["SELECT a.Name FROM Account a WHERE a.Name = 'Acme'", ["Acme"]],
            ["SELECT Opportunity.Name FROM Opportunity WHERE Opportunity.Amount = 100", ["Alpha"]],
            [
                "SELECT o.Name, o.Account.Name FROM Opportunity o WHERE o.Account.Name = 'ACME'",
                [
                    ["Alpha", "Acme"],
                    ["beta", "Acme"]
                ]
            ]
        ]
    },
    {
        rule: "A polymorphic parent has a name and a type",
        source: "Understanding Polymorphic Relationships",
        answers: [
            [
                "SELECT Subject, What.Name, What.Type FROM Task WHERE WhatId != null",
                [
                    ["Call Zoë", "Acme", "Account"],
                    ["write up", "Alpha", "Opportunity"]
                ]
            ],
            ["SELECT Subject FROM Task WHERE What.Type = 'Account'", ["Call Zoë"]],
            ["SELECT Subject FROM Task WHERE What.Type IN ('Account', 'Opportunity')", ["Call Zoë", "write up"]],
            ["SELECT Subject FROM Task WHERE Who.Name = 'ZOË MARTIN'", ["Call Zoë"]],
            ["SELECT Subject, What.Name FROM Task WHERE WhatId = null", [["Idle", null]]]
        ]
    },
    {
        rule: "A sub-select gives each parent its children, with a condition, an order and a limit of its own",
        source: "Relationship Queries, Parent-to-Child",
        answers: [
            [
                "SELECT Name, (SELECT Name FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'acme'",
                [["Acme", ["Alpha", "beta"]]]
            ],
            [
                "SELECT Name, (SELECT Name FROM Opportunities) FROM Account WHERE BillingCity = 'İstanbul'",
                [["Işık Ltd", null]]
            ],
            [
                "SELECT Name, (SELECT Quantity FROM OpportunityLineItems WHERE Quantity > 1) FROM Opportunity WHERE HasOpportunityLineItem = true ORDER BY Name",
                [
                    ["Alpha", [2.5]],
                    ["beta", [5]]
                ]
            ],
            [
                "SELECT Name, (SELECT UnitPrice FROM OpportunityLineItems ORDER BY UnitPrice LIMIT 1) FROM Opportunity WHERE HasOpportunityLineItem = true ORDER BY Name",
                [
                    ["Alpha", [24]],
                    ["beta", [50.1]]
                ]
            ],
            [
                "SELECT Name, (SELECT Contact.LastName FROM OpportunityContactRoles ORDER BY Contact.LastName) FROM Opportunity WHERE Name = 'Alpha'",
                [["Alpha", ["Martin", "Ünal"]]]
            ],
            [
                "SELECT Name, (SELECT Name FROM Surveys__r ORDER BY Name) FROM Opportunity WHERE Name IN ('Alpha', 'Gamma') ORDER BY Name",
                [
                    ["Alpha", ["S1", "S2"]],
                    ["Gamma", null]
                ]
            ],
            [
                "SELECT Name, (SELECT Name FROM ChildAccounts) FROM Account WHERE Name = 'Acme'",
                [["Acme", ["ACME France"]]]
            ],
            [
                "SELECT Name, (SELECT Name, (SELECT Quantity FROM OpportunityLineItems ORDER BY Quantity) FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'Acme'",
                [
                    [
                        "Acme",
                        [
                            ["Alpha", [1, 2.5]],
                            ["beta", [5]]
                        ]
                    ]
                ]
            ]
        ]
    }
];
