import { Org, SfError } from "@salesforce/core";
import type { Connection } from "@salesforce/core";
import { CannotStart } from "../cannotStart.ts";
import { shownTarget } from "../terminal/shownTarget.ts";

/** The connection of an org the user has signed in to. Throws `CannotStart` for an unknown alias or a dead sign-in. */
export async function connectTargetOrg(aliasOrUsername: string): Promise<Connection> {
    try {
        const org = await Org.create({ aliasOrUsername });
        return org.getConnection();
    } catch (error) {
        if (!(error instanceof SfError)) {
            throw error;
        }
        const shown = shownTarget(aliasOrUsername);
        if (error.name === "NamedOrgNotFoundError") {
            throw new CannotStart(
                `No org is signed in as "${shown}": sign in with "npx sf org login web --alias ${shown}" (for a sandbox add --instance-url https://test.salesforce.com), or list yours with "npx sf org list".`
            );
        }
        throw new CannotStart(
            `The org "${shown}" could not be reached: ${error.message.replaceAll(aliasOrUsername, shown).replaceAll(/\s+/g, " ")}`
        );
    }
}
