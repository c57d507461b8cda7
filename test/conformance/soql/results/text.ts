import { accounts, contacts, opportunities } from "./answers.ts";
import type { RuleAnswers } from "./answers.ts";

export const TEXT: readonly RuleAnswers[] = [
    {
        rule: "Comparisons of text ignore letter case, in any alphabet; accents and variants of a character count",
        source: "Comparison Operators; which letters are the same but for case: Unicode, CaseFolding.txt",
        answers: [
            accounts("Name = 'acme'", "Acme"),
            accounts("Name = 'ACME FRANCE'", "ACME France"),
            accounts("Name = 'école nord'", "École Nord", "ÉCOLE NORD"),
            accounts("Name = 'ÉCOLE Nord'", "École Nord", "ÉCOLE NORD"),
            accounts("Name = 'ecole nord'"),
            accounts("Name = '臺灣電子'", "臺灣電子"),
            accounts("Name = '台灣電子'"),
            accounts("Name = 'STRASSE 7'", "Straße 7"),
            accounts("Name = 'STRAẞE 7'", "Straße 7"),
            accounts("BillingCity = 'KÖLN'", "Straße 7"),
            accounts("BillingCity = 'paris'", "Acme", "ACME France"),
            accounts("BillingCity != 'paris'", "École Nord", "ÉCOLE NORD", "臺灣電子", "Straße 7", "Işık Ltd"),
            accounts("BillingCity IN ('LYON', 'köln')", "École Nord", "ÉCOLE NORD", "Straße 7"),
            accounts("BillingCity NOT IN ('LYON', 'KÖLN', 'paris')", "臺灣電子", "Işık Ltd"),
            contacts("Email = 'dan@ACME.example'", "Dan Duval"),
            opportunities("NextStep = 'Call'", "Alpha", "beta"),
            opportunities("StageName = 'closed won'", "beta", "Ünit"),
            opportunities("Name > 'e' AND Name < 'H'", "epsilon", "Gamma")
        ]
    },
    {
        rule: "For a user whose locale is not Turkish, the dotless ı and the dotted İ are letters of their own",
        source: "Comparison Operators, on the user's locale; Unicode, CaseFolding.txt (statuses C and F, without T)",
        answers: [
            accounts("Name = 'IŞIK LTD'"),
            accounts("Name = 'IŞıK ltd'", "Işık Ltd"),
            accounts("BillingCity = 'istanbul'"),
            accounts("BillingCity = 'İSTANBUL'", "Işık Ltd"),
            accounts("BillingCity = 'i\\u0307stanbul'", "Işık Ltd")
        ]
    },
    {
        rule: "LIKE ignores letter case; % is any text, _ one character; a backslash makes them plain",
        source: "Comparison Operators, LIKE",
        answers: [
            opportunities("Name LIKE 'a%'", "Alpha"),
            opportunities("Name LIKE '%A'", "Alpha", "beta", "Gamma", "DELTA", "Zeta"),
            opportunities("Name LIKE '_eta'", "beta", "Zeta"),
            opportunities("Name LIKE 'alpha'", "Alpha"),
            opportunities("Name LIKE 'alph'"),
            opportunities("Name LIKE 'ünI_'", "Ünit"),
            opportunities("NextStep LIKE '50\\% %'", "epsilon"),
            opportunities("NextStep LIKE '%off\\_now'", "epsilon"),
            accounts("Site LIKE 'a_1'", "Acme", "ACME France"),
            accounts("Site LIKE 'a\\_1'", "Acme"),
            accounts("Site LIKE '100%'", "臺灣電子", "Işık Ltd"),
            accounts("Site LIKE '100\\%'", "臺灣電子"),
            accounts("Name LIKE '臺%'", "臺灣電子"),
            accounts("Name LIKE 'éc%'", "École Nord", "ÉCOLE NORD"),
            accounts("Name LIKE '____'", "Acme", "臺灣電子")
        ]
    },
    {
        rule: "Escapes within quotes stand for one character",
        source: "Quoted String Escape Sequences",
        answers: [
            opportunities("NextStep = 'a\\\\b'", "Ünit"),
            opportunities("Name = '\\u00DCnit'", "Ünit"),
            contacts("Name = 'Zo\\u00eb Martin'", "Zoë Martin")
        ]
    },
    {
        rule: "A multi-select picklist includes a value; a semicolon asks for several at once",
        source: "Querying Multi-Select Picklists",
        answers: [
            ["SELECT Name FROM Survey__c WHERE Colours__c INCLUDES ('Red')", ["S1", "S4"]],
            ["SELECT Name FROM Survey__c WHERE Colours__c INCLUDES ('Red;Green')", ["S1"]],
            ["SELECT Name FROM Survey__c WHERE Colours__c INCLUDES ('Green', 'Blue')", ["S1", "S2", "S4"]],
            ["SELECT Name FROM Survey__c WHERE Colours__c INCLUDES ('Red;Green', 'Blue')", ["S1", "S4"]],
            ["SELECT Name FROM Survey__c WHERE Colours__c EXCLUDES ('Red') AND Colours__c != null", ["S2"]],
            ["SELECT Name FROM Survey__c WHERE Colours__c = 'Red;Green'", ["S1"]]
        ]
    }
];
