import { create } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { ask, connectionAs } from "../../rest/__tests__/withConnection.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { file } from "../../metadata/__tests__/deployed.ts";
import type { Connection } from "jsforce";

/** What a user's permission set withholds. */
export const restrictions = ["nothing", "fieldRead", "fieldEdit", "create", "edit", "delete", "object"] as const;
export type Restriction = (typeof restrictions)[number];

export interface RestrictedUser {
    readonly id: string;
    readonly token: string;
    readonly connection: Connection;
}

/** One user for each restriction: with a profile that opens nothing, and a permission set that opens the rest. */
export async function addRestrictedUsers(connected: Connected): Promise<ReadonlyMap<Restriction, RestrictedUser>> {
    const { connection, localOrg } = connected;
    await deployZip(
        connection,
        { PermissionSet: restrictions },
        Object.fromEntries(restrictions.map((each) => [`permissionsets/${each}.permissionset`, permissionSet(each)]))
    );
    const profiles = await connection.query("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'");
    const users = new Map<Restriction, RestrictedUser>();
    for (const restriction of restrictions) {
        const id = await addUser(connection, restriction, String(profiles.records[0]?.Id));
        const { body } = await ask(connected, "POST", "/local-org/sessions", { body: { id } });
        const { token } = body as { token: string };
        users.set(restriction, { id, token, connection: connectionAs(localOrg, token) });
    }
    return users;
}

async function addUser(connection: Connection, alias: Restriction, profileId: string): Promise<string> {
    const username = `${alias}@people.example`;
    const id = await create(connection, "User", {
        ...{ Username: username, Email: username, LastName: alias, Alias: alias.slice(0, 8), CommunityNickname: alias },
        ...{ TimeZoneSidKey: "UTC", LocaleSidKey: "en_US", LanguageLocaleKey: "en_US", EmailEncodingKey: "UTF-8" },
        ...{ ProfileId: profileId, IsActive: true }
    });
    const sets = await connection.query(`SELECT Id FROM PermissionSet WHERE Name = '${alias}'`);
    await create(connection, "PermissionSetAssignment", { AssigneeId: id, PermissionSetId: sets.records[0]?.Id });
    return id;
}

function permissionSet(withheld: Restriction): string {
    const may = (way: Restriction): boolean => withheld !== way;
    const object =
        `<objectPermissions><allowCreate>${may("create")}</allowCreate><allowDelete>${may("delete") && may("edit")}</allowDelete>` +
        `<allowEdit>${may("edit")}</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords>` +
        `<object>Opportunity</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
    const field =
        `<fieldPermissions><editable>${may("fieldEdit") && may("fieldRead")}</editable>` +
        `<field>Opportunity.NextStep</field><readable>${may("fieldRead")}</readable></fieldPermissions>`;
    return file("PermissionSet", `<label>${withheld}</label>${may("object") ? object + field : ""}`);
}
