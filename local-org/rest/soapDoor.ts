import type { OrgWithControls } from "../createOrg.ts";
import { createMetadataSoap } from "../soap/metadataSoap.ts";
import { createPartnerSoap } from "../soap/partnerSoap.ts";
import { OrgError } from "../orgError.ts";
import type { Asked } from "./asked.ts";
import type { Reply } from "./call.ts";
import { replyOfError } from "./problems.ts";
import type { Services } from "./services.ts";

/** Hands requests under /services/Soap to the Metadata or the Partner API, whose session stands in the envelope. */
export function soapDoor(
    { org, deployed }: OrgWithControls,
    { deploys, leadConversion }: Pick<Services, "deploys" | "leadConversion">
): (asked: Asked) => Promise<Reply> {
    const answerMetadata = createMetadataSoap(org, deployed, deploys, leadConversion);
    const answerPartner = createPartnerSoap(org, leadConversion);
    return async ({ method, path, content }) => {
        if (method !== "POST") {
            return replyOfError(new OrgError("METHOD_NOT_ALLOWED", `HTTP Method '${method}' not allowed.`));
        }
        const request = { path, body: content.toString("utf8") };
        const isPartner = /^\/services\/Soap\/u\/\d{1,3}\.0(\/|$)/i.test(path);
        const { status, body } = isPartner ? answerPartner(request) : await answerMetadata(request);
        return { status, text: { contentType: "text/xml;charset=UTF-8", content: body } };
    };
}
