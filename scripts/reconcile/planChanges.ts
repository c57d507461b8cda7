import type { DerivedOpportunity } from "../audit/derive/deriveFacts.ts";
import { stampFields, type Change, type Stamp, type StampedOpportunity, type StampField } from "./stamp.ts";

/**
 * What the stamps of these opportunities should say and don't. Throws where a fact is absent: what could not be
 * read must never be written. `areRolesCounted`: where no rule asks for contact roles the flows don't count them, so
 * the counts stay as they are.
 */
export function planChanges(
    derived: readonly DerivedOpportunity[],
    stamped: ReadonlyMap<string, StampedOpportunity>,
    { areRolesCounted = true }: { readonly areRolesCounted?: boolean } = {}
): Change[] {
    return derived.flatMap((opportunity) => {
        const found = stamped.get(opportunity.id);
        if (found === undefined || found.stage !== opportunity.stage) return []; // moved between two queries: fresh
        const counted = stampOf(opportunity, found.stamp);
        const should = areRolesCounted ? counted : { ...counted, ...countsOf(found.stamp) };
        const differing = stampFields.filter((field) => should[field] !== found.stamp[field]);
        if (differing.length === 0) return [];
        const { id, name, stage } = opportunity;
        return [{ id, name, stage, before: only(found.stamp, differing), after: only(should, differing) }];
    });
}

function stampOf({ facts, stage, id }: DerivedOpportunity, stamp: Stamp): Stamp {
    const factOf = (
        name: Exclude<StampField, "PW_Stage_Stamp__c" | "PW_From_Position__c" | "PW_Roles_Uncounted__c">
    ) => {
        const fact = facts[name];
        if (fact === undefined) throw new Error(`${name} of ${id} is not known.`);
        return fact;
    };
    const position = factOf("PW_Position__c");
    return {
        PW_Stage_Stamp__c: stage,
        PW_Kind__c: factOf("PW_Kind__c"),
        // A record type whose name can't be read stays as the stamp has it.
        PW_Record_Type__c: facts.PW_Record_Type__c === undefined ? stamp.PW_Record_Type__c : facts.PW_Record_Type__c,
        PW_Position__c: position,
        PW_From_Position__c: fromPositionOf(stage, stamp, position),
        PW_Contact_Roles__c: factOf("PW_Contact_Roles__c"),
        PW_Primary_Roles__c: factOf("PW_Primary_Roles__c"),
        PW_Decision_Roles__c: factOf("PW_Decision_Roles__c"),
        PW_Unnamed_Roles__c: factOf("PW_Unnamed_Roles__c"),
        PW_Roles_Uncounted__c: false
    };
}

function countsOf(stamp: Stamp): Pick<Stamp, (typeof counts)[number]> {
    return Object.fromEntries(counts.map((field) => [field, stamp[field]])) as Pick<Stamp, (typeof counts)[number]>;
}

const counts = [
    "PW_Contact_Roles__c",
    "PW_Primary_Roles__c",
    "PW_Decision_Roles__c",
    "PW_Unnamed_Roles__c",
    "PW_Roles_Uncounted__c"
] as const;

/**
 * Where the last move came from can't be found anew: it stays where the stamp knows it. An opportunity that was
 * never stamped came from where it stands; one that automation moved past the stamp came from where the stamp
 * stood, and from 0 where that was closed or unknown, as the stamp itself has it.
 */
function fromPositionOf(
    stage: string | null,
    stamp: Stamp,
    position: Stamp["PW_Position__c"]
): Stamp["PW_Position__c"] {
    if (stamp.PW_Stage_Stamp__c === null) return position ?? "0";
    if (stamp.PW_Stage_Stamp__c === stage) return stamp.PW_From_Position__c;
    return stamp.PW_Kind__c === "open" ? (stamp.PW_Position__c ?? "0") : "0";
}

function only(stamp: Stamp, fields: readonly StampField[]): Change["before"] {
    return Object.fromEntries(fields.map((field) => [field, stamp[field]]));
}
