/**
 * A company small enough to answer any question about it by eye. Today is Wednesday 2026-05-13, noon UTC.
 * The first column is a name to refer to a record by; an empty cell is blank.
 */
export const TODAY = "2026-05-13";

export const USERS = `
    key | LastName | Username        | ManagerId | IsActive | ProfileId
    ann | Ann      | ann@example.com |           | true     | Standard
    bob | Bob      | bob@example.com | ann       | true     | Standard
    cyd | Cyd      | cyd@example.com | bob       | false    | Standard`;

export const ACCOUNTS = `
    key     | Name        | ParentId | OwnerId | Industry   | AnnualRevenue | NumberOfEmployees | BillingCity | Site
    acme    | Acme        |          | ann     | Technology | 1000          | 50                | Paris       | A_1
    france  | ACME France | acme     | bob     | Technology |               |                   | PARIS       | a-1
    nord    | École Nord  | france   | bob     | Education  | 0             | 12                | Lyon        |
    sud     | ÉCOLE NORD  |          | ann     |            | -25           | 0                 | lyon        |
    taiwan  | 臺灣電子    |          | cyd     | Technology | 999999        | 3000              | 臺北        | 100%
    strasse | Straße 7    |          | ann     | Retail     |               |                   | Köln        |
    isik    | Işık Ltd    |          | cyd     |            | 500           |                   | İstanbul    | 100 %`;

export const CONTACTS = `
    key | FirstName | LastName | AccountId | Email            | ReportsToId | OwnerId
    zoe | Zoë       | Martin   | acme      | zoe@acme.example |             | ann
    dan | Dan       | Duval    | france    | DAN@acme.example | zoe         | bob
    eve |           | Eve      |           |                  | dan         | ann
    may | May       | Ünal     | acme      | may@acme.example | zoe         | ann`;

export const OPPORTUNITIES = `
    key     | Name    | AccountId | OwnerId | StageName      | Amount     | CloseDate  | CreatedDate          | NextStep     | LeadSource | IsPrivate
    alpha   | Alpha   | acme      | ann     | Prospecting    | 100        | 2026-05-13 | 2026-05-13T00:00:00Z | call         | Web        | true
    beta    | beta    | acme      | bob     | Closed Won     | 250.50     | 2026-04-01 | 2026-04-30T23:59:59Z | CALL         | web        | false
    gamma   | Gamma   | france    | bob     | Needs Analysis |            | 2026-03-31 | 2026-01-01T00:00:00Z |              | Partner    | false
    delta   | DELTA   | nord      | ann     | Closed Lost    | 0          | 2025-12-31 | 2025-05-13T12:00:00Z | call back    |            | false
    epsilon | epsilon | taiwan    | cyd     | Qualification  | 1000000.01 | 2026-06-30 | 2026-05-12T23:30:00Z | 50% off_now  | Web        | false
    zeta    | Zeta    |           | ann     | Prospecting    | -12.34     | 2027-01-01 | 2026-05-13T23:59:59Z |              |            | false
    unit    | Ünit    | strasse   | bob     | Closed Won     | 250.50     | 2026-05-10 | 2024-02-29T10:00:00Z | a\\b          | Other      | false`;

/** In the recycle bin. */
export const DELETED_OPPORTUNITIES = `
    key  | Name | AccountId | OwnerId | StageName   | Amount | CloseDate
    gone | Gone | acme      | ann     | Prospecting | 9999   | 2026-05-13`;

export const PRODUCTS = `
    key    | Name   | ProductCode | IsActive
    widget | Widget | W-1         | true
    gadget | Gadget | g-1         | true`;

export const ENTRIES = `
    key | Pricebook2Id | Product2Id | UnitPrice | IsActive
    wpe | standard     | widget     | 40        | true
    gpe | standard     | gadget     | 24        | true`;

export const LINES = `
    key | OpportunityId | PricebookEntryId | Quantity | UnitPrice
    a1  | alpha         | wpe              | 1        | 40
    a2  | alpha         | gpe              | 2.5      | 24
    b1  | beta          | gpe              | 5        | 50.10`;

export const ROLES = `
    key | OpportunityId | ContactId | Role           | IsPrimary
    r1  | alpha         | zoe       | Decision Maker | true
    r2  | alpha         | may       |                | false
    r3  | beta          | dan       | Evaluator      | false`;

export const TASKS = `
    key   | Subject   | WhatId | WhoId | OwnerId | ActivityDate | Status
    call  | Call Zoë  | acme   | zoe   | ann     | 2026-05-14   | Not Started
    write | write up  | alpha  |       | ann     | 2026-05-01   | Completed
    idle  | Idle      |        |       | bob     |              | Not Started`;

/** Colours is a multi-select picklist. */
export const SURVEYS = `
    key | Name | Opportunity__c | Colours__c | Score__c
    s1  | S1   | alpha          | Red;Green  | 1.005
    s2  | S2   | alpha          | Green      | 2.5
    s3  | S3   | beta           |            |
    s4  | S4   |                | Blue;Red   | -0.125`;
