import type { Gathered } from "../gathered.ts";
import { closedSinceOf, dayIn } from "../day.ts";
import { describeContactRole, describeOpportunity } from "./gatherObjects.ts";
import { gatherContactRoles, gatherOpportunities } from "./gatherOpportunities.ts";
import { gatherRuleRecords, gatherStageRecords } from "./gatherPolicyRecords.ts";
import { gatherSalesProcesses, gatherStages } from "./gatherStages.ts";
import { gatherOrganization, gatherSeesAll, gatherUser } from "./gatherUser.ts";
import type { OrgConnection } from "./orgReader.ts";
import { OrgReader } from "./orgReader.ts";

export interface Scope {
    /** The instant of the run; the day follows from the running user's time zone. */
    readonly now: Date;
    /** "YYYY-MM-DD" instead of that day, for data that lives in the past. */
    readonly asOf?: string;
    /** Closed opportunities of that many days before; 0: open ones only. */
    readonly closedWithinDays: number;
    /** The code of the org's one currency, where the caller knows it. */
    readonly currency?: string | null;
}

/** Reads everything the audit needs, and judges nothing. Throws `CannotStart` as named in `OrgReader`. */
export async function gatherOrg(connection: OrgConnection, scope: Scope): Promise<Gathered> {
    const reader = new OrgReader(connection);
    // First, because this request tells an expired session plainly in every org.
    const described = await describeOpportunity(reader);
    const { user, timeZone } = await gatherUser(reader);
    const asOf = scope.asOf ?? dayIn(timeZone, scope.now);
    const closedSince = closedSinceOf(asOf, scope.closedWithinDays);
    const opportunities = await gatherOpportunities(reader, described, closedSince);
    const gathered: Omit<Gathered, "apiCalls"> = {
        url: reader.url,
        asOf,
        timeZone,
        closedSince,
        org: await gatherOrganization(reader),
        currency: scope.currency ?? null,
        user,
        seesAll: await gatherSeesAll(reader, user),
        opportunityFields: [...described.fields],
        stages: await gatherStages(reader),
        salesProcesses: await gatherSalesProcesses(reader, described.recordTypes, opportunities),
        stageRecords: await gatherStageRecords(reader),
        ruleRecords: await gatherRuleRecords(reader),
        opportunities,
        contactRoles: await gatherContactRoles(reader, await describeContactRole(reader), closedSince)
    };
    return { ...gathered, apiCalls: reader.apiCalls };
}
