import { compileFormula } from "../formula/compileFormula.ts";
import type { DeployContext } from "../metadata/deployContext.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import type { DeployedRegistry } from "../metadata/deployedRegistry.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { createDeployCalls } from "./deployCalls.ts";
import { checkMayDeploy } from "./deployJobs.ts";
import type { DeployJobs } from "./deployJobs.ts";
import { describeMetadata, listMetadata } from "./listCalls.ts";
import type { LeadConversionSettings } from "../save/leadConversion.ts";
import { readMetadata } from "./readMetadata.ts";
import { readSettings } from "./readSettings.ts";
import { deleteMetadata, writeMetadata } from "./recordCalls.ts";
import { createRetrieveCalls } from "./retrieveCalls.ts";
import { readSoapCall, soapFault, soapResponse } from "./soapEnvelope.ts";

export interface SoapRequest {
    /** `/services/Soap/m/66.0`, with the org's Id behind it or not. */
    readonly path: string;
    readonly body: string;
}

export interface SoapReply {
    readonly status: number;
    /** XML. */
    readonly body: string;
}

type Operation = (context: DeployContext, operation: XmlElement) => string | Promise<string>;

/**
 * The SOAP Metadata API of one org, with its deploy and retrieve jobs. Refusals are faults in the answer;
 * only a fault of this org itself is thrown.
 */
export function createMetadataSoap(
    org: Org,
    deployed: DeployedRegistry,
    jobs: DeployJobs,
    leadConversion: LeadConversionSettings
): (request: SoapRequest) => Promise<SoapReply> {
    const operations = allOperations(jobs, leadConversion);
    return async ({ path, body }) => {
        try {
            if (!/^\/services\/Soap\/m\/\d{1,3}\.0(\/|$)/i.test(path)) {
                throw new OrgError(
                    "NOT_FOUND",
                    `${path} is not supported by this local org; the Metadata API is at /services/Soap/m/66.0.`
                );
            }
            const { operation, sessionId } = readSoapCall(body);
            const context = { org, deployed, compileFormula, user: userOf(org, sessionId) };
            const run = operations.get(operation.name);
            if (run === undefined)
                throw new OrgError(
                    "INVALID_OPERATION",
                    `The operation ${operation.name} is not supported by this local org.`
                );
            return { status: 200, body: soapResponse(operation.name, await run(context, operation)) };
        } catch (error) {
            if (error instanceof OrgError) return { status: 500, body: soapFault(error.errorCode, error.message) };
            if (error instanceof DeployProblem)
                return { status: 500, body: soapFault("INVALID_OPERATION", error.message) };
            throw error;
        }
    };
}

function allOperations(jobs: DeployJobs, leadConversion: LeadConversionSettings): ReadonlyMap<string, Operation> {
    const deploys = createDeployCalls(jobs);
    const retrieves = createRetrieveCalls();
    return new Map<string, Operation>([
        ["deploy", deploys.deploy],
        ["checkDeployStatus", (_context, operation) => deploys.checkDeployStatus(operation)],
        ["cancelDeploy", (_context, operation) => deploys.cancelDeploy(operation)],
        ["retrieve", retrieves.retrieve],
        ["checkRetrieveStatus", (_context, operation) => retrieves.checkRetrieveStatus(operation)],
        ["describeMetadata", describeMetadata],
        ["listMetadata", listMetadata],
        [
            "readMetadata",
            (context, operation) => readSettings(leadConversion, operation) ?? readMetadata(context, operation)
        ],
        ["createMetadata", writeMetadata],
        ["updateMetadata", writeMetadata],
        ["upsertMetadata", writeMetadata],
        ["deleteMetadata", deleteMetadata]
    ]);
}

function userOf(org: Org, sessionId: string): DeployContext["user"] {
    const user = org.people.userOfToken(sessionId);
    if (user === undefined)
        throw new OrgError("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session");
    checkMayDeploy(user);
    return user;
}
