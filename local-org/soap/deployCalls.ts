import type { DeployContext } from "../metadata/deployContext.ts";
import { booleanOf, childNamed, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { OrgError } from "../orgError.ts";
import type { DeployJobs } from "./deployJobs.ts";
import { deployOptions } from "./deployOptions.ts";
import { deployResult } from "./deployResult.ts";
import { soapXml } from "./soapEnvelope.ts";

/** `deploy`, `checkDeployStatus` and `cancelDeploy`. */
export interface DeployCalls {
    deploy(context: DeployContext, operation: XmlElement): string;
    checkDeployStatus(operation: XmlElement): string;
    /** Always a fault: a deploy is done before anybody can cancel it. */
    cancelDeploy(operation: XmlElement): never;
}

export function createDeployCalls(jobs: DeployJobs): DeployCalls {
    return {
        deploy({ user }, operation) {
            const zipped = Buffer.from(textOf(operation, "ZipFile") ?? "", "base64");
            const options = childNamed(operation, "DeployOptions")?.children ?? [];
            const given = options.map(({ name, text }) => [name, text] as const);
            const { id } = jobs.start(user, zipped, deployOptions(given));
            return soapXml("result", { done: false, id, state: "Queued" });
        },
        checkDeployStatus(operation) {
            const job = jobs.find(textOf(operation, "asyncProcessId") ?? "");
            return soapXml("result", deployResult(job, booleanOf(operation, "includeDetails", false)));
        },
        cancelDeploy(operation) {
            const { id } = jobs.find(textOf(operation, "String") ?? textOf(operation, "asyncProcessId") ?? "");
            throw alreadyCompleted(id);
        }
    };
}

export function alreadyCompleted(id: string): OrgError {
    return new OrgError("INVALID_ID_FIELD", `The deploy ${id} is completed and can't be canceled.`);
}
