/** What journeys about decisions need: people who write and decide them, and the feeds that tell of them. */
import assert from "node:assert/strict";
import type { Connection } from "jsforce";
import { openDeployedOrg } from "./deployedOrg.ts";
import { openGateWorld, type GateWorld } from "./gateWorld.ts";
import { callLocalOrg, signIn, type SignedIn } from "./signIn.ts";
import type { TargetOrg } from "./targetOrg.ts";

export type Fields = Record<string, string | number | boolean | null>;
export type Person = "rep" | "approver" | "director" | "unpermitted";

export interface DecisionWorld {
    readonly org: TargetOrg;
    readonly world: GateWorld;
    readonly people: Readonly<Record<Person, SignedIn>>;
    /** The rep's, of an account of the rep's. */
    opportunity(fields?: Fields): Promise<string>;
    /** A discount of 15 % that the rep asks the approver for, unless said otherwise. */
    decide(opportunityId: string, fields?: Fields): Promise<string>;
    /** Throws all that refused the change, in one message. */
    change(by: Person, id: string, fields: Fields): Promise<void>;
    /** As the rep sees it; without names the stamp. */
    read(id: string, names?: readonly string[]): Promise<Fields>;
    /** What people read in the feed of an opportunity, by the API that knows mentions. */
    postsOf(opportunityId: string): Promise<Post[]>;
    costOf(save: () => Promise<unknown>): Promise<Cost>;
}

export interface Post {
    readonly id: string;
    readonly text: string;
    readonly mentions: readonly string[];
}

export interface Cost {
    readonly queries: number;
    readonly statements: number;
}

/** Too small for any band. */
export const small: Fields = { Percent__c: 5, Status__c: "Logged", Approver__c: null };

const stamp = ["Status__c", "Band__c", "Permission__c", "Needs_Approval__c", "Proposed_By__c", "Amount__c"];

/** The local org with the package; close it by its `org`. */
export async function openDecisionWorld(): Promise<DecisionWorld> {
    const org = await openDeployedOrg();
    assert.ok(org.local);
    const world = await openGateWorld(org.connection, org.today);
    const people = await signInPeople(org);
    const accountId = await world.create("Account", { Name: "Decisions", OwnerId: people.rep.id });
    return {
        org,
        world,
        people,
        opportunity: (fields = {}) =>
            world.opportunity("Qualification", { OwnerId: people.rep.id, AccountId: accountId, ...fields }),
        decide: async (opportunityId, fields = {}) => {
            const { id } = await people.rep.connection.sobject("PW_Decision__c").create({
                ...{ Opportunity__c: opportunityId, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Volume" },
                ...{ Reason__c: "They take three years at once.", Status__c: "Awaiting Approval" },
                Approver__c: people.approver.id,
                ...fields
            });
            return String(id);
        },
        change: (by, id, fields) => change(people[by].connection, id, fields),
        read: (id, names = stamp) => read(people.rep.connection, id, names),
        postsOf: (opportunityId) => postsOf(people.rep.connection, opportunityId),
        costOf: (save) => costOf(org, save)
    };
}

async function signInPeople(org: TargetOrg): Promise<Record<Person, SignedIn>> {
    const bandsAbove = ["PW_Approver_Band_2", "PW_Approver_Band_3"];
    return {
        rep: await signIn(org, "rep", "Standard User", ["PW_Rep"]),
        approver: await signIn(org, "approver", "System Administrator", ["PW_Approver"]),
        director: await signIn(org, "director", "System Administrator", ["PW_Approver", ...bandsAbove]),
        unpermitted: await signIn(org, "nopermit", "System Administrator", [])
    };
}

async function costOf(org: TargetOrg, save: () => Promise<unknown>): Promise<Cost> {
    await callLocalOrg(org, "DELETE", "transactions");
    await save();
    const costs = (await callLocalOrg(org, "GET", "transactions")) as readonly Cost[];
    return {
        queries: costs.reduce((sum, { queries }) => sum + queries, 0),
        statements: costs.reduce((sum, { statements }) => sum + statements, 0)
    };
}

async function change(connection: Connection, id: string, fields: Fields): Promise<void> {
    const [result] = await connection.sobject("PW_Decision__c").update([{ Id: id, ...fields }], { allOrNone: false });
    if (result?.success !== true) throw new Error(result?.errors.map(({ message }) => message).join("\n"));
}

async function postsOf(connection: Connection, recordId: string): Promise<Post[]> {
    interface Segment {
        readonly type: string;
        readonly record?: { readonly id: string };
    }
    interface Element {
        readonly id: string;
        readonly type: string;
        readonly body: { readonly text: string; readonly messageSegments: readonly Segment[] };
    }
    const { elements } = await connection.request<{ elements: readonly Element[] }>(
        `/chatter/feeds/record/${recordId}/feed-elements`
    );
    return elements
        .filter(({ type }) => type === "TextPost")
        .map(({ id, body }) => ({
            id,
            text: body.text,
            mentions: body.messageSegments.flatMap(({ type, record }) =>
                type === "Mention" && record !== undefined ? [record.id] : []
            )
        }));
}

async function read(connection: Connection, id: string, names: readonly string[]): Promise<Fields> {
    const { records } = await connection.query(`SELECT ${names.join(", ")} FROM PW_Decision__c WHERE Id = '${id}'`);
    const { attributes: _, ...fields } = records[0] ?? {};
    return fields as Fields;
}
