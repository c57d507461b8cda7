import assert from "node:assert/strict";
import { collections } from "./doors.ts";
import type { Fields } from "./gateOrg.ts";
import type { RuleSetting } from "./ruleRecords.ts";
import { scopeCasesOfMoves } from "./scopeCasesOfMoves.ts";
import type { RecordTypeName, ScopeWorld } from "./scopeWorld.ts";

export interface ScopeCase {
    readonly name: string;
    act(world: ScopeWorld): Promise<void>;
}

const proposal = { StageName: "Proposal/Price Quote" };
const noProducts = /at least one product/;
const tooFewRoles = /the people who decide/;

/** A rule set so, and a deal that is refused or saved on its way to Proposal. */
interface Judged {
    readonly ruleId?: string;
    readonly setting: Partial<RuleSetting>;
    readonly recordType: RecordTypeName;
    readonly fields?: Fields;
    readonly refusedWith: RegExp | null;
    /** Contact roles that it has. */
    readonly roles?: number;
}

const judged = (name: string, { ruleId = "products-present", setting, recordType, ...deal }: Judged): ScopeCase => ({
    name,
    async act(world) {
        await world.only(ruleId, setting);
        const id = await world.deal(recordType, deal.fields);
        for (const ContactId of world.contacts.slice(0, deal.roles ?? 0)) await world.addRole(id, { ContactId });
        const outcome = await world.change(id, proposal);
        if (deal.refusedWith === null) assert.equal(outcome, "saved");
        else assert.match(outcome, deal.refusedWith);
    }
});

const forNew = { others: { Record_Types__c: "New_Business" } };
const from1000 = { others: { Minimum_Amount__c: 1000 } };
const larger = (others: Record<string, string | number>): Partial<RuleSetting> => ({
    others: { Larger_Minimum__c: 2, ...others }
});
const rolesPresent = { ruleId: "contact-roles-present", recordType: "New_Business" } as const;

const scoped: readonly ScopeCase[] = [
    judged("a rule for one record type asks it", {
        setting: forNew,
        recordType: "New_Business",
        refusedWith: noProducts
    }),
    judged("and no other", { setting: { ...forNew, fromPosition: 1 }, recordType: "Renewal", refusedWith: null }),
    judged("a record type in other letters, with blanks, is the same", {
        setting: { others: { Record_Types__c: "Partner ; new_business" } },
        recordType: "New_Business",
        refusedWith: noProducts
    }),
    judged("a record type inside another's name is another", {
        setting: { others: { Record_Types__c: "New_Business_Two" } },
        recordType: "New_Business",
        refusedWith: null
    }),
    ...(
        [
            [999.99, null],
            [1000, noProducts],
            [1000.01, noProducts],
            [null, null]
        ] as const
    ).map(([Amount, refusedWith]) =>
        judged(`a rule from an amount of 1,000 on, at ${Amount ?? "no amount"}`, {
            ...{ setting: from1000, recordType: "New_Business", fields: { Amount }, refusedWith }
        })
    ),
    judged("a larger minimum from an amount on asks the larger deal", {
        ...{ ...rolesPresent, setting: larger({ Larger_From_Amount__c: 1000 }), roles: 1 },
        ...{ fields: { Amount: 1000 }, refusedWith: tooFewRoles }
    }),
    judged("and leaves the smaller one its own minimum", {
        ...{ ...rolesPresent, setting: larger({ Larger_From_Amount__c: 1000 }), roles: 1 },
        ...{ fields: { Amount: 999 }, refusedWith: null }
    }),
    judged("which it has to keep", {
        ...{ ...rolesPresent, setting: larger({ Larger_From_Amount__c: 1000 }), roles: 0 },
        ...{ fields: { Amount: 999 }, refusedWith: tooFewRoles }
    }),
    judged("a larger minimum for another record type asks nobody else", {
        ...{ ...rolesPresent, setting: larger({ Larger_Record_Types__c: "Renewal" }), roles: 1, refusedWith: null }
    }),
    judged("a larger minimum from a later position asks later", {
        ...{ ...rolesPresent, setting: larger({ Larger_From_Position__c: 8 }), roles: 1, refusedWith: null }
    }),
    judged("a stage stands where its record type's own record puts it", {
        setting: {},
        recordType: "Renewal",
        refusedWith: null
    })
];

const changes: readonly ScopeCase[] = [
    {
        name: "another record type alone is never refused; the next move is judged by it",
        async act(world) {
            await world.only("products-present", forNew);
            const id = await world.deal("Renewal");
            assert.equal(await world.change(id, proposal), "saved");
            assert.equal(await world.change(id, { RecordTypeId: world.recordTypes.New_Business }), "saved");
            assert.deepEqual(await world.read(id, "PW_Position__c"), { PW_Position__c: 7 });
            assert.match(await world.change(id, { StageName: "Negotiation/Review" }), noProducts);
        }
    },
    {
        name: "another record type in the save of the move is the one that is judged",
        async act(world) {
            await world.only("products-present", forNew);
            const id = await world.deal("Renewal");
            const moved = { ...proposal, RecordTypeId: world.recordTypes.New_Business };
            assert.match(await world.change(id, moved), noProducts);
        }
    },
    {
        name: "an amount raised after the move is not refused; the next move is judged by it",
        async act(world) {
            await world.only("products-present", from1000);
            const id = await world.deal("New_Business", { Amount: 10 });
            assert.equal(await world.change(id, proposal), "saved");
            assert.equal(await world.change(id, { Amount: 5000 }), "saved");
            assert.match(await world.change(id, { StageName: "Negotiation/Review" }), noProducts);
        }
    },
    {
        name: "200 of two record types moved at once cost three queries",
        async act(world) {
            await world.only("products-present", forNew);
            const { New_Business, Renewal } = world.recordTypes;
            const deals = Array.from({ length: 200 }, (_, place) => ({
                ...{ Name: `Deal ${place}`, StageName: "Qualification", CloseDate: "2026-12-31" },
                RecordTypeId: place % 2 === 0 ? New_Business : Renewal
            }));
            const ids = await world.org.create("Opportunity", deals);
            const costs = await world.org.costOf(async () => {
                const refusals = await collections.save(
                    world.org,
                    ids.map((id) => ({ id, fields: proposal }))
                );
                assert.deepEqual(
                    refusals.map((each) => each.length),
                    ids.map((_, place) => (place % 2 === 0 ? 1 : 0))
                );
            });
            assert.deepEqual(
                costs.map(({ queries, statements }) => [queries, statements]),
                [[3, 0]]
            );
        }
    }
];

export const scopeCases: readonly ScopeCase[] = [...scoped, ...changes, ...scopeCasesOfMoves];
