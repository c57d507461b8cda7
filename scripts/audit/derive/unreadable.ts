import type { Gathered } from "../gathered.ts";
import type { Unreadable } from "../result.ts";
import type { DerivedOpportunity } from "./deriveFacts.ts";
import { unreadableRecords } from "./ruleSettings.ts";
import type { StagePlaces } from "./stagePlaces.ts";

/** Opportunity fields that every org has; where describe lacks one, the running user may not read it. */
const everywhere = [
    "Name",
    "StageName",
    "CloseDate",
    "CreatedDate",
    "Amount",
    "HasOpportunityLineItem",
    "AccountId",
    "NextStep",
    "LeadSource",
    "OwnerId"
];

/**
 * What the audit needed, every org has, and this user could not read. What an org may rightly lack (record
 * types, several currencies, our own types) is not in the list, nor is a process that no opportunity uses.
 */
export function listUnreadable(
    gathered: Gathered,
    places: readonly StagePlaces[],
    opportunities: readonly DerivedOpportunity[]
): Unreadable[] {
    const missing = everywhere.filter((field) => !gathered.opportunityFields.includes(field));
    const fields = missing.map((field) => ({
        what: `Opportunity.${field}`,
        reason: "not among the fields that this user may read"
    }));
    const artifacts = [
        { what: "Organization", artifact: gathered.org },
        { what: "User", artifact: gathered.user },
        { what: "OpportunityStage", artifact: gathered.stages },
        { what: "OpportunityContactRole", artifact: gathered.contactRoles },
        { what: "OpportunityLineItem", artifact: gathered.lines },
        { what: "OpportunityHistory", artifact: gathered.history },
        { what: "PW_Exception__c", artifact: gathered.exceptions },
        { what: "PW_Stage__mdt", artifact: gathered.stageRecords }
    ].flatMap(({ what, artifact }) => ("unreadable" in artifact ? [{ what, reason: artifact.unreadable }] : []));
    const settings = unreadableRecords(gathered);
    const processes = places.flatMap(({ process, places: placed }) =>
        "unreadable" in placed &&
        "unreadable" in process.stages &&
        opportunities.some((each) => each.process.process === process)
            ? [{ what: process.name, reason: process.stages.unreadable }]
            : []
    );
    return [
        ...fields,
        ...artifacts,
        ...(settings === null ? [] : [{ what: "PW_Rule__mdt", reason: settings }]),
        ...processes
    ];
}
