/** Deploys by REST, as `sf` asks for them with SF_ORG_METADATA_REST_DEPLOY=true. */
import { OrgError } from "../../orgError.ts";
import { alreadyCompleted } from "../../soap/deployCalls.ts";
import { checkMayDeploy } from "../../soap/deployJobs.ts";
import { deployOptions } from "../../soap/deployOptions.ts";
import { deployResult } from "../../soap/deployResult.ts";
import type { DeployJob } from "../../soap/deployResult.ts";
import { ok, part } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { isJsonObject } from "../givenRecord.ts";
import { partsOf } from "../multipart.ts";

const path = "/metadata/deployRequest";

export const deployRequestRoutes: readonly Route[] = [
    { method: "POST", path, readsContent: true, answer: start },
    { method: "GET", path: `${path}/:id`, answer: status },
    { method: "PATCH", path: `${path}/:id`, answer: cancel }
];

function start(call: Call): Reply {
    checkMayDeploy(call.user);
    const parts = partsOf(call.headers["content-type"] ?? "", call.content);
    const zip = parts.find(({ name }) => name === "file");
    const asked = parts.find(({ name }) => name !== "file");
    if (zip === undefined || asked === undefined) {
        throw new OrgError(
            "MISSING_ARGUMENT",
            "A deploy request has two parts: deployOptions as JSON, and file, a zip."
        );
    }
    const job = call.services.deploys.start(call.user, zip.content, deployOptions(optionsIn(asked.content)));
    return { status: 201, body: requestOf(call, job, { details: false }) };
}

/** JSON like `{"deployOptions": {"checkOnly": true}}`; null is as good as not said. */
function optionsIn(content: Buffer): [string, string][] {
    const whole = parsed(content);
    const options = isJsonObject(whole) ? (whole["deployOptions"] ?? {}) : undefined;
    if (!isJsonObject(options)) throw new OrgError("JSON_PARSER_ERROR", "deployOptions must be a JSON object.");
    return Object.entries(options).flatMap(([name, value]): [string, string][] =>
        value === null ? [] : [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]]
    );
}

function parsed(content: Buffer): unknown {
    try {
        return JSON.parse(content.toString("utf8"));
    } catch (error) {
        if (error instanceof SyntaxError) throw new OrgError("JSON_PARSER_ERROR", error.message);
        throw error;
    }
}

function status(call: Call): Reply {
    checkMayDeploy(call.user);
    const details = call.query.get("includeDetails") === "true";
    return ok(requestOf(call, call.services.deploys.find(part(call, "id")), { details }));
}

function cancel(call: Call): Reply {
    checkMayDeploy(call.user);
    throw alreadyCompleted(call.services.deploys.find(part(call, "id")).id);
}

function requestOf({ version }: Call, job: DeployJob, { details }: { details: boolean }): unknown {
    return {
        id: job.id,
        validatedDeployRequestId: null,
        url: `/services/data/v${version}${path}/${job.id}`,
        deployOptions: job.options,
        deployResult: deployResult(job, details)
    };
}
