import type { OrgWithControls } from "./createOrg.ts";
import { administratorUsername } from "./data/seedOrg.ts";

/**
 * The administrator's username from now on: it carries the port, because `sf` keeps sign-ins by username, and
 * of two local orgs one would take the other's. A user that a load brought keeps its name.
 */
export function nameAdministrator(
    { org, administrator }: Pick<OrgWithControls, "org" | "administrator">,
    port: number
): string {
    const users = org.schema.object("User");
    const [name, domain] = administratorUsername.split("@");
    // A reopened org's carries the port of its last run.
    const isOurs = new RegExp(`^${name}@(\\d+\\.)?${domain}$`).test(administrator.username);
    if (users === undefined || !isOurs) return administrator.username;
    const username = `${name}@${port}.${domain}`;
    org.store.update(users, administrator.id, { Username: username });
    return username;
}
