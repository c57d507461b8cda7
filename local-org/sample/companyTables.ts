import { seeded } from "../data/seedOrg.ts";
import type { TextTable } from "../data/table.ts";
import type { Account } from "./accounts.ts";
import { instant } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { dealerBook, priceBookEntries, products } from "./catalogue.ts";
import type { Contact } from "./contacts.ts";
import { moneyText } from "./money.ts";
import { isInactiveOn, nameOf, roles, sellers } from "./people.ts";
import { textTable } from "./textTable.ts";

/** What stands before any deal does: people, catalogue, accounts and contacts. `openedOn` is the company's first day. */
export function companyTables(
    accounts: readonly Account[],
    contacts: readonly Contact[],
    openedOn: Day,
    asOf: Day
): TextTable[] {
    const made = { CreatedDate: instant({ day: openedOn, minutes: 60 }), CreatedById: seeded.administrator };
    return [
        roleTable(),
        userTable(made, asOf),
        productTable(made),
        dealerBookTable(made),
        entryTable(made),
        accountTable(accounts),
        contactTable(contacts)
    ];
}

interface Made {
    readonly CreatedDate: string;
    readonly CreatedById: string;
}

function roleTable(): TextTable {
    return textTable(
        "UserRole",
        ["Id", "Name", "DeveloperName", "ParentRoleId"],
        roles.map((role) => ({
            Id: role.id,
            Name: role.name,
            DeveloperName: role.developerName,
            ParentRoleId: role.parentId ?? ""
        }))
    );
}

const userColumns = [
    "Id",
    "Username",
    "FirstName",
    "LastName",
    "Name",
    "Alias",
    "CommunityNickname",
    "Email",
    "Title",
    "Department",
    "IsActive",
    "ProfileId",
    "UserRoleId",
    "ManagerId",
    "UserType",
    "TimeZoneSidKey",
    "LocaleSidKey",
    "LanguageLocaleKey",
    "EmailEncodingKey",
    "CreatedDate",
    "CreatedById"
] as const;

function userTable(made: Made, asOf: Day): TextTable {
    const rows = sellers.map((seller) => ({
        Id: seller.id,
        Username: `${seller.alias}@sample.example`,
        FirstName: seller.firstName,
        LastName: seller.lastName,
        Name: nameOf(seller),
        Alias: seller.alias,
        CommunityNickname: seller.alias,
        Email: `${seller.alias}@sample.example`,
        Title: seller.title,
        Department: seller.team === "international" ? "International Sales" : "業務部",
        IsActive: String(!isInactiveOn(seller, asOf)),
        ProfileId: seeded.standardUserProfile,
        UserRoleId: seller.roleId,
        ManagerId: seller.managerId ?? "",
        UserType: "Standard",
        TimeZoneSidKey: "Asia/Taipei",
        LocaleSidKey: seller.language,
        LanguageLocaleKey: seller.language,
        EmailEncodingKey: "UTF-8",
        ...made
    }));
    return textTable("User", userColumns, rows);
}

function productTable(made: Made): TextTable {
    const columns = [
        "Id",
        "Name",
        "ProductCode",
        "Description",
        "Family",
        "IsActive",
        "CreatedDate",
        "CreatedById"
    ] as const;
    const rows = products.map((product) => ({
        Id: product.id,
        Name: product.name,
        ProductCode: product.code,
        Description: product.description,
        Family: product.family,
        IsActive: "true",
        ...made
    }));
    return textTable("Product2", columns, rows);
}

/** The standard price book is in every org already. */
function dealerBookTable(made: Made): TextTable {
    return textTable(
        "Pricebook2",
        ["Id", "Name", "IsActive", "IsStandard", "CreatedDate", "CreatedById"],
        [{ Id: dealerBook.id, Name: dealerBook.name, IsActive: "true", IsStandard: "false", ...made }]
    );
}

const entryColumns = [
    "Id",
    "Name",
    "ProductCode",
    "Pricebook2Id",
    "Product2Id",
    "UnitPrice",
    "IsActive",
    "CreatedDate",
    "CreatedById"
] as const;

function entryTable(made: Made): TextTable {
    const rows = priceBookEntries.map((entry) => ({
        Id: entry.id,
        Name: entry.product.name,
        ProductCode: entry.product.code,
        Pricebook2Id: entry.book.id,
        Product2Id: entry.product.id,
        UnitPrice: moneyText(entry.listPrice),
        IsActive: "true",
        ...made
    }));
    return textTable("PricebookEntry", entryColumns, rows);
}

const accountColumns = [
    "Id",
    "Name",
    "Type",
    "Industry",
    "BillingCity",
    "BillingCountry",
    "NumberOfEmployees",
    "Website",
    "OwnerId",
    "CreatedDate",
    "CreatedById"
] as const;

function accountTable(accounts: readonly Account[]): TextTable {
    const rows = accounts.map((account) => ({
        Id: account.id,
        Name: account.name,
        Type: account.isDealer ? "Channel Partner / Reseller" : "Customer - Direct",
        Industry: account.industry,
        BillingCity: account.city,
        BillingCountry: account.country,
        NumberOfEmployees: String(account.employees),
        Website: account.website,
        OwnerId: account.owner.id,
        CreatedDate: instant({ day: account.createdOn, minutes: 90 }),
        CreatedById: account.owner.id
    }));
    return textTable("Account", accountColumns, rows);
}

const contactColumns = [
    "Id",
    "AccountId",
    "FirstName",
    "LastName",
    "Name",
    "Title",
    "Department",
    "Email",
    "OwnerId",
    "CreatedDate",
    "CreatedById"
] as const;

function contactTable(contacts: readonly Contact[]): TextTable {
    const rows = contacts.map((contact) => ({
        Id: contact.id,
        AccountId: contact.account.id,
        FirstName: contact.firstName,
        LastName: contact.lastName,
        Name: contact.name,
        Title: contact.title,
        Department: contact.department,
        Email: contact.email,
        OwnerId: contact.account.owner.id,
        CreatedDate: instant({ day: contact.account.createdOn, minutes: 120 }),
        CreatedById: contact.account.owner.id
    }));
    return textTable("Contact", contactColumns, rows);
}
