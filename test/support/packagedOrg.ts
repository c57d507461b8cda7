/** A local org of this process with the repository's metadata, for tests that need no `sf` and no other process. */
import { Connection } from "jsforce";
import { fixedClock } from "../../local-org/clock.ts";
import { startLocalOrg, type LocalOrgOptions } from "../../local-org/startLocalOrg.ts";
import { deployZip } from "../../local-org/rest/__tests__/deployZip.ts";
import { readSourceFiles, zipOfSource } from "../conformance/gate/repositoryPackage.ts";
import { readMetadataFiles, type MetadataFile } from "../metadata/metadataFiles.ts";
import { callLocalOrg } from "./signIn.ts";
import type { TargetOrg } from "./targetOrg.ts";

export interface PackagedOrg extends TargetOrg {
    /** Gives the way back to the org as it is now. */
    keep(): Promise<() => Promise<void>>;
}

/** The clock stands at noon of `today`, "YYYY-MM-DD". */
export async function openPackagedOrg(
    today: string,
    options: Pick<LocalOrgOptions, "load"> = {}
): Promise<PackagedOrg> {
    const server = await startLocalOrg({ ...options, clock: fixedClock(today) });
    const connection = new Connection({ instanceUrl: server.url, accessToken: server.token, version: "66.0" });
    const zip = zipOfSource(readSourceFiles()).toString("base64");
    const deploy = await connection.metadata.deploy(zip, { rollbackOnError: true, singlePackage: true }).complete(true);
    if (deploy.success !== true) {
        await server.close();
        throw new Error(JSON.stringify(deploy.details?.componentFailures));
    }
    const org: TargetOrg = {
        connection,
        isLocal: true,
        today,
        sf: { args: ["--target-org", server.token], env: { SF_ORG_INSTANCE_URL: server.url } },
        local: { url: server.url, token: server.token, today, stop: () => server.close() },
        close: () => server.close()
    };
    return {
        ...org,
        keep: async () => {
            const { id } = (await callLocalOrg(org, "POST", "snapshots")) as { id: string };
            return async () => void (await callLocalOrg(org, "POST", `snapshots/${id}/restore`));
        }
    };
}

/** What `-meta.xml` files there are below force-app, compiled components and the like left out. */
export const deployedFiles: readonly MetadataFile[] = readMetadataFiles("force-app");

/** Deploys files of one type, each alone in its folder's file. */
export async function deployFiles(
    { connection }: TargetOrg,
    type: string,
    folder: string,
    files: readonly MetadataFile[]
): Promise<void> {
    await deployZip(
        connection,
        { [type]: files.map(({ name }) => name) },
        Object.fromEntries(files.map(({ name, suffix, xml }) => [`${folder}/${name}.${suffix}`, xml]))
    );
}
