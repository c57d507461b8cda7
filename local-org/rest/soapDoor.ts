import type { OrgWithControls } from "../createOrg.ts";
import type { DeployJobs } from "../soap/deployJobs.ts";
import { createMetadataSoap } from "../soap/metadataSoap.ts";
import { OrgError } from "../orgError.ts";
import type { Asked } from "./asked.ts";
import type { Reply } from "./call.ts";
import { replyOfError } from "./problems.ts";

/** Hands requests under /services/Soap to the Metadata API, whose session stands in the envelope. */
export function soapDoor({ org, deployed }: OrgWithControls, deploys: DeployJobs): (asked: Asked) => Promise<Reply> {
    const answerSoap = createMetadataSoap(org, deployed, deploys);
    return async ({ method, path, content }) => {
        if (method !== "POST") {
            return replyOfError(new OrgError("METHOD_NOT_ALLOWED", `HTTP Method '${method}' not allowed.`));
        }
        const { status, body } = await answerSoap({ path, body: content.toString("utf8") });
        return { status, text: { contentType: "text/xml;charset=UTF-8", content: body } };
    };
}
