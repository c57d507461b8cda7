import { accounts, contacts, opportunities, surveys } from "./answers.ts";
import type { RuleAnswers } from "./answers.ts";

const ALL = ["Alpha", "beta", "Gamma", "DELTA", "epsilon", "Zeta", "Ünit"];

export const CONDITIONS: readonly RuleAnswers[] = [
    {
        rule: "null finds blanks; a blank is neither less nor greater than anything",
        source: "fieldExpression syntax, use of null in WHERE",
        answers: [
            opportunities("Amount = null", "Gamma"),
            opportunities("Amount != null", "Alpha", "beta", "DELTA", "epsilon", "Zeta", "Ünit"),
            opportunities("NextStep = null", "Gamma", "Zeta"),
            opportunities("AccountId = null", "Zeta"),
            opportunities("Amount < 1", "DELTA", "Zeta"),
            opportunities("Amount >= 0", "Alpha", "beta", "DELTA", "epsilon", "Ünit"),
            accounts("NumberOfEmployees = null", "ACME France", "Straße 7", "Işık Ltd"),
            accounts("NumberOfEmployees = 0", "ÉCOLE NORD")
        ]
    },
    {
        rule: "The fields of a missing parent are blank, its checkboxes false",
        source: "Understanding Relationship Query Limitations; Using null Values in Lookup Relationships and Outer Joins",
        answers: [
            opportunities("Account.Name = null", "Zeta"),
            opportunities("Account.ParentId = null", "Alpha", "beta", "epsilon", "Zeta", "Ünit"),
            opportunities("Account.Industry != null", "Alpha", "beta", "Gamma", "DELTA", "epsilon", "Ünit"),
            opportunities("Account.IsDeleted = false", ...ALL),
            opportunities("IsPrivate = false", "beta", "Gamma", "DELTA", "epsilon", "Zeta", "Ünit")
        ]
    },
    {
        rule: "!=, NOT IN and NOT hold for blanks; '' is a blank",
        source: "not documented; chosen, see local-org/soql/README.md",
        answers: [
            opportunities("NextStep != 'call'", "Gamma", "DELTA", "epsilon", "Zeta", "Ünit"),
            opportunities("NextStep NOT IN ('call', 'call back')", "Gamma", "epsilon", "Zeta", "Ünit"),
            opportunities("(NOT NextStep LIKE 'call%')", "Gamma", "epsilon", "Zeta", "Ünit"),
            opportunities("NextStep = ''", "Gamma", "Zeta"),
            opportunities("LeadSource IN ('web', null)", "Alpha", "beta", "DELTA", "epsilon", "Zeta"),
            opportunities("AccountId NOT IN (SELECT Id FROM Account)", "Zeta")
        ]
    },
    {
        rule: "Numbers compare exactly, whatever their digits",
        source: "Comparison Operators",
        answers: [
            opportunities("Amount = 250.5", "beta", "Ünit"),
            opportunities("Amount = 250.500", "beta", "Ünit"),
            opportunities("Amount > 250.5", "epsilon"),
            opportunities("Amount >= 250.50", "beta", "epsilon", "Ünit"),
            opportunities("Amount < -12.33", "Zeta"),
            opportunities("Amount = -12.34", "Zeta"),
            opportunities("Amount = 1000000.01", "epsilon"),
            opportunities("Amount > 100.001", "beta", "epsilon", "Ünit"),
            opportunities("Amount IN (0, 100, 7)", "Alpha", "DELTA"),
            accounts("AnnualRevenue < 0", "ÉCOLE NORD"),
            accounts("AnnualRevenue >= 999999.00", "臺灣電子"),
            surveys("Score__c = 1.005", "S1"),
            surveys("Score__c > -0.126 AND Score__c < 0", "S4")
        ]
    },
    {
        rule: "AND, OR and NOT, with parentheses where they mix",
        source: "WHERE, Logical Operators",
        answers: [
            opportunities("(Name = 'Alpha' OR Name = 'beta') AND IsPrivate = true", "Alpha"),
            opportunities("Amount > 0 AND (NOT StageName = 'Closed Won')", "Alpha", "epsilon"),
            opportunities("NOT (StageName = 'Closed Won' OR StageName = 'Prospecting')", "Gamma", "DELTA", "epsilon"),
            opportunities(
                "(StageName = 'Prospecting' AND Amount > 0) OR (IsWon = true AND CloseDate > 2026-05-01)",
                "Alpha",
                "Ünit"
            ),
            opportunities("NOT (NOT Name = 'Alpha')", "Alpha"),
            opportunities("Name = 'Alpha' OR Name = 'beta' OR Name = 'nobody'", "Alpha", "beta")
        ]
    },
    {
        rule: "An Id of 15 characters names the same record as that of 18",
        source: "Object Reference, ID Field Type",
        answers: [
            opportunities("Id = '{alpha}'", "Alpha"),
            opportunities("Id = '{alpha:15}'", "Alpha"),
            opportunities("Id != '{alpha:15}' AND AccountId = '{acme}'", "beta"),
            opportunities("AccountId IN ('{acme:15}', '{nord}')", "Alpha", "beta", "DELTA"),
            contacts("ReportsToId = '{zoe}'", "Dan Duval", "May Ünal")
        ]
    },
    {
        rule: "A semi-join keeps the records that the sub-select names, an anti-join the others",
        source: "Comparison Operators, Semi-Joins with IN and Anti-Joins with NOT IN",
        answers: [
            accounts("Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won')", "Acme", "Straße 7"),
            accounts("Id NOT IN (SELECT AccountId FROM Opportunity WHERE AccountId != null)", "ÉCOLE NORD", "Işık Ltd"),
            accounts(
                "Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false AND AccountId != null)",
                "École Nord",
                "ÉCOLE NORD",
                "Straße 7",
                "Işık Ltd"
            ),
            accounts("Id IN (SELECT AccountId FROM Opportunity WHERE Name = 'Gone')"),
            accounts(
                "Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'm%') AND Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)",
                "Acme"
            ),
            opportunities(
                "Id NOT IN (SELECT OpportunityId FROM OpportunityContactRole WHERE IsPrimary = true)",
                ...ALL.slice(1)
            ),
            opportunities(
                "AccountId IN (SELECT Id FROM Account WHERE Industry = 'Technology')",
                "Alpha",
                "beta",
                "Gamma",
                "epsilon"
            ),
            opportunities(
                "AccountId != null AND AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Technology')",
                "DELTA",
                "Ünit"
            ),
            contacts("AccountId IN (SELECT AccountId FROM Opportunity WHERE Amount = null)", "Dan Duval")
        ]
    },
    {
        rule: "queryAll finds deleted records too, query does not",
        source: "REST API Developer Guide, QueryAll",
        allRows: true,
        answers: [
            opportunities("IsDeleted = true", "Gone"),
            opportunities("StageName = 'Prospecting'", "Alpha", "Zeta", "Gone"),
            ["SELECT COUNT(Id) FROM Opportunity", [8]],
            [
                "SELECT Name, (SELECT Name FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'Acme'",
                [["Acme", ["Alpha", "beta", "Gone"]]]
            ]
        ]
    },
    {
        rule: "query does not find deleted records",
        source: "REST API Developer Guide, Query",
        answers: [
            opportunities("IsDeleted = true"),
            opportunities("Name = 'Gone'"),
            opportunities("IsDeleted = false", ...ALL)
        ]
    }
];
