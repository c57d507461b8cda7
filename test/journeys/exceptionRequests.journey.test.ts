/** Who may ask for an exception, for how long, and who alone decides. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Connection } from "jsforce";
import { decide, firstDay, openExceptionWorld, type ExceptionWorld } from "../support/exceptionWorld.ts";
import type { GateWorld } from "../support/gateWorld.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

const elsewhere = process.env["PW_TARGET_ORG"] ? "needs users and a clock of its own: the local org" : false;

describe("the request for an exception", { skip: elsewhere }, () => {
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
    const setClock = (day: string) => opened.setClock(day);

    describe("is made", () => {
        it("as requested, without who decided", async () => {
            const id = await ask(await opportunity());

            assert.deepEqual(await read(people.rep.connection, id), {
                Status__c: "Requested",
                Decided_By__c: null,
                Decided_At__c: null
            });
        });

        const refused: readonly (readonly [what: string, fields: () => object, message: RegExp])[] = [
            ["approved from the start", () => ({ Status__c: "Approved" }), /starts as Requested/],
            ["without an approver", () => ({ Approver__c: null }), /Name an approver/],
            ["with oneself as the approver", () => ({ Approver__c: people.rep.id }), /not the person asking/],
            ["until a day that is past", () => ({ Expires_On__c: "2026-06-29" }), /is past/],
            ["for more than 90 days", () => ({ Expires_On__c: "2026-09-29" }), /last longer/],
            ["for a rule that there is not", () => ({ Rule__c: "rules-obeyed" }), /restricted picklist/],
            ["without a reason", () => ({ Reason__c: " " }), /Reason__c|Reason/]
        ];
        for (const [what, fields, message] of refused) {
            it(`never ${what}`, async () => {
                const id = await opportunity();

                await assert.rejects(ask(id, fields()), { message });
            });
        }

        it("from today to the ninetieth day", async () => {
            const id = await opportunity();

            assert.ok(await ask(id, { Expires_On__c: firstDay }));
            assert.ok(await ask(id, { Expires_On__c: "2026-09-28" }));
        });

        it("for as many days as the settings say", async () => {
            const id = await opportunity();
            const organizations = await org.connection.query("SELECT Id FROM Organization");
            const setting = await world.create("PW_Settings__c", {
                SetupOwnerId: String(organizations.records[0]?.Id),
                Longest_Exception_Days__c: 10
            });

            await assert.rejects(ask(id, { Expires_On__c: "2026-07-11" }), { message: /last longer/ });
            assert.ok(await ask(id, { Expires_On__c: "2026-07-10" }));

            await org.connection.sobject("PW_Settings__c").destroy(setting);
        });
    });

    describe("is decided", () => {
        it("by the named approver, who is noted with the time", async () => {
            const id = await ask(await opportunity());

            await decide(people.approver.connection, id, "Approved");

            const { Decided_At__c: at, ...decided } = await read(people.rep.connection, id);
            assert.deepEqual(decided, { Status__c: "Approved", Decided_By__c: people.approver.id });
            assert.match(String(at), /^2026-06-30T/);
        });

        it("never by who asked", async () => {
            const id = await ask(await opportunity());

            await assert.rejects(decide(people.rep.connection, id, "Approved"), {
                message: /Only the named approver/
            });
        });

        it("never by another who may approve", async () => {
            const id = await ask(await opportunity(), { Approver__c: people.unpermitted.id });

            await assert.rejects(decide(people.approver.connection, id, "Approved"), {
                message: /Only the named approver/
            });
        });

        it("never by a named approver without the permission, an administrator either", async () => {
            const id = await ask(await opportunity(), { Approver__c: people.unpermitted.id });

            await assert.rejects(decide(people.unpermitted.connection, id, "Approved"), {
                message: /permission set Pipewright Approver/
            });
        });

        it("never by one who puts himself in the approver's place", async () => {
            const id = await ask(await opportunity(), { Approver__c: people.unpermitted.id });
            const { connection } = people.approver;

            const change = connection
                .sobject("PW_Exception__c")
                .update({ Id: id, Approver__c: people.approver.id, Status__c: "Approved" });

            await assert.rejects(change, { message: /Only the person who asked/ });
        });

        it("never for good once it has expired", async () => {
            const id = await ask(await opportunity(), { Expires_On__c: firstDay });
            await setClock("2026-07-01");

            await assert.rejects(decide(people.approver.connection, id, "Approved"), { message: /is past/ });

            await setClock(firstDay);
        });

        for (const status of ["Approved", "Rejected"]) {
            it(`once and for all: ${status}`, async () => {
                const id = await ask(await opportunity());
                await decide(people.approver.connection, id, status);

                for (const change of [
                    { Status__c: status === "Approved" ? "Rejected" : "Approved" },
                    { Status__c: "Requested" },
                    { Expires_On__c: "2026-08-31" },
                    { Rule__c: "products-priced" }
                ]) {
                    for (const { connection } of [people.rep, people.approver]) {
                        const changing = connection.sobject("PW_Exception__c").update({ Id: id, ...change });
                        await assert.rejects(changing, { message: /decided and can't be changed/ });
                    }
                }
            });
        }
    });
});

async function read(connection: Connection, id: string): Promise<Record<string, unknown>> {
    const { records } = await connection.query(
        `SELECT Status__c, Decided_By__c, Decided_At__c FROM PW_Exception__c WHERE Id = '${id}'`
    );
    return Object.fromEntries(Object.entries(records[0] ?? {}).filter(([name]) => name !== "attributes"));
}
