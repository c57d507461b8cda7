/**
 * The org a journey runs against: the local org, or with PW_TARGET_ORG=alias one you are signed in to,
 * which must be a sandbox or a scratch org, because journeys deploy and write.
 */
import jsforce from "jsforce";
import type { Connection } from "jsforce";
import { connectTargetOrg } from "../../scripts/org/connectTargetOrg.ts";
import { startLocalOrg, type RunningLocalOrg } from "../../scripts/org/localOrg.ts";

export interface TargetOrg {
    readonly connection: Connection;
    readonly isLocal: boolean;
    /** "YYYY-MM-DD", the org's. */
    readonly today: string;
    /** Arguments that make `sf` speak to this org, and the environment it needs. */
    readonly sf: { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };
    /** The local org's process; null for another org. */
    readonly local: RunningLocalOrg | null;
    close(): Promise<void>;
}

const apiVersion = "66.0";

/** `localFlags` go to the local org alone: its clock, what it loads. */
export async function openTargetOrg(localFlags: readonly string[]): Promise<TargetOrg> {
    const alias = process.env["PW_TARGET_ORG"];
    return alias ? openOrgOf(alias) : openLocalOrg(localFlags);
}

async function openLocalOrg(flags: readonly string[]): Promise<TargetOrg> {
    const local = await startLocalOrg(flags);
    return {
        connection: new jsforce.Connection({ instanceUrl: local.url, accessToken: local.token, version: apiVersion }),
        isLocal: true,
        today: local.today,
        sf: { args: ["--target-org", local.token], env: { SF_ORG_INSTANCE_URL: local.url } },
        local,
        close: () => local.stop()
    };
}

async function openOrgOf(alias: string): Promise<TargetOrg> {
    const { instanceUrl, accessToken } = await connectTargetOrg(alias);
    const connection = new jsforce.Connection({ instanceUrl, accessToken: accessToken ?? "", version: apiVersion });
    const { records } = await connection.query("SELECT IsSandbox, TrialExpirationDate FROM Organization");
    const organization = records[0];
    if (organization?.["IsSandbox"] !== true && organization?.["TrialExpirationDate"] == null) {
        throw new Error(`Journeys write: "${alias}" is neither a sandbox nor a scratch org, so they won't run there.`);
    }
    return {
        connection,
        isLocal: false,
        today: new Date().toISOString().slice(0, 10),
        sf: { args: ["--target-org", alias], env: {} },
        local: null,
        close: () => Promise.resolve()
    };
}
