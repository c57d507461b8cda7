/** Decisions in the opportunity's feed, and the reasons that come again. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openDecisionWorld, small, type DecisionWorld } from "../support/decisionWorld.ts";
import { callLocalOrg, signIn } from "../support/signIn.ts";

const elsewhere = process.env["PW_TARGET_ORG"] ? "needs users of its own: the local org" : false;

describe("a decision", { skip: elsewhere }, () => {
    let given: DecisionWorld;
    before(async () => {
        given = await openDecisionWorld();
    });
    after(() => given.org.close());

    describe("is told to the opportunity's feed", () => {
        const told = {
            ...{ Percent__c: 12.5, Reason_Category__c: "Strategic Customer", In_Return__c: "A reference" },
            Reason__c: "They open the market."
        };

        it("with what, why and what comes back, and a mention of the approver", async () => {
            const opportunityId = await given.opportunity();
            const id = await given.decide(opportunityId, told);

            const [post, ...others] = await given.postsOf(opportunityId);
            const { Name: name, Feed_Item__c: feedItem } = await given.read(id, ["Name", "Feed_Item__c"]);
            assert.deepEqual(post, {
                id: feedItem,
                mentions: [given.people.approver.id],
                text: `@approver Please decide: Discount 12.5 % (${name})\nWhy: Strategic Customer. They open the market.\nWhat we get: A reference`
            });
            assert.deepEqual(others, []);
        });

        it("without a mention where nobody is asked", async () => {
            const opportunityId = await given.opportunity();
            await given.decide(opportunityId, { ...small, Kind__c: "Terms", Percent__c: null });

            const [post] = await given.postsOf(opportunityId);
            assert.deepEqual(post?.mentions, []);
            assert.match(post?.text ?? "", /^Decided: Terms \(D-\d{6}\)/);
        });

        it("and the author hears what became of it", async () => {
            for (const [status, word] of [
                ["Approved", "Approved"],
                ["Rejected", "Rejected"]
            ] as const) {
                const opportunityId = await given.opportunity();
                const id = await given.decide(opportunityId);
                await given.change("approver", id, { Status__c: status });

                const posts = await given.postsOf(opportunityId);
                const answer = posts.find(({ mentions }) => mentions.includes(given.people.rep.id));
                assert.match(answer?.text ?? "", new RegExp(`^@rep ${word}: Discount 15 %`));
                assert.equal(posts.length, 2);
            }
        });

        it("in the language that the settings say", async () => {
            const organizations = await given.org.connection.query("SELECT Id FROM Organization");
            const setting = await given.world.create("PW_Settings__c", {
                SetupOwnerId: String(organizations.records[0]?.Id),
                Language__c: "zh_TW"
            });
            const opportunityId = await given.opportunity();
            await given.decide(opportunityId, told);

            const [post] = await given.postsOf(opportunityId);
            assert.match(
                post?.text ?? "",
                /^@approver 請決定：折扣 12\.5 %（D-\d{6}）\n原因：策略客戶。They open the market\.\n我們換到：A reference/
            );
            await given.org.connection.sobject("PW_Settings__c").destroy(setting);
        });

        it("and stands where the post fails, which it notes", async () => {
            const opportunityId = await given.opportunity();
            const gone = await signIn(given.org, "gone", "Standard User", []);
            await given.org.connection.sobject("User").update({ Id: gone.id, IsActive: false });

            const id = await given.decide(opportunityId, { Approver__c: gone.id });

            assert.deepEqual(await given.postsOf(opportunityId), []);
            const noted = await given.read(id, ["Status__c", "Feed_Item__c", "Feed_Problem__c"]);
            assert.equal(noted["Status__c"], "Awaiting Approval");
            assert.equal(noted["Feed_Item__c"], null);
            assert.match(String(noted["Feed_Problem__c"]), /\w/);
        });
    });

    describe("that gives a reason again", () => {
        const flagged = async (id: string) => {
            const { Is_Repeat__c: isRepeat, Earlier_Decision__c: earlier } = await given.read(id, [
                "Is_Repeat__c",
                "Earlier_Decision__c"
            ]);
            return [isRepeat, earlier];
        };
        const ofAccount = async () => {
            const AccountId = await given.world.create("Account", { Name: "Again", OwnerId: given.people.rep.id });
            return () => given.opportunity({ AccountId });
        };

        it("to the same customer within a year is flagged, with the earlier one", async () => {
            const deal = await ofAccount();
            const first = await given.decide(await deal());
            const second = await given.decide(await deal());

            assert.deepEqual(await flagged(first), [false, null]);
            assert.deepEqual(await flagged(second), [true, first]);
        });

        it("is not flagged after a rejection, on the same opportunity, for another reason or another customer", async () => {
            const deal = await ofAccount();
            const same = await deal();
            await given.decide(same);
            const rejected = await given.decide(await deal(), { Reason_Category__c: "Other" });
            await given.change("approver", rejected, { Status__c: "Rejected" });

            assert.deepEqual(await flagged(await given.decide(same)), [false, null]);
            assert.deepEqual(await flagged(await given.decide(await deal(), { Reason_Category__c: "Other" })), [
                false,
                null
            ]);
            assert.deepEqual(await flagged(await given.decide(await (await ofAccount())())), [false, null]);
        });

        it("is not flagged once twelve months have passed", async () => {
            const deal = await ofAccount();
            await given.decide(await deal());
            await callLocalOrg(given.org, "PUT", "clock", { now: "2027-07-02" });

            const late = await given.decide(await deal());

            assert.deepEqual(await flagged(late), [false, null]);
            await callLocalOrg(given.org, "PUT", "clock", { now: "2026-06-30" });
        });
    });

    describe("whose discount rises", () => {
        const line = async (opportunityId: string, percent: number) => {
            const fields = { ...given.world.lineOf(opportunityId), UnitPrice: 100 - percent };
            return given.world.create("OpportunityLineItem", fields);
        };
        const raise = (Id: string, percent: number) =>
            given.org.connection.sobject("OpportunityLineItem").update({ Id, UnitPrice: 100 - percent });
        const statusOf = async (id: string) => (await given.read(id, ["Status__c"]))["Status__c"];

        it("is superseded, whether logged, awaited or approved, and counts no longer", async () => {
            const opportunityId = await given.opportunity();
            const lineId = await line(opportunityId, 15);
            const [logged, awaited, approved, rejected] = [
                await given.decide(opportunityId, small),
                await given.decide(opportunityId),
                await given.decide(opportunityId),
                await given.decide(opportunityId)
            ];
            await given.change("approver", approved, { Status__c: "Approved" });
            await given.change("approver", rejected, { Status__c: "Rejected" });
            const higher = await given.decide(opportunityId, { Percent__c: 25 });

            await raise(lineId, 20);

            const found = await Promise.all([logged, awaited, approved, rejected, higher].map(statusOf));
            assert.deepEqual(found, ["Superseded", "Superseded", "Superseded", "Rejected", "Awaiting Approval"]);
            assert.deepEqual(
                await given.world.read(opportunityId, ["PW_Logged_Discount__c", "PW_Approved_Discount__c"]),
                { PW_Logged_Discount__c: 25, PW_Approved_Discount__c: null }
            );
        });

        it("stays within the tolerance, when the discount falls, and where it was written for more", async () => {
            const opportunityId = await given.opportunity();
            const lineId = await line(opportunityId, 15);
            const id = await given.decide(opportunityId);

            for (const percent of [15.5, 10, 14]) {
                await raise(lineId, percent);
                assert.equal(await statusOf(id), "Awaiting Approval");
            }
            await raise(lineId, 15.6);
            assert.equal(await statusOf(id), "Superseded");
        });

        it("is left alone, without a query, while no rule on discounts is on", async () => {
            const opportunityId = await given.opportunity();
            const lineId = await line(opportunityId, 15);
            const id = await given.decide(opportunityId);
            const watched = await given.costOf(() => raise(lineId, 15.2));
            for (const rule of ["discount-logged", "discount-approved"]) {
                await given.world.setRule(rule, { level: "Off" });
            }

            const off = await given.costOf(() => raise(lineId, 30));

            assert.equal(await statusOf(id), "Awaiting Approval");
            assert.equal(off.queries, watched.queries - 1);
            await given.world.setRule("discount-logged", { level: "Observe", fromPosition: 7, tolerance: 0.5 });
        });
    });
});
