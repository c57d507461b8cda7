/** What was decided on an opportunity: written by one, decided by another, and never changed afterwards. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Connection } from "jsforce";
import { deployPackage } from "../../scripts/org/deployPackage.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { callLocalOrg, signIn, type SignedIn } from "../support/signIn.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

type Fields = Record<string, string | number | boolean | null>;
type Person = "rep" | "approver" | "director" | "unpermitted";

const elsewhere = process.env["PW_TARGET_ORG"] ? "needs users of its own: the local org" : false;

describe("a decision", { skip: elsewhere }, () => {
    let org: TargetOrg;
    let world: GateWorld;
    let people: Record<Person, SignedIn>;
    let accountId: string;

    before(async () => {
        org = await openTargetOrg(["--clock", "2026-06-30"]);
        assert.ok(org.local);
        await deployPackage(org.local);
        world = await openGateWorld(org.connection, org.today);
        const bandsAbove = ["PW_Approver_Band_2", "PW_Approver_Band_3"];
        people = {
            rep: await signIn(org, "rep", "Standard User", ["PW_Rep"]),
            approver: await signIn(org, "approver", "System Administrator", ["PW_Approver"]),
            director: await signIn(org, "director", "System Administrator", ["PW_Approver", ...bandsAbove]),
            unpermitted: await signIn(org, "nopermit", "System Administrator", [])
        };
        accountId = await world.create("Account", { Name: "Decisions", OwnerId: people.rep.id });
    });
    after(() => org.close());

    const opportunity = (fields: Fields = {}) =>
        world.opportunity("Qualification", { OwnerId: people.rep.id, AccountId: accountId, ...fields });

    /** A discount of 15 % that the rep asks the approver for, unless said otherwise. */
    async function decide(opportunityId: string, fields: Fields = {}, by: Person = "rep"): Promise<string> {
        const { id } = await people[by].connection.sobject("PW_Decision__c").create({
            ...{ Opportunity__c: opportunityId, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Volume" },
            ...{ Reason__c: "They take three years at once.", Status__c: "Awaiting Approval" },
            Approver__c: people.approver.id,
            ...fields
        });
        return String(id);
    }
    const change = (by: Person, id: string, fields: Fields) => changeAs(people[by].connection, id, fields);
    const approve = (by: Person, id: string) => change(by, id, { Status__c: "Approved" });
    const small = { Percent__c: 5, Status__c: "Logged", Approver__c: null };

    describe("is written", () => {
        it("with its band, who proposes it and what it was made for", async () => {
            const id = await decide(await opportunity({ Amount: 5000 }), { Percent__c: 20 });

            assert.deepEqual(await read(people.rep.connection, id), {
                Status__c: "Awaiting Approval",
                Band__c: "20 % and more",
                Permission__c: "PW_Approve_Band_2",
                Needs_Approval__c: true,
                Proposed_By__c: people.rep.id,
                Amount__c: 5000
            });
        });

        it("without a band and without approval, where the discount is small", async () => {
            const id = await decide(await opportunity(), small);

            const { Band__c: band, Needs_Approval__c: needs } = await read(people.rep.connection, id);
            assert.deepEqual([band, needs], [null, false]);
        });

        const refused: readonly (readonly [what: string, fields: () => Fields, message: RegExp])[] = [
            ["approved from the start", () => ({ Status__c: "Approved" }), /starts as Logged/],
            ["superseded from the start", () => ({ Status__c: "Superseded" }), /starts as Logged/],
            ["with its author as the approver", () => ({ Approver__c: people.rep.id }), /Name another approver/],
            ["without an approver it awaits", () => ({ Approver__c: null }), /Name the approver/],
            ["as merely logged, where a band is reached", () => ({ Status__c: "Logged" }), /needs approval/],
            ["without a percentage", () => ({ Percent__c: null }), /more than 0 and at most 100/],
            ["with a discount of nothing", () => ({ Percent__c: 0 }), /more than 0 and at most 100/],
            ["with a discount of more than all", () => ({ Percent__c: 100.01 }), /more than 0 and at most 100/],
            ["without a reason in words", () => ({ Reason__c: null }), /Say why/],
            ["without a reason to count", () => ({ Reason_Category__c: null }), /Reason_Category__c|Reason/]
        ];
        for (const [what, fields, message] of refused) {
            it(`never ${what}`, async () => {
                const id = await opportunity();

                await assert.rejects(decide(id, fields()), { message });
            });
        }

        it("with stamps that nobody forges", async () => {
            const { connection } = people.unpermitted;
            const id = await decide(await opportunity());
            await changeAs(connection, id, { Permission__c: "PW_Bypass_Gate", Proposed_By__c: people.unpermitted.id });

            const { Permission__c: permission, Proposed_By__c: by } = await read(people.rep.connection, id);
            assert.deepEqual([permission, by], ["PW_Approve_Band_1", people.rep.id]);
        });

        it("200 at a time, for as many queries as one", async () => {
            const ids = await world.createAll(
                "Opportunity",
                Array.from({ length: 200 }, (_, number) => ({
                    ...{ Name: `Deal ${number}`, StageName: "Qualification", CloseDate: "2027-06-30" },
                    AccountId: accountId
                }))
            );
            const decision = (Opportunity__c: string): Fields => ({
                ...{ Opportunity__c, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Renewal" },
                ...{ Reason__c: "Third year.", Status__c: "Awaiting Approval", Approver__c: people.approver.id }
            });

            const one = await costOf(org, () => world.createAll("PW_Decision__c", [decision(ids[0] ?? "")]));
            const all = await costOf(org, () => world.createAll("PW_Decision__c", ids.map(decision)));

            assert.ok(one.queries > 0);
            assert.deepEqual([all.queries, all.statements], [one.queries, one.statements]);
        });
    });

    describe("is decided", () => {
        it("by the named approver, and then counts", async () => {
            const opportunityId = await opportunity();
            const id = await decide(opportunityId);

            await approve("approver", id);

            assert.deepEqual(await world.read(opportunityId, ["PW_Logged_Discount__c", "PW_Approved_Discount__c"]), {
                PW_Logged_Discount__c: 15,
                PW_Approved_Discount__c: 15
            });
        });

        it("never by its author, nor by one who puts himself in the approver's place", async () => {
            const id = await decide(await opportunity());

            await assert.rejects(approve("rep", id), { message: /Only the approver named/ });
            await assert.rejects(change("director", id, { Status__c: "Approved", Approver__c: people.director.id }), {
                message: /Only the approver named/
            });
        });

        it("never by a named approver without the permission of its band, an administrator either", async () => {
            const unpermitted = await decide(await opportunity(), { Approver__c: people.unpermitted.id });
            const tooLarge = await decide(await opportunity(), { Percent__c: 30 });

            await assert.rejects(approve("unpermitted", unpermitted), { message: /don't hold the permission/ });
            await assert.rejects(change("approver", tooLarge, { Status__c: "Rejected" }), {
                message: /don't hold the permission/
            });
            await change("rep", tooLarge, { Approver__c: people.director.id });
            await approve("director", tooLarge);
        });

        it("never by an approver who wrote its terms first", async () => {
            const id = await decide(await opportunity(), { Approver__c: people.director.id });

            await assert.rejects(change("director", id, { Percent__c: 40 }), { message: /Name another approver/ });
            await change("director", id, { Percent__c: 40, Approver__c: people.approver.id });
            await assert.rejects(change("director", id, { Approver__c: people.director.id }), {
                message: /Name another approver/
            });
        });

        it("never with other terms than were asked for", async () => {
            const id = await decide(await opportunity());

            await assert.rejects(change("approver", id, { Status__c: "Approved", Percent__c: 10 }), {
                message: /can't change when it is decided/
            });
            await assert.rejects(change("approver", id, { Status__c: "Approved", Reason__c: "Because." }), {
                message: /reason of a decision can't change/
            });
        });

        it("never while it is merely logged", async () => {
            const id = await decide(await opportunity(), { ...small, Approver__c: people.approver.id });

            await assert.rejects(approve("approver", id), { message: /Only a decision that awaits approval/ });
        });
    });

    describe("stays as it was decided", () => {
        const frozen: readonly (readonly [what: string, fields: () => Fields])[] = [
            ["status", () => ({ Status__c: "Awaiting Approval" })],
            ["kind", () => ({ Kind__c: "Terms" })],
            ["percentage", () => ({ Percent__c: 14 })],
            ["reason to count", () => ({ Reason_Category__c: "Budget" })],
            ["reason in words", () => ({ Reason__c: "Something else." })],
            ["approver", () => ({ Approver__c: people.unpermitted.id })]
        ];
        for (const [what, fields] of frozen) {
            it(`with its ${what}, whether approved or rejected`, async () => {
                for (const status of ["Approved", "Rejected"]) {
                    const id = await decide(await opportunity());
                    await change("approver", id, { Status__c: status });

                    await assert.rejects(change("director", id, fields()), { message: /Log a new decision|log a new/ });
                }
            });
        }

        it("until it is superseded, which changes nothing else and is the end", async () => {
            const id = await decide(await opportunity());
            await approve("approver", id);

            await assert.rejects(change("rep", id, { Status__c: "Superseded", In_Return__c: "A reference" }), {
                message: /can't change when it is decided/
            });
            await change("rep", id, { Status__c: "Superseded" });
            await assert.rejects(approve("approver", id), { message: /Only a decision that awaits approval/ });
        });
    });
});

interface Cost {
    readonly queries: number;
    readonly statements: number;
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

/** Throws all that refused the change, in one message. */
async function changeAs(connection: Connection, id: string, fields: Fields): Promise<void> {
    const [result] = await connection.sobject("PW_Decision__c").update([{ Id: id, ...fields }], { allOrNone: false });
    if (result?.success !== true) throw new Error(result?.errors.map(({ message }) => message).join("\n"));
}

async function read(connection: Connection, id: string): Promise<Fields> {
    const { records } = await connection.query(
        `SELECT Status__c, Band__c, Permission__c, Needs_Approval__c, Proposed_By__c, Amount__c FROM PW_Decision__c WHERE Id = '${id}'`
    );
    const { attributes: _, ...fields } = records[0] ?? {};
    return fields as Fields;
}
