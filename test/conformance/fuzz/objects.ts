import type { ids } from "../hostile/smallData.ts";
import type { Dice } from "./dice.ts";
import { anyId, anyJson, anyNumber, anyText } from "./values.ts";

type Kind = "text" | "number" | "date" | "datetime" | "checkbox" | "picklist" | "id";

interface FuzzObject {
    readonly name: string;
    readonly id: keyof typeof ids;
    readonly fields: Readonly<Record<string, Kind>>;
    /** Fields of parents, by path. */
    readonly paths: readonly string[];
    readonly children: readonly string[];
}

/** What the requests speak of: enough of each kind of field, and every relationship of the deal. */
export const objects: readonly FuzzObject[] = [
    {
        name: "Account",
        id: "account",
        fields: {
            Name: "text",
            AnnualRevenue: "number",
            NumberOfEmployees: "number",
            Industry: "picklist",
            ParentId: "id",
            OwnerId: "id",
            Description: "text",
            CreatedDate: "datetime"
        },
        paths: ["Owner.Name", "Parent.Name", "Owner.Profile.Name"],
        children: ["Opportunities", "Contacts"]
    },
    {
        name: "Opportunity",
        id: "opportunity",
        fields: {
            Name: "text",
            Amount: "number",
            Probability: "number",
            CloseDate: "date",
            StageName: "picklist",
            IsClosed: "checkbox",
            IsPrivate: "checkbox",
            AccountId: "id",
            OwnerId: "id",
            NextStep: "text",
            Description: "text",
            Pricebook2Id: "id",
            LastModifiedDate: "datetime"
        },
        paths: ["Account.Name", "Owner.Username", "Account.Owner.Profile.Name", "Account.Parent.Name"],
        children: ["OpportunityLineItems", "OpportunityContactRoles", "OpportunityHistories"]
    },
    {
        name: "OpportunityLineItem",
        id: "line",
        fields: {
            Quantity: "number",
            UnitPrice: "number",
            TotalPrice: "number",
            Discount: "number",
            Description: "text",
            ServiceDate: "date",
            OpportunityId: "id",
            PricebookEntryId: "id"
        },
        paths: ["Opportunity.Name", "Product2.Name", "Opportunity.Account.Name"],
        children: []
    },
    {
        name: "OpportunityContactRole",
        id: "role",
        fields: { Role: "picklist", IsPrimary: "checkbox", OpportunityId: "id", ContactId: "id" },
        paths: ["Contact.LastName", "Opportunity.StageName"],
        children: []
    },
    {
        name: "Contact",
        id: "contact",
        fields: {
            LastName: "text",
            FirstName: "text",
            Email: "text",
            AccountId: "id",
            Birthdate: "date",
            CreatedDate: "datetime"
        },
        paths: ["Account.Name", "Owner.Name"],
        children: ["OpportunityContactRoles"]
    },
    {
        name: "Lead",
        id: "lead",
        fields: { LastName: "text", Company: "text", Status: "picklist", IsConverted: "checkbox", Email: "text" },
        paths: ["Owner.Name"],
        children: []
    },
    {
        name: "Product2",
        id: "product",
        fields: { Name: "text", ProductCode: "text", IsActive: "checkbox", Description: "text", Family: "picklist" },
        paths: ["CreatedBy.Name"],
        children: ["PricebookEntries"]
    },
    {
        name: "Task",
        id: "task",
        fields: {
            Subject: "text",
            Status: "picklist",
            Priority: "picklist",
            ActivityDate: "date",
            WhatId: "id",
            WhoId: "id",
            Description: "text"
        },
        paths: ["Owner.Name"],
        children: []
    }
];

/** A name as it is, or in other letters, or one that is none. */
export function spelled(dice: Dice, name: string): string {
    return dice.weigh<() => string>([
        [40, () => name],
        [2, () => name.toLowerCase()],
        [1, () => anyText(dice)],
        [1, () => `${name}__c`],
        [1, () => dice.pick(["Id", "rowid", "Nope", "__proto__", "sqlite_master", "User", "Organization", "FeedItem"])]
    ])();
}

const good: Readonly<Record<Kind, (dice: Dice) => unknown>> = {
    text: (dice) => dice.pick(["Acme", "O'Brien & Söhne", "Renewal", "竹北"]),
    number: (dice) => dice.roll(1000) / 10,
    date: (dice) => `2026-${String(dice.roll(12) + 1).padStart(2, "0")}-15`,
    datetime: () => "2026-06-30T12:00:00.000Z",
    checkbox: (dice) => dice.chance(0.5),
    picklist: (dice) => dice.pick(["Prospecting", "Closed Won", "Closed Lost", "Customer", "Not Started", "Evaluator"]),
    id: (dice) => anyId(dice)
};

/** A value that fits the field three times in four. */
export function valueOf(dice: Dice, kind: Kind): unknown {
    return dice.chance(0.75) ? good[kind](dice) : anyJson(dice);
}

/** A record's fields: those an insert needs, and some more. */
export function recordOf(dice: Dice, { name, fields }: FuzzObject): Record<string, unknown> {
    const needed: Readonly<Record<string, Record<string, unknown>>> = {
        Account: { Name: "Acme" },
        Opportunity: { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" },
        OpportunityLineItem: {
            OpportunityId: anyId(dice, "opportunity"),
            PricebookEntryId: anyId(dice, "entry"),
            Quantity: 1,
            UnitPrice: 10
        },
        OpportunityContactRole: { OpportunityId: anyId(dice, "opportunity"), ContactId: anyId(dice, "contact") },
        Contact: { LastName: "Müller" },
        Lead: { LastName: "Chen", Company: "竹北" },
        Product2: { Name: "Crane" },
        Task: { Subject: "Call" }
    };
    const more = dice.many(3, () => {
        const [field, kind] = dice.pick(Object.entries(fields));
        return [spelled(dice, field), valueOf(dice, kind)] as const;
    });
    return { ...(dice.chance(0.9) ? needed[name] : {}), ...Object.fromEntries(more) };
}

/** A literal as SOQL writes it. */
export function literalOf(dice: Dice, kind: Kind): string {
    const wild = (): string =>
        dice.pick([String(anyNumber(dice)), quoted(anyText(dice)), "null", "TRUE", ":bind", "TODAY"]);
    if (dice.chance(0.15)) return wild();
    switch (kind) {
        case "number":
            return dice.pick(["0", "10.5", "-3", "1e3", "1000000000000000000000", "null"]);
        case "date":
            return dice.pick([
                "2026-06-30",
                "TODAY",
                "LAST_N_DAYS:30",
                "THIS_FISCAL_QUARTER",
                "NEXT_N_YEARS:2",
                "null",
                "2026-13-01"
            ]);
        case "datetime":
            return dice.pick(["2026-06-30T12:00:00Z", "2026-06-30T12:00:00.000+08:00", "YESTERDAY", "LAST_MONTH"]);
        case "checkbox":
            return dice.pick(["true", "FALSE", "null"]);
        case "id":
            return quoted(anyId(dice));
        default:
            return dice.pick([quoted("Acme"), quoted("a%_"), quoted("Straße"), quoted(anyText(dice)), "null"]);
    }
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
