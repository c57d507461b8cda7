import { hasFailed } from "../metadata/deployReport.ts";
import type { ComponentMessage, DeployOptions, DeployReport } from "../metadata/deployReport.ts";
import type { RunningUser } from "../people/people.ts";
import type { SoapValue } from "./soapEnvelope.ts";

export interface DeployJob {
    readonly id: string;
    readonly options: DeployOptions;
    readonly report: DeployReport;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly user: RunningUser;
}

/** The platform's DeployResult. There is no Apex here, so tests are counted as none. */
export function deployResult(job: DeployJob, withDetails: boolean): SoapValue {
    const { report, options } = job;
    const failures = report.messages.filter(hasFailed);
    const successes = report.messages.filter((message) => !hasFailed(message));
    return {
        checkOnly: options.checkOnly,
        completedDate: job.finishedAt,
        createdBy: job.user.id,
        createdByName: job.user.name,
        createdDate: job.startedAt,
        details: withDetails ? detailsOf(job, failures, successes) : {},
        done: true,
        id: job.id,
        ignoreWarnings: options.ignoreWarnings,
        lastModifiedDate: job.finishedAt,
        numberComponentErrors: failures.length,
        numberComponentsDeployed: successes.length,
        numberComponentsTotal: report.messages.length,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        rollbackOnError: options.rollbackOnError,
        runTestsEnabled: false,
        startDate: job.startedAt,
        status: report.status,
        success: report.status !== "Failed"
    };
}

function detailsOf(
    job: DeployJob,
    failures: readonly ComponentMessage[],
    successes: readonly ComponentMessage[]
): SoapValue {
    const manifest: ComponentMessage = {
        componentType: "",
        fullName: "package.xml",
        fileName: "package.xml",
        outcome: "changed",
        problem: null,
        problemType: null,
        line: null
    };
    const manifestFailed = failures.some(
        ({ fullName, componentType }) => fullName === "package.xml" && componentType === ""
    );
    return {
        componentFailures: failures.map((message) => deployMessage(job, message)),
        componentSuccesses: [...successes, ...(manifestFailed ? [] : [manifest])].map((message) =>
            deployMessage(job, message)
        ),
        runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
    };
}

function deployMessage(job: DeployJob, message: ComponentMessage): SoapValue {
    const { outcome } = message;
    return {
        changed: outcome === "created" || outcome === "changed",
        ...(message.line === null ? {} : { columnNumber: 1 }),
        componentType: message.componentType,
        created: outcome === "created",
        createdDate: job.finishedAt,
        deleted: outcome === "deleted",
        fileName: message.fileName,
        fullName: message.fullName,
        lineNumber: message.line,
        problem: message.problem,
        problemType: message.problemType,
        success: outcome !== "failed"
    };
}
