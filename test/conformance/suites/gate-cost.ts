import assert from "node:assert/strict";
import { costOfChange, makeCostDeals, sumOf, type CostWorld, type Measured } from "../gate/costs.ts";
import type { Fields } from "../gate/gateOrg.ts";
import { ruleRecords } from "../gate/ruleRecords.ts";
import { everyRuleAt, openStrictWorld } from "../gate/strictWorld.ts";
import { runCases, type Case } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "gate-cost",
    title: "The gate: what it costs a transaction",
    source: "The counters of the local org, which count as the per-transaction flow limits do; the figures allowed are ours.",
    needsShared: false,
    run
};

/** For any number of stage changes in one transaction. */
const mostQueries = 3;
const sizes = [1, 10, 50, 100, 200];
/** Of each deal: its contact roles, and its exception. */
const rowsOfDeal = 3;
const forward: Fields = { StageName: "Proposal/Price Quote" };

async function run(): Promise<ConformanceResult> {
    const world = await openStrictWorld();
    try {
        const full = await makeCostDeals(world);
        const back = await world.org.keep();
        const told: Measured[] = [];
        const result = await runCases(
            [...linearCases(full, told), ...freeCases(full, told), ...otherCases(full, told)].map(
                ({ name, run: act }) => ({
                    name,
                    run: async () => {
                        await back();
                        await act();
                    }
                })
            )
        );
        return { ...result, remarks: [table(told)] };
    } finally {
        await world.org.close();
    }
}

function linearCases(world: CostWorld, told: Measured[]): Case[] {
    return sizes.map((size) => ({
        name: `${size} moved forward, every rule at Block and kept`,
        async run() {
            const costs = sumOf(`${size} moved forward`, await costOfChange(world, size, forward));
            told.push(costs);
            assert.ok(costs.queries <= mostQueries, `${costs.queries} queries`);
            assert.equal(costs.statements, 0);
            assert.equal(costs.rows, 2 + size * rowsOfDeal);
        }
    }));
}

function freeCases(world: CostWorld, told: Measured[]): Case[] {
    const free = (name: string, prepare: () => Promise<unknown>, fields: Fields): Case => ({
        name: `200 ${name}: no query, and no data statement`,
        async run() {
            await prepare();
            const costs = sumOf(`200 ${name}`, await costOfChange(world, 200, fields));
            told.push(costs);
            assert.deepEqual([costs.queries, costs.rows, costs.statements], [0, 0, 0]);
        }
    });
    return [
        free("moved forward, every rule Off", () => world.org.deploy(ruleRecords(everyRuleAt("Off"))), forward),
        free("moved forward, the kill switch on", () => switchOff(world), forward),
        free("saved without a move", () => Promise.resolve(), { NextStep: "Call again" })
    ];
}

async function switchOff({ org }: CostWorld): Promise<void> {
    const [organization] = await org.query("SELECT Id FROM Organization");
    await org.create("PW_Settings__c", [{ SetupOwnerId: String(organization?.["Id"]), Gate_Is_Off__c: true }]);
}

function otherCases(world: CostWorld, told: Measured[]): Case[] {
    const cheap = (name: string, change: () => Promise<Measured>): Case => ({
        name,
        async run() {
            const costs = await change();
            told.push(costs);
            assert.ok(costs.queries <= mostQueries, `${costs.queries} queries`);
            assert.equal(costs.statements, 0);
        }
    });
    const observing = Object.fromEntries(
        Object.keys(everyRuleAt("Off")).map((ruleId) => [ruleId, { level: "Observe" }])
    );
    return [
        cheap("200 moved forward and refused", async () =>
            sumOf(
                "200 moved forward and refused",
                await costOfChange(world, 200, { ...forward, LeadSource: null }, true)
            )
        ),
        cheap("200 moved forward, every rule at Observe, with gaps", async () => {
            await world.org.deploy(ruleRecords(observing));
            const fields = { ...forward, LeadSource: null, NextStep: null };
            return sumOf("200 moved forward, at Observe, with gaps", await costOfChange(world, 200, fields));
        }),
        cheap("200 moved back", async () =>
            sumOf("200 moved back", await costOfChange(world, 200, { StageName: "Prospecting" }))
        ),
        cheap("200 lost", async () => sumOf("200 lost", await costOfChange(world, 200, { StageName: "Closed Lost" }))),
        cheap("200 created late", async () => {
            const deals = Array.from({ length: 200 }, (_, place) => ({
                ...{ Name: `New ${place}`, CloseDate: "2026-12-31" },
                ...forward
            }));
            return sumOf("200 created late", await world.org.costOf(() => world.org.create("Opportunity", deals)));
        })
    ];
}

function table(told: readonly Measured[]): string {
    const rows = told.map(
        ({ what, queries, rows: read, statements }) => `| ${what} | ${queries} | ${read} | ${statements} |`
    );
    const head = ["| Saved in one request | Queries | Rows read | Data statements |", "| --- | ---: | ---: | ---: |"];
    const deals =
        "Each deal has a discounted line, two contact roles, an approved decision and an exception in force. The save itself is no data statement.";
    return [deals, "", ...head, ...rows].join("\n");
}
