import type { OrgWithControls } from "../createOrg.ts";
import type { Asked } from "./asked.ts";
import type { Reply } from "./call.ts";
import { notFound, replyOfError } from "./problems.ts";

/** Hands requests under /services/Soap to the SOAP API. */
export function soapDoor(_held: OrgWithControls): (asked: Asked) => Reply {
    return () => replyOfError(notFound());
}
