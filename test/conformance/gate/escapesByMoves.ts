import assert from "node:assert/strict";
import {
    early,
    inForce,
    later,
    noNextStep,
    noProducts,
    noRoles,
    proposal,
    type Escape,
    type EscapeWorld
} from "./escapes.ts";
import { outcomeOf } from "./strictWorld.ts";
import { doors } from "./doors.ts";
import { wanted } from "./gateOrg.ts";

/** Through the stages, the last of which must be refused, and the others saved. */
const detour = (name: string, ...stages: readonly string[]): Escape => ({
    name,
    stoppedBy: "From a closed stage, or one without a record, a move is judged as if from the very beginning.",
    residue: null,
    async attempt(world) {
        const id = await world.bare(early);
        for (const StageName of stages.slice(0, -1)) assert.equal(await world.change(id, { StageName }), "saved");
        assert.match(await world.change(id, { StageName: stages.at(-1) ?? "" }), noProducts);
    }
});

const detours: readonly Escape[] = [
    detour("open, lost, won", "Closed Lost", "Closed Won"),
    detour("open, lost, and open again late", "Closed Lost", proposal),
    detour("open, a stage without a record, late", "Verbal Yes", proposal),
    detour("open, a stage without a record, won", "Verbal Yes", "Closed Won"),
    detour("open, lost, early again, late", "Closed Lost", "Needs Analysis", later),
    {
        name: "won honestly, its line deleted, open again late",
        stoppedBy: "Reopening from won is judged as if from the very beginning.",
        residue: null,
        async attempt(world) {
            const { id, line } = await world.ready();
            assert.equal(await world.change(id, { StageName: "Closed Won" }), "saved");
            await world.remove("OpportunityLineItem", line);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    }
];

/** Moved while all is there, then something is taken away. */
const taking = (
    what: string,
    take: (world: EscapeWorld, ready: { id: string; line: string; role: string }) => Promise<unknown>,
    refusal: RegExp,
    ruleId: string
): Escape => ({
    name: `${what} after the move`,
    stoppedBy: "Nothing in that save: it moves nothing. The next move forward is refused.",
    residue: "The opportunity stands there meanwhile; the panel shows it and the audit finds it.",
    async attempt(world) {
        const ready = await world.ready();
        assert.equal(await world.change(ready.id, { StageName: proposal }), "saved");
        await take(world, ready);
        assert.deepEqual(await world.audited(ready.id), [`${ruleId} unmet`]);
        assert.match(await world.change(ready.id, { StageName: later }), refusal);
        assert.equal(await world.change(ready.id, { StageName: early }), "saved");
        assert.match(await world.change(ready.id, { StageName: proposal }), refusal);
    }
});

const takenAway: readonly Escape[] = [
    taking(
        "the line is deleted",
        (world, { line }) => world.remove("OpportunityLineItem", line),
        noProducts,
        "products-present"
    ),
    taking(
        "the contact role is deleted",
        (world, { role }) => world.remove("OpportunityContactRole", role),
        noRoles,
        "contact-roles-present"
    ),
    taking(
        "the next step is emptied",
        (world, { id }) => world.change(id, { NextStep: null }),
        noNextStep,
        "next-step-filled"
    ),
    {
        name: "a line added, the move, and the line deleted, all in one composite",
        stoppedBy: "Nothing in that request. The next move forward is refused.",
        residue: "The opportunity stands there meanwhile; the panel shows it and the audit finds it.",
        async attempt(world) {
            const { id, line } = await world.ready();
            await world.remove("OpportunityLineItem", line);
            const answers = await composite(world, true, [
                addLine(id, await priceOf(world)),
                moveTo(id, proposal),
                { method: "DELETE", url: "/sobjects/OpportunityLineItem/@{added.id}", referenceId: "deleted" }
            ]);
            assert.deepEqual(answers, ["saved", "saved", "saved"]);
            assert.deepEqual(await world.audited(id), ["products-present unmet"]);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    }
];

const together: readonly Escape[] = [
    {
        name: "the move and the emptying of what is needed, in one save",
        stoppedBy: "Rules read the record as it is saved.",
        residue: null,
        async attempt(world) {
            const { id } = await world.ready();
            assert.match(await world.change(id, { StageName: proposal, NextStep: null }), noNextStep);
        }
    },
    {
        name: "the line deleted, then the move, in one composite",
        stoppedBy: "Each save of a composite is a save of its own; with allOrNone the deletion is taken back.",
        residue: null,
        async attempt(world) {
            const { id, line } = await world.ready();
            const answers = await composite(world, true, [
                { method: "DELETE", url: `/sobjects/OpportunityLineItem/${line}`, referenceId: "deleted" },
                moveTo(id, proposal)
            ]);
            assert.match(answers[1] ?? "", noProducts);
            const { HasOpportunityLineItem: has, StageName: stage } = await world.read(
                id,
                "HasOpportunityLineItem",
                "StageName"
            );
            assert.deepEqual([has, stage], [true, early]);
        }
    },
    {
        name: "the move first and the line after it, in one composite",
        stoppedBy: "The move is judged when it is saved; nobody looks ahead.",
        residue: null,
        async attempt(world) {
            const { id, line } = await world.ready();
            await world.remove("OpportunityLineItem", line);
            const answers = await composite(world, true, [moveTo(id, proposal), addLine(id, await priceOf(world))]);
            assert.match(answers[0] ?? "", noProducts);
            assert.deepEqual(await world.read(id, "StageName"), { StageName: early });
        }
    },
    ...doors
        .filter(({ name }) => name === "Collections" || name === "Bulk API 2.0")
        .map((door): Escape => ({
            name: `the same opportunity twice in one request, a short step and a long one, by ${door.name}`,
            stoppedBy: "A request saves a record once: the second of the two is refused for being one.",
            residue: null,
            async attempt(world) {
                const id = await world.bare(early);
                const steps = ["Needs Analysis", proposal].map((StageName) => ({ id, fields: { StageName } }));
                const refusals = await door.save(world.org, steps);
                assert.match(refusals[1]?.join() ?? "", /duplicate id/);
                assert.notDeepEqual(await world.read(id, "StageName"), { StageName: proposal });
            }
        })),
    {
        name: "an upsert by Id",
        stoppedBy: "It is saved like any update.",
        residue: null,
        async attempt(world) {
            const id = await world.bare(early);
            const records = [{ attributes: { type: "Opportunity" }, Id: id, StageName: proposal }];
            const answer = await world.org.send("PATCH", "/composite/sobjects/Opportunity/Id", { records });
            assert.match(JSON.stringify(wanted(answer)), noProducts);
        }
    }
];

const byWhatNobodyKnows: readonly Escape[] = [
    ...["VERBAL YES", "Ｐroposal/Price Quote"].map((StageName): Escape => ({
        name: `a stage that no record knows, by API: ${StageName}`,
        stoppedBy: "Nothing: what isn't known is never refused. The next move to a known stage is judged as entry.",
        residue: "The opportunity stands there meanwhile; the audit says that it can't tell.",
        async attempt(world) {
            const id = await world.bare(early);
            assert.equal(await world.change(id, { StageName }), "saved");
            assert.deepEqual(await world.audited(id), inForce.map((ruleId) => `${ruleId} unknown`).sort());
            assert.match(await world.change(id, { StageName: proposal }), noProducts);
        }
    })),
    ...[proposal.toUpperCase(), `${proposal} `, ` ${proposal}`].map((StageName): Escape => ({
        name: `a stage in other letters or with a blank, by API: "${StageName}"`,
        stoppedBy: "The stamp finds the stage's record whatever the letters' case; blanks around a value are not kept.",
        residue: null,
        async attempt(world) {
            assert.match(await world.change(await world.bare(early), { StageName }), noProducts);
        }
    })),
    {
        name: "a workflow's field update",
        stoppedBy: "Nothing in that save, which runs no rules and no flows. The next move forward is refused.",
        residue: "The opportunity stands there meanwhile; the panel shows it and the audit finds it.",
        async attempt(world) {
            const id = await world.bare(early);
            await world.control("workflow-update", {
                object: "Opportunity",
                records: [{ Id: id, StageName: proposal }]
            });
            assert.equal((await world.audited(id)).length, inForce.length);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    }
];

export const escapesByMoves: readonly Escape[] = [...detours, ...takenAway, ...together, ...byWhatNobodyKnows];

interface Subrequest {
    readonly method: string;
    readonly url: string;
    readonly referenceId: string;
    readonly body?: object;
}

const moveTo = (id: string, StageName: string): Subrequest => ({
    ...{ method: "PATCH", url: `/sobjects/Opportunity/${id}`, referenceId: "moved", body: { StageName } }
});

const addLine = (OpportunityId: string, PricebookEntryId: string): Subrequest => ({
    ...{ method: "POST", url: "/sobjects/OpportunityLineItem", referenceId: "added" },
    body: { OpportunityId, PricebookEntryId, Quantity: 1, UnitPrice: 100 }
});

async function composite({ org }: EscapeWorld, allOrNone: boolean, parts: readonly Subrequest[]): Promise<string[]> {
    const compositeRequest = parts.map((part) => ({ ...part, url: `/services/data/v66.0${part.url}` }));
    const { compositeResponse } = wanted(await org.send("POST", "/composite", { allOrNone, compositeRequest })) as {
        compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
    };
    return compositeResponse.map(({ httpStatusCode, body }) => outcomeOf({ status: httpStatusCode, body }));
}

async function priceOf({ org }: EscapeWorld): Promise<string> {
    const [row] = await org.query("SELECT Id FROM PricebookEntry");
    return String(row?.["Id"]);
}
