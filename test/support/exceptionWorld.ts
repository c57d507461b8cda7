/** The gate's world in a local org with the package, a rep who asks for exceptions, and two who are named as approvers. */
import assert from "node:assert/strict";
import type { Connection } from "jsforce";
import { openDeployedOrg } from "./deployedOrg.ts";
import { openGateWorld, type GateWorld } from "./gateWorld.ts";
import { callLocalOrg, signIn, type SignedIn } from "./signIn.ts";
import type { TargetOrg } from "./targetOrg.ts";

export interface ExceptionWorld {
    readonly org: TargetOrg;
    readonly gate: GateWorld;
    readonly people: Readonly<Record<"rep" | "approver" | "unpermitted", SignedIn>>;
    /** The rep's, in Qualification, without products. */
    opportunity(): Promise<string>;
    /** As the rep, for products-present and until `lastDay`, unless said otherwise; the Id of the exception. */
    ask(opportunityId: string, fields?: object): Promise<string>;
    /** Asked for by the rep and approved. */
    approved(opportunityId: string, fields?: object): Promise<void>;
    setClock(day: string): Promise<unknown>;
}

export const firstDay = "2026-06-30";
export const lastDay = "2026-07-31";

export async function openExceptionWorld(): Promise<ExceptionWorld> {
    const org = await openDeployedOrg();
    assert.ok(org.local, "Only the local org has a clock to set.");
    const gate = await openGateWorld(org.connection, org.today);
    const people = {
        rep: await signIn(org, "rep", "Standard User", ["PW_Rep"]),
        approver: await signIn(org, "approver", "System Administrator", ["PW_Approver"]),
        unpermitted: await signIn(org, "nopermit", "System Administrator", [])
    };
    const ask = async (opportunityId: string, fields: object = {}): Promise<string> => {
        const { id } = await people.rep.connection.sobject("PW_Exception__c").create({
            Opportunity__c: opportunityId,
            Rule__c: "products-present",
            Reason__c: "The product list is agreed on paper; the catalogue follows.",
            Approver__c: people.approver.id,
            Expires_On__c: lastDay,
            ...fields
        });
        return String(id);
    };
    return {
        org,
        gate,
        people,
        opportunity: () => gate.opportunity("Qualification", { OwnerId: people.rep.id }),
        ask,
        approved: async (opportunityId, fields) => {
            await decide(people.approver.connection, await ask(opportunityId, fields), "Approved");
        },
        setClock: (day) => callLocalOrg(org, "PUT", "clock", { now: day })
    };
}

export function decide(connection: Connection, id: string, status: string): Promise<unknown> {
    return connection.sobject("PW_Exception__c").update({ Id: id, Status__c: status });
}
