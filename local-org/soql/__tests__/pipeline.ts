import { Decimal } from "decimal.js";
import { fixedClock } from "../../clock.ts";
import { openStore } from "../../data/openStore.ts";
import type { RecordValues } from "../../data/value.ts";
import type { RunningUser } from "../../people/people.ts";
import { createSchema } from "../../schema/createSchema.ts";
import { field, reference, text } from "../../schema/fields.ts";
import { standardObject } from "../../schema/objects.ts";
import { auditFields, idField, isDeleted } from "../../schema/systemFields.ts";
import type { SoqlContext } from "../context.ts";

/** Ids of the records by a short name, and the context to ask them as an administrator. */
export interface Pipeline {
    readonly context: SoqlContext;
    readonly ids: ReadonlyMap<string, string>;
    as(user: Partial<RunningUser>): SoqlContext;
}

/**
 * Today is Thursday 2026-01-15. Ann and Bob sell; Acme (Ann's) has three open or won opportunities, Äpfel AG (Bob's)
 * one, one has no account and one is deleted.
 */
export function pipeline(): Pipeline {
    const schema = createSchema();
    schema.putObject(noteObject());
    const store = openStore(schema);
    const ids = new Map<string, string>();
    const idOf = (name: string): string => ids.get(name) ?? name;

    function put(objectName: string, name: string, values: RecordValues): void {
        const object = schema.object(objectName);
        if (object === undefined) throw new Error(`No object ${objectName}`);
        ids.set(name, store.newId(object));
        const times = { CreatedDate: "2026-01-10T08:00:00.000Z", SystemModstamp: "2026-01-10T08:00:00.000Z" };
        store.insert(object, { ...times, ...values, Id: idOf(name) });
    }

    put("User", "ann", { Name: "Ann", LastName: "Ann", Username: "ann@example.com", IsActive: true });
    put("User", "bob", {
        Name: "Bob",
        LastName: "Bob",
        Username: "bob@example.com",
        IsActive: false,
        ManagerId: idOf("ann")
    });
    put("Account", "acme", {
        Name: "Acme",
        OwnerId: idOf("ann"),
        Industry: "Technology",
        AnnualRevenue: new Decimal("1000.5")
    });
    put("Account", "äpfel", { Name: "ÄPFEL AG", OwnerId: idOf("bob"), Industry: "Retail" });
    put("Account", "sale", { Name: "50%_off", OwnerId: idOf("bob") });
    put("Contact", "carol", { Name: "Carol", LastName: "Carol", AccountId: idOf("acme") });
    put("Contact", "dan", { Name: "Dan", LastName: "Dan", AccountId: idOf("äpfel") });
    for (const [name, values] of opportunities(idOf)) put("Opportunity", name, values);
    put("Product2", "widget", { Name: "Widget", Family: "Hardware" });
    put("PricebookEntry", "entry", { Name: "Widget", Product2Id: idOf("widget"), UnitPrice: new Decimal("50") });
    const line = { PricebookEntryId: idOf("entry"), Product2Id: idOf("widget") };
    put("OpportunityLineItem", "line1", {
        ...line,
        OpportunityId: idOf("Alpha"),
        Quantity: new Decimal("1"),
        TotalPrice: new Decimal("40")
    });
    put("OpportunityLineItem", "line2", {
        ...line,
        OpportunityId: idOf("Alpha"),
        Quantity: new Decimal("2.5"),
        TotalPrice: new Decimal("60")
    });
    put("OpportunityLineItem", "line3", {
        ...line,
        OpportunityId: idOf("alpha two"),
        Quantity: new Decimal("5"),
        TotalPrice: new Decimal("250.5")
    });
    put("OpportunityContactRole", "role1", {
        OpportunityId: idOf("Alpha"),
        ContactId: idOf("carol"),
        Role: "Decision Maker",
        IsPrimary: true
    });
    put("OpportunityContactRole", "role2", {
        OpportunityId: idOf("alpha two"),
        ContactId: idOf("dan"),
        IsPrimary: false
    });
    put("PW_Note__c", "note", { Name: "N1", Opportunity__c: idOf("Alpha"), Tags__c: "red;green" });
    put("PW_Note__c", "note2", { Name: "N2", Tags__c: null });

    const context: SoqlContext = { schema, store, clock: fixedClock("2026-01-15"), user: administrator(idOf("ann")) };
    return { context, ids, as: (user) => ({ ...context, user: { ...context.user, ...user } }) };
}

function opportunities(idOf: (name: string) => string): readonly (readonly [string, RecordValues])[] {
    return [
        [
            "Alpha",
            {
                Name: "Alpha",
                AccountId: idOf("acme"),
                OwnerId: idOf("ann"),
                Amount: new Decimal("100"),
                StageName: "Prospecting",
                CloseDate: "2026-01-15",
                CreatedDate: "2025-12-31T23:59:59.000Z",
                NextStep: "call",
                LeadSource: "Web",
                IsPrivate: true
            }
        ],
        [
            "alpha two",
            {
                Name: "alpha two",
                AccountId: idOf("acme"),
                OwnerId: idOf("bob"),
                Amount: new Decimal("250.5"),
                StageName: "Closed Won",
                CloseDate: "2026-02-01",
                CreatedDate: "2026-01-01T00:00:00.000Z",
                NextStep: "CALL",
                LeadSource: "web",
                IsWon: true,
                IsClosed: true
            }
        ],
        [
            "Beta",
            {
                Name: "Beta",
                AccountId: idOf("äpfel"),
                OwnerId: idOf("ann"),
                StageName: "Qualification",
                CloseDate: "2025-12-31",
                CreatedDate: "2026-01-15T23:59:59.000Z",
                Description: "long"
            }
        ],
        [
            "O'Neil",
            {
                Name: "O'Neil",
                OwnerId: idOf("bob"),
                Amount: new Decimal("0"),
                StageName: "Prospecting",
                CloseDate: "2025-10-01",
                CreatedDate: "2025-01-15T00:00:00.000Z",
                NextStep: "50% a_b\\c"
            }
        ],
        [
            "Gamma",
            {
                Name: "Gamma",
                AccountId: idOf("acme"),
                OwnerId: idOf("ann"),
                Amount: new Decimal("-12.34"),
                StageName: "Odd stage",
                CloseDate: "2027-01-01",
                LeadSource: "Partner"
            }
        ],
        [
            "Gone",
            {
                Name: "Gone",
                OwnerId: idOf("ann"),
                Amount: new Decimal("9999"),
                StageName: "Prospecting",
                CloseDate: "2026-01-15",
                IsDeleted: true
            }
        ]
    ];
}

function noteObject(): ReturnType<typeof standardObject> {
    const children = { relationshipName: "Opportunity__r", children: "Notes__r", custom: true };
    const fields = [
        idField("Note"),
        isDeleted,
        text("Name", 80, { nameField: true }),
        reference("Opportunity__c", "Opportunity", children),
        field("Tags__c", "multipicklist", { custom: true, length: 255 }),
        text("Secret__c", 80, { custom: true }),
        ...auditFields
    ];
    return { ...standardObject("PW_Note__c", "a99", fields), kind: "customObject" };
}

function administrator(id: string): RunningUser {
    const yes = (): boolean => true;
    return {
        id,
        username: "admin@example.com",
        name: "Admin",
        profileName: "System Administrator",
        language: "en_US",
        isAdministrator: true,
        viewsAllData: true,
        viewsAllRecordsOf: () => false,
        modifiesAllRecordsOf: () => false,
        hasCustomPermission: yes,
        canReadObject: yes,
        canCreateObject: yes,
        canEditObject: yes,
        canDeleteObject: yes,
        canReadField: yes,
        canEditField: yes
    };
}
