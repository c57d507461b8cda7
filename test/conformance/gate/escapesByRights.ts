import assert from "node:assert/strict";
import { doors } from "./doors.ts";
import { early, later, noAccess, noProducts, proposal, type Escape, type EscapeWorld } from "./escapes.ts";
import type { Fields } from "./gateOrg.ts";
import { outcomeOf } from "./strictWorld.ts";

/** Everything the gate writes on an opportunity for itself, with a value that would help a forger. */
const stamp: Fields = {
    PW_Stage_Stamp__c: later,
    PW_Record_Type__c: "Anything",
    PW_Kind__c: "lost",
    PW_Position__c: 0,
    PW_From_Position__c: 8,
    PW_Contact_Roles__c: 5,
    PW_Primary_Roles__c: 1,
    PW_Decision_Roles__c: 1,
    PW_Unnamed_Roles__c: 0,
    PW_Roles_Uncounted__c: true,
    PW_Exempt_Rules__c: ";products-present;contact-roles-present;next-step-filled;",
    PW_Gaps__c: "nothing",
    PW_Bypassed_At__c: "2026-06-30T12:00:00Z",
    PW_Bypassed_Rules__c: "nothing"
};
const sums: Fields = { PW_Line_Count__c: 3, PW_Largest_Discount__c: 0, PW_Approved_Discount__c: 90 };

const forgedBy = (who: "rep" | "repLoader" | "repManager", set: string): readonly Escape[] =>
    doors
        .filter(({ name }) => name !== "Composite")
        .map((door) => ({
            name: `each field of the stamp written by a holder of ${set}, by ${door.name}`,
            stoppedBy: "No permission set but PW_Reconcile lets anybody edit the stamp; sums can't be edited at all.",
            residue: null,
            async attempt(world) {
                const { id: OwnerId, token } = world.people[who];
                for (const [field, value] of Object.entries({ ...stamp, ...sums })) {
                    const id = await world.bare(early, { OwnerId });
                    const [refusals = []] = await door.save(world.org, [{ id, fields: { [field]: value }, token }]);
                    assert.match(refusals.join(), /./, `${field} was written`);
                }
            }
        }));

const stamps: readonly Escape[] = [
    ...forgedBy("rep", "PW_Rep"),
    ...forgedBy("repLoader", "PW_Integration"),
    ...forgedBy("repManager", "PW_Admin"),
    {
        name: "the whole stamp written by who may edit it, in the save of the move and before it",
        stoppedBy: "Every change of the stage empties the stamp and counts anew, before the rules read it.",
        residue: "Between moves a forged stamp stands, and decides nothing; opportunity reconcile finds it.",
        async attempt(world) {
            const { token } = world.people.mender;
            const id = await world.bare(early);
            assert.match(await world.change(id, { StageName: proposal, ...stamp }, token), noProducts);
            assert.equal(await world.change(id, stamp, token), "saved");
            assert.match(await world.change(id, { StageName: proposal }), noProducts);
        }
    },
    {
        name: "a clone made at a late stage, with every field of the stamp copied",
        stoppedBy: "The stamp is written anew for a new record, which is never refused. Its next move forward is.",
        residue: "The clone stands there meanwhile; the panel shows it and the audit finds it.",
        async attempt(world) {
            const fields = { Name: "Clone", StageName: proposal, CloseDate: "2026-12-31", ...stamp };
            const { status, body } = await world.org.send(
                "POST",
                "/sobjects/Opportunity",
                fields,
                world.people.mender.token
            );
            assert.equal(outcomeOf({ status, body }), "saved");
            const { id } = body as { id: string };
            const names = ["PW_Stage_Stamp__c", "PW_From_Position__c", "PW_Contact_Roles__c", "PW_Exempt_Rules__c"];
            assert.deepEqual(Object.values(await world.read(id, ...names)), [proposal, 0, 0, null]);
            assert.deepEqual(await world.audited(id), [
                "contact-roles-present unmet",
                "next-step-filled unmet",
                "products-present unmet"
            ]);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    }
];

const asked = (Opportunity__c: string, Approver__c: string): Fields => ({
    ...{ Opportunity__c, Rule__c: "products-present", Approver__c },
    ...{ Reason__c: "Agreed on paper.", Expires_On__c: "2026-07-31" }
});

async function ask(world: EscapeWorld, opportunityId: string): Promise<string> {
    const { approver, rep } = world.people;
    const [id = ""] = await world.org.create("PW_Exception__c", [asked(opportunityId, approver.id)], rep.token);
    return id;
}

const set = async ({ org }: EscapeWorld, object: string, id: string, fields: Fields, token?: string): Promise<string> =>
    outcomeOf(await org.send("PATCH", `/sobjects/${object}/${id}`, fields, token));

const exceptions: readonly Escape[] = [
    {
        name: "an exception approved by who asked for it, under any name",
        stoppedBy: "Only the approver who was named before, holding the permission and not having asked, decides.",
        residue: null,
        async attempt(world) {
            const { rep, manager, approver } = world.people;
            const { id: opportunityId } = await world.ready();
            const [id, approve] = [await ask(world, opportunityId), { Status__c: "Approved" }];
            const tries: readonly (readonly [Fields, string | undefined])[] = [
                [approve, rep.token],
                [{ ...approve, Approver__c: rep.id }, rep.token],
                [{ Approver__c: rep.id }, rep.token],
                [approve, manager.token],
                [{ ...approve, Approver__c: manager.id }, manager.token],
                [{ Approver__c: manager.id }, manager.token],
                [{ CreatedById: manager.id }, rep.token],
                [{ Rule__c: "next-step-filled" }, approver.token],
                [{ ...approve, Expires_On__c: "2026-08-31" }, approver.token]
            ];
            for (const [fields, token] of tries) {
                assert.notEqual(
                    await set(world, "PW_Exception__c", id, fields, token),
                    "saved",
                    JSON.stringify(fields)
                );
            }
            const own = await world.org.send(
                "POST",
                "/sobjects/PW_Exception__c",
                asked(opportunityId, rep.id),
                rep.token
            );
            assert.match(outcomeOf(own), /not the person asking/);
        }
    },
    {
        name: "an exception past its last day, and one whose last day is moved",
        stoppedBy: "The stamp reads exceptions by the day of the move; what is decided can't be changed.",
        residue: null,
        async attempt(world) {
            const ids = [await world.bare(early, kept), await world.bare(early, kept)];
            for (const id of ids) {
                await world.addRole(id);
                const exception = await ask(world, id);
                const { token } = world.people.approver;
                assert.equal(await set(world, "PW_Exception__c", exception, { Status__c: "Approved" }, token), "saved");
                assert.notEqual(
                    await set(world, "PW_Exception__c", exception, { Expires_On__c: "2026-08-31" }),
                    "saved"
                );
            }
            const [inTime = "", late = ""] = ids;
            await world.org.setClock("2026-07-31");
            assert.equal(await world.change(inTime, { StageName: proposal }), "saved");
            await world.org.setClock("2026-08-01");
            assert.match(await world.change(late, { StageName: proposal }), noProducts);
            assert.match(await world.change(inTime, { StageName: later }), noProducts);
            await world.org.setClock(world.org.today);
        }
    },
    {
        name: "a decision approved by who wrote it, or wrote it under another's name",
        stoppedBy: "Only the approver who was named before decides, neither its author nor who last changed its terms.",
        residue: null,
        async attempt(world) {
            const { approver, manager, rep } = world.people;
            const { id: Opportunity__c } = await world.ready();
            const [id = ""] = await world.org.create(
                "PW_Decision__c",
                [
                    {
                        ...{ Opportunity__c, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Volume" },
                        ...{ Reason__c: "Three years.", Status__c: "Awaiting Approval", Approver__c: manager.id }
                    }
                ],
                approver.token
            );
            const change = (fields: Fields) => set(world, "PW_Decision__c", id, fields, approver.token);
            assert.notEqual(await change({ Status__c: "Approved" }), "saved");
            assert.notEqual(await change({ Status__c: "Approved", Approver__c: approver.id }), "saved");
            assert.notEqual(await change({ CreatedById: rep.id }), "saved");
            await change({ Proposed_By__c: rep.id });
            await change({ Approver__c: approver.id, Proposed_By__c: rep.id });
            assert.notEqual(await change({ Status__c: "Approved" }), "saved");
            assert.deepEqual(await world.read(Opportunity__c, "PW_Approved_Discount__c"), {
                PW_Approved_Discount__c: null
            });
        }
    }
];

const kept: Fields = { NextStep: "Call", CloseDate: "2026-12-31" };

const switches: readonly Escape[] = [
    {
        name: "a bypass, and its note",
        stoppedBy: "A holder passes and is noted, and can't write the note; the next mover is judged.",
        residue: "The note speaks of the last move only: the next one empties it.",
        async attempt(world) {
            const { id: OwnerId, token } = world.people.repLoader;
            const id = await world.bare(early, { ...kept, OwnerId });
            await world.addRole(id);
            assert.equal(await world.change(id, { StageName: proposal }, token), "saved");
            const noted = { PW_Bypassed_Rules__c: "products-present;", PW_Bypassed_By__c: OwnerId };
            assert.deepEqual(await world.read(id, ...Object.keys(noted)), noted);
            assert.match(await world.change(id, { PW_Bypassed_Rules__c: null }, token), noAccess);
            assert.deepEqual(await world.audited(id), ["products-present unmet"]);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    },
    {
        name: "the kill switch, set by a rep, and what was moved while it was on",
        stoppedBy: "A rep can't set it. Once it is off again the next move forward is refused.",
        residue: "What was moved meanwhile stands there without a stamp; the audit finds it.",
        async attempt(world) {
            const { org, people } = world;
            const [organization] = await org.query("SELECT Id FROM Organization");
            const setting = { SetupOwnerId: String(organization?.["Id"]), Gate_Is_Off__c: true };
            const byRep = await org.send("POST", "/sobjects/PW_Settings__c", setting, people.rep.token);
            assert.notEqual(outcomeOf(byRep), "saved");
            const [id] = [await world.bare(early)];
            const [settingId = ""] = await org.create("PW_Settings__c", [setting]);
            assert.equal(await world.change(id, { StageName: proposal }), "saved");
            assert.deepEqual(await world.read(id, "PW_Stage_Stamp__c"), { PW_Stage_Stamp__c: null });
            await world.remove("PW_Settings__c", settingId);
            assert.equal((await world.audited(id)).length, 3);
            assert.match(await world.change(id, { StageName: later }), noProducts);
        }
    },
    {
        name: "the rule's own record, changed by a rep",
        stoppedBy:
            "Custom metadata is changed by who may customize the application, through the Metadata API or Setup.",
        residue: null,
        async attempt({ org, people }) {
            const [record] = await org.query("SELECT Id FROM PW_Rule__mdt WHERE DeveloperName = 'Products_Present'");
            const path = `/sobjects/PW_Rule__mdt/${String(record?.["Id"])}`;
            const { token } = people.rep;
            assert.notEqual(outcomeOf(await org.send("PATCH", path, { Level__c: "Off" }, token)), "saved");
            assert.match(
                JSON.stringify(await org.send("POST", "/metadata/deployRequest", {}, token)),
                /INSUFFICIENT_ACCESS/
            );
        }
    }
];

export const escapesByRights: readonly Escape[] = [...stamps, ...exceptions, ...switches];
