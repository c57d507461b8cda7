import type { Gathered } from "../gathered.ts";
import { closedSinceOf, dayIn, endOfDayIn } from "../day.ts";
import { describeContactRole, describeOpportunity } from "./gatherObjects.ts";
import { gatherContactRoles, gatherHistory, gatherLines, gatherOpportunities } from "./gatherOpportunities.ts";
import type { FieldsOfOrg } from "./gatherOpportunities.ts";
import { gatherExceptions, gatherRuleRecords, gatherStageRecords } from "./gatherPolicyRecords.ts";
import { gatherSalesProcesses, gatherStages } from "./gatherStages.ts";
import { gatherOrganization, gatherSeesAll, gatherUser } from "./gatherUser.ts";
import type { OrgConnection } from "./orgReader.ts";
import { ownFieldsIn } from "./ownFields.ts";
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
    /** Fields of the org's own that keep a fact in place of ours. */
    readonly fieldsOfOrg?: FieldsOfOrg;
}

/** Days that cover twelve months, a leap day included: how a stage is used is counted over them. */
const twelveMonths = 366;

/** Reads everything the audit needs, and judges nothing. Throws `CannotStart` as named in `OrgReader`. */
export async function gatherOrg(connection: OrgConnection, scope: Scope): Promise<Gathered> {
    const reader = new OrgReader(connection);
    // First, because this request tells an expired session plainly in every org.
    const described = await describeOpportunity(reader);
    const { user, timeZone } = await gatherUser(reader);
    const asOf = scope.asOf ?? dayIn(timeZone, scope.now);
    const closedSince = closedSinceOf(asOf, scope.closedWithinDays);
    const since = closedSinceOf(asOf, Math.max(scope.closedWithinDays, twelveMonths));
    const ruleRecords = await gatherRuleRecords(reader);
    const ownFields = ownFieldsIn(ruleRecords);
    const opportunities = await gatherOpportunities(reader, described, since, scope.fieldsOfOrg ?? {}, ownFields);
    const gathered: Omit<Gathered, "apiCalls"> = {
        url: reader.url,
        asOf,
        asOfTime: (scope.asOf === undefined ? scope.now : endOfDayIn(timeZone, asOf)).toISOString(),
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
        ruleRecords,
        opportunities,
        contactRoles: await gatherContactRoles(reader, await describeContactRole(reader), closedSince),
        lines: await gatherLines(reader, closedSince),
        exceptions: await gatherExceptions(reader, asOf),
        history: await gatherHistory(reader, since)
    };
    return { ...gathered, apiCalls: reader.apiCalls };
}
