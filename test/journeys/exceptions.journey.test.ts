/** A rule set aside for one opportunity, from its approval to the end of its last day. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rules, soqlOfExempt } from "c/pwPolicy";
import { gatherOrg } from "../../scripts/audit/gather/gatherOrg.ts";
import { judgeGathered } from "../../scripts/audit/judgeGathered.ts";
import { decide, firstDay, lastDay, openExceptionWorld, type ExceptionWorld } from "../support/exceptionWorld.ts";
import type { GateWorld, Refusal } from "../support/gateWorld.ts";
import { callLocalOrg } from "../support/signIn.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const proposal = "Proposal/Price Quote";
const elsewhere = process.env["PW_TARGET_ORG"] ? "needs users and a clock of its own: the local org" : false;

describe("an exception", { skip: elsewhere }, () => {
    let opened: ExceptionWorld;
    let org: TargetOrg;
    let world: GateWorld;
    let people: ExceptionWorld["people"];

    before(async () => {
        opened = await openExceptionWorld();
        ({ org, people, gate: world } = opened);
    });
    after(() => org.close());

    const opportunity = () => opened.opportunity();
    const ask = (opportunityId: string, fields?: object) => opened.ask(opportunityId, fields);
    const approved = (opportunityId: string, fields?: object) => opened.approved(opportunityId, fields);
    /** Whether the query of the rule's page finds the opportunity, and whether that for exempt ones does. */
    const found = async (id: string, day: string): Promise<boolean[]> => {
        const exempt = soqlOfExempt("products-present", day);
        const queries = [`SELECT Id FROM Opportunity WHERE Id NOT IN (${exempt})`, exempt];
        const answers = await Promise.all(queries.map((soql) => org.connection.query(soql)));
        return answers.map(({ records }) => records.some((each) => (each["Opportunity__c"] ?? each.Id) === id));
    };
    const setClock = (day: string) => opened.setClock(day);

    describe("sets its rule aside, at Block without products", () => {
        before(() => world.setRule("products-present", { level: "Block", fromPosition: 7 }));

        it("from the moment it is approved, and not while it is only asked for", async () => {
            const id = await opportunity();
            const exception = await ask(id);
            assertBlocked(await world.save(id, { StageName: proposal }));

            await decide(people.approver.connection, exception, "Approved");

            assert.equal(await world.save(id, { StageName: proposal }), null);
            assert.deepEqual(await world.read(id, ["PW_Exempt_Rules__c"]), {
                PW_Exempt_Rules__c: ";products-present;"
            });
        });

        it("never once it was rejected", async () => {
            const id = await opportunity();
            await decide(people.approver.connection, await ask(id), "Rejected");

            assertBlocked(await world.save(id, { StageName: proposal }));
        });

        it("for its own opportunity alone", async () => {
            await approved(await opportunity());

            assertBlocked(await world.save(await opportunity(), { StageName: proposal }));
        });

        it("for its own rule alone", async () => {
            const id = await opportunity();
            await approved(id, { Rule__c: "contact-roles-present" });

            assertBlocked(await world.save(id, { StageName: proposal }));
        });

        it("to the end of its last day, and on the next day no longer", async () => {
            const [inTime, late] = [await opportunity(), await opportunity()];
            await approved(inTime);
            await approved(late);

            await setClock(lastDay);
            assert.equal(await world.save(inTime, { StageName: proposal }), null);
            await setClock("2026-08-01");
            assertBlocked(await world.save(late, { StageName: proposal }));
            assertBlocked(await world.save(inTime, { StageName: "Negotiation/Review" }));

            await setClock(firstDay);
        });

        it("whatever is written into the stamp by hand", async () => {
            const id = await opportunity();

            assertBlocked(await world.save(id, { StageName: proposal, PW_Exempt_Rules__c: ";products-present;" }));
        });

        it("and leaves no trace where the opportunity is cloned", async () => {
            const clone = await world.opportunity("Qualification", { PW_Exempt_Rules__c: ";products-present;" });

            assert.deepEqual(await world.read(clone, ["PW_Exempt_Rules__c"]), { PW_Exempt_Rules__c: null });
        });

        it("without being noted as a gap or a bypass, while other rules still are", async () => {
            await world.setRule("products-present", { level: "Warn", fromPosition: 7 });
            const [free, other] = [await opportunity(), await opportunity()];
            await approved(free);

            await world.save(free, { StageName: proposal });
            await world.save(other, { StageName: proposal });

            assert.ok(!gapsIn(await world.read(free, ["PW_Gaps__c"])).includes("products-present"));
            assert.ok(gapsIn(await world.read(free, ["PW_Gaps__c"])).includes("contact-roles-present"));
            assert.ok(gapsIn(await world.read(other, ["PW_Gaps__c"])).includes("products-present"));
            await world.setRule("products-present", { level: "Block", fromPosition: 7 });
        });

        it("in the audit too, which lists it, and on the day after as a finding", async () => {
            const id = await opportunity();
            await approved(id);
            await world.save(id, { StageName: proposal });

            const during = await audit(org, lastDay);
            const afterwards = await audit(org, "2026-08-01");

            const breaches = ({ findings }: Audit) =>
                findings.filter(({ recordId, ruleId }) => recordId === id && ruleId === "products-present").length;
            const listed = during.exceptions.find(({ recordId }) => recordId === id);
            assert.deepEqual(
                [listed?.ruleId, listed?.expiresOn, listed?.approver],
                ["products-present", lastDay, "approver"]
            );
            assert.deepEqual([breaches(during), breaches(afterwards)], [0, 1]);
            assert.deepEqual(await found(id, lastDay), [false, true]);
            assert.deepEqual(await found(id, "2026-08-01"), [true, false]);
            assert.deepEqual(afterwards.exceptions, []);
        });

        it("with three queries and no other statement for 200 moves, each rule listed once", async () => {
            const ids = await world.createAll(
                "Opportunity",
                Array.from({ length: 200 }, (_, number) => ({
                    Name: `Move ${number}`,
                    StageName: "Qualification",
                    CloseDate: "2026-12-31",
                    OwnerId: people.rep.id
                }))
            );
            const free = ids[0] ?? "";
            await approved(free);
            await approved(free);
            await approved(free, { Rule__c: "next-step-filled" });
            await callLocalOrg(org, "DELETE", "transactions");

            const outcomes = await world.updateAll(
                "Opportunity",
                ids.map((Id) => ({ Id, StageName: proposal }))
            );

            assert.deepEqual(
                outcomes.map((messages) => messages.length),
                [0, ...Array<number>(199).fill(1)]
            );
            assert.deepEqual(await world.read(free, ["PW_Exempt_Rules__c"]), {
                PW_Exempt_Rules__c: ";next-step-filled;products-present;"
            });
            const costs = (await callLocalOrg(org, "GET", "transactions")) as Cost[];
            assert.deepEqual(
                costs.map(({ request, queries, statements }) => ({ request, queries, statements })),
                [{ request: "update Opportunity", queries: 3, statements: 0 }]
            );
        });
    });
});

type Audit = ReturnType<typeof judgeGathered>;

async function audit({ connection }: TargetOrg, asOf: string): Promise<Audit> {
    const gathered = await gatherOrg(connection, { now: new Date(), asOf, closedWithinDays: 0 });
    return judgeGathered(gathered, { rules, config: { rules: {} }, without: [] });
}

interface Cost {
    readonly request: string;
    readonly queries: number;
    readonly statements: number;
}

function assertBlocked(refusal: Refusal | null): void {
    const rule = rules.find(({ id }) => id === "products-present");
    assert.equal(refusal?.message, rule?.words.en.message);
}

function gapsIn(record: Record<string, unknown>): string[] {
    return String(record["PW_Gaps__c"]).split(";");
}
