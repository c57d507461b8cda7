/** Users of the local org with what the package grants them, signed in at once. */
import assert from "node:assert/strict";
import jsforce from "jsforce";
import type { Connection } from "jsforce";
import type { TargetOrg } from "./targetOrg.ts";

export interface SignedIn {
    readonly id: string;
    readonly connection: Connection;
}

/** A new user of that profile, holding these permission sets. Only the local org signs people in without a password. */
export async function signIn(
    org: TargetOrg,
    alias: string,
    profile: string,
    permissionSets: readonly string[]
): Promise<SignedIn> {
    assert.ok(org.local, "Only the local org signs people in without a password.");
    const { connection } = org;
    const profiles = await connection.query(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
    const username = `${alias}@journey.example`;
    const { id } = await connection.sobject("User").create({
        ...{ Username: username, Email: username, LastName: alias, Alias: alias, CommunityNickname: alias },
        ...{ TimeZoneSidKey: "UTC", LocaleSidKey: "en_US", LanguageLocaleKey: "en_US", EmailEncodingKey: "UTF-8" },
        ...{ ProfileId: profiles.records[0]?.Id, IsActive: true }
    });
    for (const name of permissionSets) {
        const sets = await connection.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
        await connection
            .sobject("PermissionSetAssignment")
            .create({ AssigneeId: String(id), PermissionSetId: String(sets.records[0]?.Id) });
    }
    const { token } = (await callLocalOrg(org, "POST", "sessions", { username })) as { token: string };
    return {
        id: String(id),
        connection: new jsforce.Connection({ instanceUrl: org.local.url, accessToken: token, version: "66.0" })
    };
}

/** A control of the local org, below /local-org, called as its administrator; gives what it answers, null for nothing. */
export async function callLocalOrg(org: TargetOrg, method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${org.local?.url ?? ""}/local-org/${path}`, {
        method,
        headers: { authorization: `Bearer ${org.local?.token ?? ""}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${text}`);
    return text === "" ? null : JSON.parse(text);
}
