import { z } from "zod";
import { CannotStart } from "../../cannotStart.ts";
import type { RunningLocalOrg } from "../../org/localOrg.ts";

/** Somebody the page can be seen as. The session stays in this process. */
export interface PagePerson {
    readonly key: "rep" | "admin";
    readonly name: string;
    readonly token: string;
    readonly timeZone: string;
}

const apiPath = "/services/data/v66.0";
const rows = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const session = z.object({ token: z.string() });

/** The administrator, and the rep with the most open opportunities, who is given the permission set `PW_Rep`. */
export async function signInPeople(org: Pick<RunningLocalOrg, "url" | "token">): Promise<readonly PagePerson[]> {
    const repId = await repWithMostOpen(org);
    await assignPermissionSet(org, repId, "PW_Rep");
    const { token } = session.parse(await ask(org, "POST", "/local-org/sessions", { id: repId }));
    const rep = await personOf(org, repId);
    const adminId = await ownId(org);
    const admin = await personOf(org, adminId);
    return [
        { key: "rep", token, ...rep },
        { key: "admin", token: org.token, ...admin }
    ];
}

type Asked = Pick<RunningLocalOrg, "url" | "token">;

async function repWithMostOpen(org: Asked): Promise<string> {
    const [busiest] = await query(
        org,
        "SELECT OwnerId, COUNT(Id) held FROM Opportunity WHERE IsClosed = false AND Owner.IsActive = true " +
            "AND Owner.Profile.Name = 'Standard User' GROUP BY OwnerId ORDER BY COUNT(Id) DESC LIMIT 1"
    );
    if (busiest === undefined) {
        throw new CannotStart("The local org has no rep with an open opportunity to show.");
    }
    return String(busiest["OwnerId"]);
}

async function assignPermissionSet(org: Asked, userId: string, name: string): Promise<void> {
    const [set] = await query(org, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    if (set === undefined) {
        throw new CannotStart(`The local org has no permission set ${name}: the package is not deployed to it.`);
    }
    const assignment = { AssigneeId: userId, PermissionSetId: set["Id"] };
    await ask(org, "POST", `${apiPath}/sobjects/PermissionSetAssignment`, assignment);
}

async function personOf(org: Asked, id: string): Promise<{ name: string; timeZone: string }> {
    const [row] = await query(org, `SELECT Name, TimeZoneSidKey FROM User WHERE Id = '${id}'`);
    return { name: String(row?.["Name"]), timeZone: String(row?.["TimeZoneSidKey"]) };
}

async function ownId(org: Asked): Promise<string> {
    return z.object({ user_id: z.string() }).parse(await ask(org, "GET", "/services/oauth2/userinfo")).user_id;
}

async function query(org: Asked, soql: string): Promise<readonly Record<string, unknown>[]> {
    return rows.parse(await ask(org, "GET", `${apiPath}/query?q=${encodeURIComponent(soql)}`)).records;
}

async function ask({ url, token }: Asked, method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(url + path, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const answer: unknown = await response.json();
    if (!response.ok) {
        throw new Error(`The local org answered ${response.status} to ${method} ${path}: ${JSON.stringify(answer)}`);
    }
    return answer;
}
