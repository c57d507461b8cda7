import { z } from "zod";
import type { Artifact, Gathered } from "../gathered.ts";
import type { OrgReader } from "./orgReader.ts";
import { attempt } from "./refusal.ts";

const userInfoSchema = z.object({
    user_id: z.string(),
    name: z.string(),
    preferred_username: z.string(),
    zoneinfo: z.string().optional()
});

const organizationSchema = z.object({ Id: z.string(), Name: z.string(), IsSandbox: z.boolean() });
const permissionSchema = z.object({ PermissionSet: z.object({ PermissionsViewAllData: z.boolean() }) });
const profileSchema = z.object({ Profile: z.object({ PermissionsViewAllData: z.boolean() }) });
const defaultAccessSchema = z.object({ DefaultOpportunityAccess: z.string().nullable() });

/** The running user with the time zone in which "today" is meant; UTC where the org does not say. */
export async function gatherUser(reader: OrgReader): Promise<{ user: Gathered["user"]; timeZone: string }> {
    const info = await attempt(async () => userInfoSchema.parse(await reader.get("/services/oauth2/userinfo")));
    if ("unreadable" in info) {
        return { user: info, timeZone: "UTC" };
    }
    const { user_id: id, name, preferred_username: username, zoneinfo } = info.value;
    return { user: { value: { id, name, username } }, timeZone: zoneinfo ?? "UTC" };
}

export function gatherOrganization(reader: OrgReader): Promise<Gathered["org"]> {
    return attempt(async () => {
        const row = organizationSchema.parse((await reader.query("SELECT Id, Name, IsSandbox FROM Organization"))[0]);
        return { id: row.Id, name: row.Name, isSandbox: row.IsSandbox };
    });
}

/**
 * Whether the user sees every opportunity: View All Data through the profile or a permission set, or an
 * org-wide default that opens opportunities to all. The first yes ends the search.
 */
export async function gatherSeesAll(reader: OrgReader, user: Gathered["user"]): Promise<Artifact<boolean>> {
    if ("unreadable" in user) {
        return user;
    }
    const profile = await attempt(async () => {
        const soql = `SELECT Profile.PermissionsViewAllData FROM User WHERE Id = '${user.value.id}'`;
        return profileSchema.parse((await reader.query(soql))[0]).Profile.PermissionsViewAllData;
    });
    if ("value" in profile && profile.value) {
        return profile;
    }
    const granted = await attempt(async () => {
        const soql = `SELECT PermissionSet.PermissionsViewAllData FROM PermissionSetAssignment WHERE AssigneeId = '${user.value.id}'`;
        return z.array(permissionSchema).parse(await reader.query(soql));
    });
    if ("value" in granted && granted.value.some((row) => row.PermissionSet.PermissionsViewAllData)) {
        return { value: true };
    }
    const shared = await attempt(async () => {
        const rows = await reader.query("SELECT DefaultOpportunityAccess FROM Organization");
        return defaultAccessSchema.parse(rows[0]).DefaultOpportunityAccess;
    });
    if ("value" in shared && shared.value !== null && /^(Read|Edit|All)/.test(shared.value)) {
        return { value: true };
    }
    // A "no" needs every answer: the yes may stand in whichever could not be read.
    return [profile, granted, shared].find((each) => "unreadable" in each) ?? { value: false };
}
