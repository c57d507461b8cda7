import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, textOf } from "../metadata/readElement.ts";
import type { ElementShape } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { convertLead } from "../save/convertLead.ts";
import type { LeadConversionSettings, LeadToConvert } from "../save/leadConversion.ts";
import type { SoapReply, SoapRequest } from "./metadataSoap.ts";
import { partnerNamespace, readSoapCall, soapFault, soapResponse, soapXml } from "./soapEnvelope.ts";

/** SOAP API Developer Guide, "convertLead()". */
const mostLeads = 100;

const leadConvertShape: ElementShape = {
    enforced: [
        "leadId",
        "convertedStatus",
        "accountId",
        "contactId",
        "opportunityName",
        "doNotCreateOpportunity",
        "overwriteLeadSource",
        "ownerId"
    ],
    kept: [],
    onlyAs: {
        sendNotificationEmail: ["false"],
        bypassAccountDedupeCheck: ["false"],
        bypassContactDedupeCheck: ["false"]
    }
};

/** The SOAP Partner API, of which this org has convertLead; what else it is asked is refused by name. */
export function createPartnerSoap(org: Org, settings: LeadConversionSettings): (request: SoapRequest) => SoapReply {
    return ({ body }) => {
        try {
            const { operation, sessionId } = readSoapCall(body);
            const user = org.people.userOfToken(sessionId);
            if (user === undefined)
                throw new OrgError("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session");
            if (operation.name !== "convertLead") {
                const problem = `The operation ${operation.name} of the Partner API is not supported by this local org.`;
                throw new OrgError("INVALID_OPERATION", problem);
            }
            const results = leadsIn(operation).map((given) => convertLead(org, user, settings, given));
            const content = results.map((result) => soapXml("result", { ...result, errors: errorsOf(result.errors) }));
            return { status: 200, body: soapResponse("convertLead", content.join(""), partnerNamespace) };
        } catch (error) {
            const code = error instanceof DeployProblem ? "INVALID_FIELD" : codeOf(error);
            return { status: 500, body: soapFault(code, messageOf(error), partnerNamespace) };
        }
    };
}

function leadsIn(operation: XmlElement): LeadToConvert[] {
    const leads = childrenNamed(operation, "leadConverts");
    if (leads.length > mostLeads)
        throw new OrgError("EXCEEDED_ID_LIMIT", `At most ${mostLeads} leads are converted in one call.`);
    return leads.map((lead) => {
        checkShape(lead, leadConvertShape, "convertLead");
        return {
            leadId: textOf(lead, "leadId") ?? "",
            convertedStatus: textOf(lead, "convertedStatus") ?? "",
            accountId: textOf(lead, "accountId") ?? null,
            contactId: textOf(lead, "contactId") ?? null,
            opportunityName: textOf(lead, "opportunityName") ?? null,
            doNotCreateOpportunity: booleanOf(lead, "doNotCreateOpportunity", false),
            overwriteLeadSource: booleanOf(lead, "overwriteLeadSource", false),
            ownerId: textOf(lead, "ownerId") ?? null
        };
    });
}

function errorsOf(errors: ReturnType<typeof convertLead>["errors"]) {
    return errors.map(({ statusCode, message, fields }) => ({ fields, message, statusCode }));
}

/** What is no known problem is a fault of this org, and thrown on. */
function codeOf(error: unknown): string {
    if (error instanceof OrgError) return error.errorCode;
    throw error;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
