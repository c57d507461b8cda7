import { Connection } from "jsforce";
import type { OrgConnection } from "../audit/gather/orgReader.ts";
import type { StageTimer } from "../terminal/stageTimer.ts";
import { connectTargetOrg } from "./connectTargetOrg.ts";
import { deployPackage } from "./deployPackage.ts";
import { startLocalOrg } from "./localOrg.ts";
import { shownTarget } from "../terminal/shownTarget.ts";

/** The org to audit, however it was found. */
export interface AuditedOrg {
    readonly connection: OrgConnection;
    /** The day of an org whose clock is its own; undefined: today. */
    readonly today: string | undefined;
    /** The code of its one currency, which the API doesn't tell; null: not known. */
    readonly currency: string | null;
    close(): Promise<void>;
}

/** Seconds that each stage may take on two slow cores. */
const budgets = { start: 15, deploy: 40 } as const;

export async function openTargetOrg(alias: string, timer: StageTimer): Promise<AuditedOrg> {
    const connection = await timer.time(`Connecting to ${shownTarget(alias)}`, null, () => connectTargetOrg(alias));
    return { connection, today: undefined, currency: null, close: () => Promise.resolve() };
}

/** A fresh local org with the sample pipeline and the package deployed to it. */
export async function openSampleOrg(timer: StageTimer): Promise<AuditedOrg> {
    const org = await timer.time("Starting a local org with a sample pipeline", budgets.start, () =>
        startLocalOrg(["--sample"])
    );
    try {
        await timer.time("Deploying the package to it", budgets.deploy, () => deployPackage(org));
    } catch (error) {
        await org.stop();
        throw error;
    }
    // A plain connection: @salesforce/core would write the token under the user's home.
    const connection = new Connection({ instanceUrl: org.url, accessToken: org.token, version: "66.0" });
    return { connection, today: org.today, currency: "TWD", close: () => org.stop() };
}
