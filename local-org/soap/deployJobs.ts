import { madeId } from "../data/recordId.ts";
import { compileFormula } from "../formula/compileFormula.ts";
import { deployPackage } from "../metadata/deployPackage.ts";
import type { DeployedRegistry } from "../metadata/deployedRegistry.ts";
import type { DeployOptions, DeployReport } from "../metadata/deployReport.ts";
import { readPackageFiles } from "../metadata/packageFiles.ts";
import { failure } from "../metadata/planPackage.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import type { DeployJob } from "./deployResult.ts";

/** The deploys of one org, asked for by SOAP or by REST. A deploy is done before `start` returns. */
export interface DeployJobs {
    start(user: RunningUser, zipped: Uint8Array, options: DeployOptions): DeployJob;
    /** Throws INVALID_ID_FIELD for an Id that is no deploy's. */
    find(id: string): DeployJob;
}

export function createDeployJobs({ org, deployed }: { org: Org; deployed: DeployedRegistry }): DeployJobs {
    const jobs = new Map<string, DeployJob>();
    return {
        start(user, zipped, options) {
            const id = madeId("0Af", jobs.size + 1);
            const startedAt = org.clock.now();
            const context = { org, deployed, compileFormula, user };
            const report = attempt(() => deployPackage(context, readPackageFiles(zipped), options));
            const job = { id, options, report, startedAt, finishedAt: org.clock.now(), user };
            jobs.set(id, job);
            return job;
        },
        find(id) {
            const job = jobs.get(id) ?? [...jobs.values()].find((each) => each.id.slice(0, 15) === id);
            if (job === undefined)
                throw new OrgError("INVALID_ID_FIELD", "There is no deploy with this asyncProcessId.");
            return job;
        }
    };
}

/** A package that can't be read at all is a failed deploy. */
function attempt(deploy: () => DeployReport): DeployReport {
    try {
        return deploy();
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { status: "Failed", messages: [failure("", "package.xml", "package.xml", error.message)] };
    }
}

/** Who is no administrator is refused: the platform asks for Modify Metadata. */
export function checkMayDeploy(user: RunningUser): void {
    if (!user.isAdministrator)
        throw new OrgError("INSUFFICIENT_ACCESS", "The Metadata API needs an administrator of this local org.");
}
