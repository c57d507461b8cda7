import { Decimal } from "decimal.js";
import { forecastCategoryByName, standardStages } from "../schema/standard/opportunityStages.ts";
import { madeId } from "./recordId.ts";
import type { RowsOfOrg } from "./scope.ts";
import type { RecordValues } from "./value.ts";

/** Ids of the rows every new org has; the same in each, so that data made elsewhere can refer to them. */
export const seeded = {
    organization: madeId("00D", 1),
    administratorProfile: madeId("00e", 1),
    standardUserProfile: madeId("00e", 2),
    minimumAccessProfile: madeId("00e", 3),
    administrator: madeId("005", 1),
    standardPricebook: madeId("01s", 1)
} as const;

export const administratorUsername = "admin@pipewright.local";

/** Fills a new org with what the platform gives it; leaves an org alone that already has its rows. */
export function seedOrg(org: RowsOfOrg): void {
    const organization = objectNamed(org, "Organization");
    if (org.store.readMany(organization).length > 0) {
        return;
    }
    org.store.transaction(() => {
        insert(org, "Organization", organizationRow);
        insert(org, "Profile", {
            Id: seeded.administratorProfile,
            Name: "System Administrator",
            UserType: "Standard",
            PermissionsViewAllData: true,
            PermissionsModifyAllData: true
        });
        insert(org, "Profile", { Id: seeded.standardUserProfile, Name: "Standard User", UserType: "Standard" });
        insert(org, "Profile", {
            Id: seeded.minimumAccessProfile,
            Name: "Minimum Access - Salesforce",
            UserType: "Standard"
        });
        insert(org, "User", administratorRow);
        insert(org, "Pricebook2", {
            Id: seeded.standardPricebook,
            Name: "Standard Price Book",
            IsActive: true,
            IsStandard: true
        });
        stageRows().forEach((row) => insert(org, "OpportunityStage", row));
    });
}

const organizationRow: RecordValues = {
    Id: seeded.organization,
    Name: "Pipewright Local Org",
    OrganizationType: "Developer Edition",
    InstanceName: "LOCAL",
    IsSandbox: true,
    LanguageLocaleKey: "en_US",
    DefaultLocaleSidKey: "en_US",
    TimeZoneSidKey: "UTC",
    FiscalYearStartMonth: new Decimal(1)
};

const administratorRow: RecordValues = {
    Id: seeded.administrator,
    Username: administratorUsername,
    FirstName: "Ada",
    LastName: "Admin",
    Name: "Ada Admin",
    Email: administratorUsername,
    Alias: "admin",
    CommunityNickname: "admin",
    IsActive: true,
    ProfileId: seeded.administratorProfile,
    UserType: "Standard",
    TimeZoneSidKey: "UTC",
    LocaleSidKey: "en_US",
    LanguageLocaleKey: "en_US",
    EmailEncodingKey: "UTF-8"
};

function stageRows(): RecordValues[] {
    return standardStages.map((stage, index) => ({
        MasterLabel: stage.name,
        ApiName: stage.name,
        IsActive: true,
        SortOrder: new Decimal(index + 1),
        IsClosed: stage.isClosed,
        IsWon: stage.isWon,
        DefaultProbability: new Decimal(stage.probability),
        ForecastCategory: forecastCategoryByName.get(stage.forecastCategoryName) ?? null,
        ForecastCategoryName: stage.forecastCategoryName
    }));
}

function insert(org: RowsOfOrg, objectName: string, values: RecordValues): void {
    const object = objectNamed(org, objectName);
    const now = org.clock.now();
    org.store.insert(object, {
        Id: org.store.newId(object),
        CreatedDate: now,
        CreatedById: seeded.administrator,
        LastModifiedDate: now,
        LastModifiedById: seeded.administrator,
        SystemModstamp: now,
        ...values
    });
}

function objectNamed(org: RowsOfOrg, name: string) {
    const object = org.schema.object(name);
    if (object === undefined) {
        throw new Error(`The schema has no object ${name}.`);
    }
    return object;
}
