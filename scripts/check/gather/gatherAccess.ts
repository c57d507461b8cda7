import { z } from "zod";
import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt, OrgRefusal } from "../../audit/gather/refusal.ts";
import type { SetUp } from "../setUp.ts";

const assignmentSchema = z.object({
    Assignee: z.object({ Name: z.string() }),
    PermissionSet: z.object({ Name: z.string() })
});
const holderSchema = z.object({ Assignee: z.object({ Name: z.string() }) });
const idSchema = z.object({ Id: z.string().regex(/^\w{15,18}$/) });
const switchSchema = z.object({ SetupOwnerId: z.string() });

export function gatherAssignments(reader: OrgReader): Promise<SetUp["assignments"]> {
    return attempt(async () => {
        const soql =
            "SELECT Assignee.Name, PermissionSet.Name FROM PermissionSetAssignment" +
            " WHERE Assignee.IsActive = true AND PermissionSet.Name LIKE 'PW_%'";
        const rows = z.array(assignmentSchema).parse(await reader.query(soql));
        return rows.map((row) => ({ user: row.Assignee.Name, permissionSet: row.PermissionSet.Name }));
    });
}

/** Through whatever gives them the permission: ours, another permission set, or a profile. */
export function gatherBypassHolders(reader: OrgReader): Promise<SetUp["bypassHolders"]> {
    return attempt(async () => {
        const [permission] = z
            .array(idSchema)
            .parse(await reader.query("SELECT Id FROM CustomPermission WHERE DeveloperName = 'PW_Bypass_Gate'"));
        if (permission === undefined) {
            return [];
        }
        const soql =
            "SELECT Assignee.Name FROM PermissionSetAssignment WHERE Assignee.IsActive = true AND PermissionSetId IN" +
            ` (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = '${permission.Id}')`;
        const rows = z.array(holderSchema).parse(await reader.query(soql));
        return [...new Set(rows.map((row) => row.Assignee.Name))].sort();
    });
}

/** None where the setting is not deployed. */
export function gatherSwitches(reader: OrgReader): Promise<SetUp["switchedOff"]> {
    return attempt(async () => {
        try {
            const rows = await reader.query("SELECT SetupOwnerId FROM PW_Settings__c WHERE Gate_Is_Off__c = true");
            return z
                .array(switchSchema)
                .parse(rows)
                .map((row) => ({ isForOrg: row.SetupOwnerId.startsWith("00D") }));
        } catch (error) {
            if (error instanceof OrgRefusal && error.errorCode === "INVALID_TYPE") {
                return [];
            }
            throw error;
        }
    });
}
