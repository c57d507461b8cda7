import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { explainFailure } from "../audit/gather/refusal.ts";
import type { MetadataConnection } from "./metadataConnection.ts";

/** What of a connection deploys and follows a deploy. */
export interface DeployConnection {
    readonly instanceUrl: string;
    readonly metadata: Pick<MetadataConnection["metadata"], "deploy" | "checkDeployStatus">;
}

export interface DeployFailure {
    readonly type: string;
    readonly name: string;
    /** In the org's words. */
    readonly problem: string;
}

const failureSchema = z.object({
    componentType: z.string().nullish(),
    fullName: z.string().nullish(),
    problem: z.string().nullish()
});
const startedSchema = z.object({ id: z.string() });
const resultSchema = z.object({
    done: z.union([z.boolean(), z.string()]).transform((value) => String(value) === "true"),
    success: z.union([z.boolean(), z.string()]).transform((value) => String(value) === "true"),
    status: z.string(),
    errorMessage: z.string().nullish(),
    details: z.object({ componentFailures: z.union([failureSchema, z.array(failureSchema)]).nullish() }).nullish()
});

/**
 * Deploys a zip through the Metadata API, as a whole or not at all, and waits until the org is done with it. What the
 * org refuses is returned, empty where it went through. Throws `CannotStart` for a dead session or line, `OrgRefusal`
 * where the org takes no deploy.
 */
export async function deployZip(connection: DeployConnection, zip: Buffer): Promise<DeployFailure[]> {
    try {
        const started = await connection.metadata.deploy(zip, { rollbackOnError: true, singlePackage: true });
        const { id } = startedSchema.parse(started);
        // Short at first, since small deploys are done at once; the org counts each question as a call.
        for (let wait = 50; ; wait = Math.min(wait * 2, 5_000)) {
            const result = resultSchema.parse(await connection.metadata.checkDeployStatus(id, true));
            if (result.done) return result.success ? [] : failuresOf(result);
            await setTimeout(wait);
        }
    } catch (error) {
        throw explainFailure(error, connection.instanceUrl);
    }
}

function failuresOf({ status, errorMessage, details }: z.infer<typeof resultSchema>): DeployFailure[] {
    const failures = [details?.componentFailures ?? []].flat().map(({ componentType, fullName, problem }) => ({
        type: componentType ?? "",
        name: fullName ?? "",
        problem: (problem ?? "").replaceAll(/\s+/g, " ")
    }));
    return failures.length > 0 ? failures : [{ type: "", name: "", problem: errorMessage ?? status }];
}
