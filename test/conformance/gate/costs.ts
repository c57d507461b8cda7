/** What the gate costs a transaction, read from the local org's counters. */
import assert from "node:assert/strict";
import type { TransactionCounts } from "../../../local-org/save/transactionLog.ts";
import { collections } from "./doors.ts";
import type { Fields } from "./gateOrg.ts";
import { approveAll, makeDeals, wholeDeal } from "./lackingDeals.ts";
import { ruleRecords } from "./ruleRecords.ts";
import { everyRuleAt, type StrictWorld } from "./strictWorld.ts";

export interface CostWorld extends StrictWorld {
    /** 200 deals that keep every rule, in Qualification: a discounted line, two roles, an approved decision, an exception. */
    readonly deals: readonly string[];
}

export interface Measured {
    readonly what: string;
    readonly queries: number;
    readonly rows: number;
    readonly statements: number;
}

export async function makeCostDeals(world: StrictWorld): Promise<CostWorld> {
    const { org, people } = world;
    await org.deploy(ruleRecords(everyRuleAt("Off")));
    const deal = { ...wholeDeal, line: { price: 85, listPrice: 100 }, loggedDiscount: 15 };
    const deals = await makeDeals(
        org,
        people.approver,
        Array.from({ length: 200 }, (_, place) => ({
            name: `Deal ${place}`,
            stage: "Qualification",
            deal,
            exempt: "products-priced"
        }))
    );
    const decisions = await org.query("SELECT Id FROM PW_Decision__c");
    await approveAll(
        org,
        people.approver,
        "PW_Decision__c",
        decisions.map(({ Id }) => String(Id))
    );
    await org.deploy(ruleRecords(everyRuleAt("Block")));
    return { ...world, deals };
}

/** Changes the first `count` deals in one request, and adds up what all its transactions cost; refusals fail unless told. */
export async function costOfChange(
    { org, deals }: CostWorld,
    count: number,
    fields: Fields,
    isRefused = false
): Promise<readonly TransactionCounts[]> {
    return org.costOf(async () => {
        const refusals = await collections.save(
            org,
            deals.slice(0, count).map((id) => ({ id, fields }))
        );
        assert.equal(refusals.filter((each) => each.length > 0).length, isRefused ? count : 0);
    });
}

export function sumOf(what: string, costs: readonly TransactionCounts[]): Measured {
    const sum = (name: "queries" | "rows" | "statements") => costs.reduce((total, each) => total + each[name], 0);
    return { what, queries: sum("queries"), rows: sum("rows"), statements: sum("statements") };
}
