/** What was decided on an opportunity: written by one, decided by another, and never changed afterwards. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openDecisionWorld, small, type DecisionWorld, type Fields, type Person } from "../support/decisionWorld.ts";

const elsewhere = process.env["PW_TARGET_ORG"] ? "needs users of its own: the local org" : false;

describe("a decision", { skip: elsewhere }, () => {
    let given: DecisionWorld;
    before(async () => {
        given = await openDecisionWorld();
    });
    after(() => given.org.close());

    const approve = (by: Person, id: string) => given.change(by, id, { Status__c: "Approved" });

    describe("is written", () => {
        it("with its band, who proposes it and what it was made for", async () => {
            const id = await given.decide(await given.opportunity({ Amount: 5000 }), { Percent__c: 20 });

            assert.deepEqual(await given.read(id), {
                Status__c: "Awaiting Approval",
                Band__c: "20 % and more",
                Permission__c: "PW_Approve_Band_2",
                Needs_Approval__c: true,
                Proposed_By__c: given.people.rep.id,
                Amount__c: 5000
            });
        });

        it("without a band and without approval, where the discount is small", async () => {
            const id = await given.decide(await given.opportunity(), small);

            const { Band__c: band, Needs_Approval__c: needs } = await given.read(id);
            assert.deepEqual([band, needs], [null, false]);
        });

        const refused: readonly (readonly [what: string, fields: () => Fields, message: RegExp])[] = [
            ["approved from the start", () => ({ Status__c: "Approved" }), /starts as Logged/],
            ["superseded from the start", () => ({ Status__c: "Superseded" }), /starts as Logged/],
            ["with its author as the approver", () => ({ Approver__c: given.people.rep.id }), /Name another approver/],
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
                const id = await given.opportunity();

                await assert.rejects(given.decide(id, fields()), { message });
            });
        }

        it("with stamps that nobody forges", async () => {
            const id = await given.decide(await given.opportunity());
            await given.change("unpermitted", id, {
                Permission__c: "PW_Bypass_Gate",
                Proposed_By__c: given.people.unpermitted.id
            });

            const { Permission__c: permission, Proposed_By__c: by } = await given.read(id);
            assert.deepEqual([permission, by], ["PW_Approve_Band_1", given.people.rep.id]);
        });

        it("200 at a time, for as many queries as one", async () => {
            const AccountId = await given.world.create("Account", { Name: "Many" });
            const ids = await given.world.createAll(
                "Opportunity",
                Array.from({ length: 200 }, (_, number) => ({
                    ...{ Name: `Deal ${number}`, StageName: "Qualification", CloseDate: "2027-06-30" },
                    AccountId
                }))
            );
            const decision = (Opportunity__c: string): Fields => ({
                ...{ Opportunity__c, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Renewal" },
                ...{ Reason__c: "Third year.", Status__c: "Awaiting Approval", Approver__c: given.people.approver.id }
            });

            const one = await given.costOf(() => given.world.createAll("PW_Decision__c", [decision(ids[0] ?? "")]));
            const all = await given.costOf(() => given.world.createAll("PW_Decision__c", ids.map(decision)));

            assert.ok(one.queries > 0);
            assert.deepEqual([all.queries, all.statements], [one.queries, one.statements]);
        });
    });

    describe("is decided", () => {
        it("by the named approver, and then counts", async () => {
            const opportunityId = await given.opportunity();
            const id = await given.decide(opportunityId);

            await approve("approver", id);

            assert.deepEqual(
                await given.world.read(opportunityId, ["PW_Logged_Discount__c", "PW_Approved_Discount__c"]),
                {
                    PW_Logged_Discount__c: 15,
                    PW_Approved_Discount__c: 15
                }
            );
        });

        it("never by its author, nor by one who puts himself in the approver's place", async () => {
            const id = await given.decide(await given.opportunity());

            await assert.rejects(approve("rep", id), { message: /Only the approver named/ });
            await assert.rejects(
                given.change("director", id, { Status__c: "Approved", Approver__c: given.people.director.id }),
                {
                    message: /Only the approver named/
                }
            );
        });

        it("never by a named approver without the permission of its band, an administrator either", async () => {
            const unpermitted = await given.decide(await given.opportunity(), {
                Approver__c: given.people.unpermitted.id
            });
            const tooLarge = await given.decide(await given.opportunity(), { Percent__c: 30 });

            await assert.rejects(approve("unpermitted", unpermitted), { message: /don't hold the permission/ });
            await assert.rejects(given.change("approver", tooLarge, { Status__c: "Rejected" }), {
                message: /don't hold the permission/
            });
            await given.change("rep", tooLarge, { Approver__c: given.people.director.id });
            await approve("director", tooLarge);
        });

        it("never by an approver who wrote its terms first", async () => {
            const id = await given.decide(await given.opportunity(), { Approver__c: given.people.director.id });

            await assert.rejects(given.change("director", id, { Percent__c: 40 }), {
                message: /Name another approver/
            });
            await given.change("director", id, { Percent__c: 40, Approver__c: given.people.approver.id });
            await assert.rejects(given.change("director", id, { Approver__c: given.people.director.id }), {
                message: /Name another approver/
            });
        });

        it("never with other terms than were asked for", async () => {
            const id = await given.decide(await given.opportunity());

            await assert.rejects(given.change("approver", id, { Status__c: "Approved", Percent__c: 10 }), {
                message: /can't change when it is decided/
            });
            await assert.rejects(given.change("approver", id, { Status__c: "Approved", Reason__c: "Because." }), {
                message: /reason of a decision can't change/
            });
        });

        it("never while it is merely logged", async () => {
            const id = await given.decide(await given.opportunity(), {
                ...small,
                Approver__c: given.people.approver.id
            });

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
            ["approver", () => ({ Approver__c: given.people.unpermitted.id })]
        ];
        for (const [what, fields] of frozen) {
            it(`with its ${what}, whether approved or rejected`, async () => {
                for (const status of ["Approved", "Rejected"]) {
                    const id = await given.decide(await given.opportunity());
                    await given.change("approver", id, { Status__c: status });

                    await assert.rejects(given.change("director", id, fields()), {
                        message: /Log a new decision|log a new/
                    });
                }
            });
        }

        it("until it is superseded, which changes nothing else and is the end", async () => {
            const id = await given.decide(await given.opportunity());
            await approve("approver", id);

            await assert.rejects(given.change("rep", id, { Status__c: "Superseded", In_Return__c: "A reference" }), {
                message: /can't change when it is decided/
            });
            await given.change("rep", id, { Status__c: "Superseded" });
            await assert.rejects(approve("approver", id), { message: /Only a decision that awaits approval/ });
        });
    });
});
