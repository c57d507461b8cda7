import { z } from "zod";
import { Connection } from "jsforce";
import { connectTargetOrg } from "../org/connectTargetOrg.ts";
import { deployPackage } from "../org/deployPackage.ts";
import { startLocalOrg } from "../org/localOrg.ts";
import { shownTarget } from "../terminal/shownTarget.ts";
import type { StageTimer } from "../terminal/stageTimer.ts";
import type { SetUpConnection } from "./gather/setUpReader.ts";

/** The org to check, however it was found. */
export interface CheckedOrg {
    readonly connection: SetUpConnection;
    /** The day of an org whose clock is its own; undefined: today. */
    readonly today: string | undefined;
    close(): Promise<void>;
}

/** Seconds that each stage may take on two slow cores. */
const budgets = { start: 15, deploy: 40 } as const;

/** The org of that alias; without one a fresh local org, set up as the README says. */
export async function openCheckedOrg(alias: string | undefined, timer: StageTimer): Promise<CheckedOrg> {
    if (alias !== undefined) {
        const connection = await timer.time(`Connecting to ${shownTarget(alias)}`, null, () => connectTargetOrg(alias));
        return { connection, today: undefined, close: () => Promise.resolve() };
    }
    const org = await timer.time("Starting a local org", budgets.start, () => startLocalOrg([]));
    try {
        await timer.time("Deploying the package to it", budgets.deploy, () => deployPackage(org));
        // A plain connection: @salesforce/core would write the token under the user's home.
        const connection = new Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
        await assignRep(connection);
        return { connection, today: org.today, close: () => org.stop() };
    } catch (error) {
        await org.stop();
        throw error;
    }
}

const idSchema = z.object({ Id: z.string() });

/** To the local org's administrator, its only signed-in user. */
async function assignRep(connection: Connection): Promise<void> {
    const { user_id: userId } = await connection.identity();
    const { records } = await connection.query("SELECT Id FROM PermissionSet WHERE Name = 'PW_Rep'");
    await connection
        .sobject("PermissionSetAssignment")
        .create({ AssigneeId: userId, PermissionSetId: idSchema.parse(records[0]).Id });
}
