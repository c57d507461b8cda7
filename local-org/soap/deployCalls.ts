import { madeId } from "../data/recordId.ts";
import type { DeployContext } from "../metadata/deployContext.ts";
import { deployPackage } from "../metadata/deployPackage.ts";
import type { ComponentMessage, DeployOptions, DeployReport } from "../metadata/deployReport.ts";
import { readPackageFiles } from "../metadata/packageFiles.ts";
import { failure } from "../metadata/planPackage.ts";
import { booleanOf, childNamed, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { OrgError } from "../orgError.ts";
import { deployResult } from "./deployResult.ts";
import type { DeployJob } from "./deployResult.ts";
import { soapXml } from "./soapEnvelope.ts";

/** `deploy`, `checkDeployStatus` and their jobs. A deploy is done before its call returns. */
export interface DeployCalls {
    deploy(context: DeployContext, operation: XmlElement): string;
    checkDeployStatus(operation: XmlElement): string;
}

export function createDeployCalls(): DeployCalls {
    const jobs = new Map<string, DeployJob>();
    return {
        deploy(context, operation) {
            const id = madeId("0Af", jobs.size + 1);
            const options = optionsOf(operation);
            const startedAt = context.org.clock.now();
            const report = runDeploy(context, operation, options);
            jobs.set(id, { id, options, report, startedAt, finishedAt: context.org.clock.now(), user: context.user });
            return soapXml("result", { done: false, id, state: "Queued" });
        },
        checkDeployStatus(operation) {
            const job = jobs.get(textOf(operation, "asyncProcessId") ?? "");
            if (job === undefined)
                throw new OrgError("INVALID_ID_FIELD", "There is no deploy with this asyncProcessId.");
            return soapXml("result", deployResult(job, booleanOf(operation, "includeDetails", false)));
        }
    };
}

function runDeploy(context: DeployContext, operation: XmlElement, options: DeployOptions): DeployReport {
    const zipped = Buffer.from(textOf(operation, "ZipFile") ?? "", "base64");
    try {
        return deployPackage(context, readPackageFiles(zipped), options);
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        const message: ComponentMessage = failure("", "package.xml", "package.xml", error.message);
        return { status: "Failed", messages: [message] };
    }
}

// What would change the meaning of a deploy and isn't done here must not be passed over.
const otherOptions: Readonly<Record<string, readonly string[]>> = {
    allowMissingFiles: ["false"],
    autoUpdatePackage: ["false"],
    performRetrieve: ["false"],
    runAllTests: ["false"],
    testLevel: ["NoTestRun", "RunSpecifiedTests", "RunLocalTests", "RunAllTestsInOrg", "RunRelevantTests"]
};
const knownOptions: ReadonlySet<string> = new Set([
    "checkOnly",
    "ignoreWarnings",
    "rollbackOnError",
    "singlePackage",
    "purgeOnDelete",
    "runTests",
    ...Object.keys(otherOptions)
]);

function optionsOf(operation: XmlElement): DeployOptions {
    const options = childNamed(operation, "DeployOptions");
    for (const { name, text } of options?.children ?? []) {
        const allowed = otherOptions[name];
        if (!knownOptions.has(name) || (allowed !== undefined && !allowed.includes(text))) {
            throw new OrgError(
                "INVALID_OPERATION",
                `The deploy option ${name} ${text} is not supported by this local org.`
            );
        }
    }
    const flag = (name: string, otherwise: boolean): boolean =>
        options === undefined ? otherwise : booleanOf(options, name, otherwise);
    return {
        checkOnly: flag("checkOnly", false),
        rollbackOnError: flag("rollbackOnError", false),
        ignoreWarnings: flag("ignoreWarnings", true)
    };
}
