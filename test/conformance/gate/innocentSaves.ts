/** What people and machines save every day without moving an opportunity forward: no rule may fire there. */
import assert from "node:assert/strict";
import { standardStages } from "../../../scripts/gate/stages.ts";
import { file } from "../../../local-org/metadata/__tests__/deployed.ts";
import { doors } from "./doors.ts";
import { wanted, type Fields } from "./gateOrg.ts";
import { ruleRecords } from "./ruleRecords.ts";
import { everyRuleAt, type StrictWorld } from "./strictWorld.ts";

export interface InnocentSave {
    readonly name: string;
    /** Throws where anything is refused; gives the opportunity that was touched. */
    act(world: StrictWorld): Promise<string>;
    /** What the stage must be in the end; as before unless said. */
    readonly stage?: string;
}

const late = "Negotiation/Review";

/** A bare opportunity that stands late, where something else changes. */
const changing = (name: string, fields: (world: StrictWorld) => Fields): InnocentSave => ({
    name,
    async act(world) {
        const id = await world.bare(late);
        assert.equal(await world.change(id, fields(world)), "saved");
        return id;
    }
});

/** A bare opportunity in one stage, moved to another. */
const moving = (name: string, from: string, stage: string, fields: Fields = {}): InnocentSave => ({
    name,
    stage,
    async act(world) {
        const id = await world.bare(from);
        assert.equal(await world.change(id, { StageName: stage, ...fields }), "saved");
        return id;
    }
});

const edits: readonly InnocentSave[] = [
    changing("it gets another owner", ({ people }) => ({ OwnerId: people.manager.id })),
    changing("its next step is written", () => ({ NextStep: "Call" })),
    changing("its amount is typed", () => ({ Amount: 5000 })),
    changing("its close date moves, still past", () => ({ CloseDate: "2026-06-15" })),
    changing("its stage is written again as it is", () => ({ StageName: late, Description: "Sent again." })),
    {
        name: "it is older than the gate, which has never stamped it, and is edited",
        async act(world) {
            await world.org.deploy(ruleRecords(everyRuleAt("Off")));
            const id = await world.bare(late);
            await world.org.deploy(ruleRecords(everyRuleAt("Block")));
            assert.deepEqual(await world.read(id, "PW_Stage_Stamp__c"), { PW_Stage_Stamp__c: null });
            assert.equal(await world.change(id, { NextStep: "Call", Amount: 5 }), "saved");
            await world.addLine(id);
            return id;
        }
    }
];

const moves: readonly InnocentSave[] = [
    moving("it goes back a stage", late, "Perception Analysis"),
    moving("it goes back to the first stage", late, "Prospecting"),
    moving("it is lost, and the reason given", late, "Closed Lost", { PW_Loss_Reason__c: "Price" }),
    moving("it goes to a stage without a record", late, "Verbal Yes")
];

const children: readonly InnocentSave[] = [
    {
        name: "lines are added, changed and deleted to the last",
        async act(world) {
            const id = await world.bare(late);
            const line = await world.addLine(id);
            assert.equal(await world.change(line, { UnitPrice: 0 }), "saved");
            assert.equal(await world.change(line, { Quantity: 3, UnitPrice: 40 }), "saved");
            await world.remove("OpportunityLineItem", line);
            assert.deepEqual(await world.read(id, "HasOpportunityLineItem"), { HasOpportunityLineItem: false });
            return id;
        }
    },
    {
        name: "contact roles are added, changed and deleted, and counted after each commit",
        async act(world) {
            const id = await world.bare(late);
            const role = await world.addRole(id, { Role: null });
            assert.deepEqual(await world.read(id, "PW_Unnamed_Roles__c"), { PW_Unnamed_Roles__c: 1 });
            assert.equal(await world.change(role, { Role: "Decision Maker", IsPrimary: true }), "saved");
            assert.deepEqual(await world.read(id, "PW_Decision_Roles__c"), { PW_Decision_Roles__c: 1 });
            await world.remove("OpportunityContactRole", role);
            assert.deepEqual(await world.read(id, "PW_Contact_Roles__c"), { PW_Contact_Roles__c: 0 });
            return id;
        }
    },
    {
        name: "a discount is logged and approved, and rolled up",
        async act({ org, bare, read, people }) {
            const id = await bare(late);
            const [decision = ""] = await org.create("PW_Decision__c", [
                {
                    ...{ Opportunity__c: id, Kind__c: "Discount", Percent__c: 15, Reason_Category__c: "Volume" },
                    ...{ Reason__c: "Three years.", Status__c: "Awaiting Approval", Approver__c: people.approver.id }
                }
            ]);
            const path = `/sobjects/PW_Decision__c/${decision}`;
            wanted(await org.send("PATCH", path, { Status__c: "Approved" }, people.approver.token));
            assert.deepEqual(await read(id, "PW_Approved_Discount__c"), { PW_Approved_Discount__c: 15 });
            return id;
        }
    },
    {
        name: "an exception is asked for and approved",
        async act({ org, bare, people }) {
            const id = await bare(late);
            const [exception = ""] = await org.create("PW_Exception__c", [
                {
                    ...{ Opportunity__c: id, Rule__c: "products-present", Approver__c: people.approver.id },
                    ...{ Reason__c: "Agreed on paper.", Expires_On__c: "2026-07-31" }
                }
            ]);
            const path = `/sobjects/PW_Exception__c/${exception}`;
            wanted(await org.send("PATCH", path, { Status__c: "Approved" }, people.approver.token));
            return id;
        }
    }
];

const byMachines: readonly InnocentSave[] = [
    ...doors
        .filter(({ name }) => name === "Collections" || name === "Bulk API 2.0")
        .map((door): InnocentSave => ({
            name: `200 closed opportunities are loaded, won and lost, by ${door.name}`,
            stage: "Closed Lost",
            async act({ org }) {
                const saves = Array.from({ length: 200 }, (_, place) => ({
                    id: null,
                    fields: {
                        ...{ Name: `${door.name} ${place}`, CloseDate: "2025-12-31" },
                        StageName: place % 2 === 0 ? "Closed Lost" : "Closed Won"
                    }
                }));
                const refusals = await door.save(org, saves);
                assert.deepEqual(refusals.flat(), []);
                const [row] = await org.query(`SELECT Id FROM Opportunity WHERE Name = '${door.name} 0'`);
                return String(row?.["Id"]);
            }
        })),
    {
        name: "a stamp is mended by who holds PW_Reconcile",
        async act(world) {
            const id = await world.bare(late);
            const stamp = { PW_Position__c: 8, PW_From_Position__c: 0, PW_Contact_Roles__c: 2, PW_Kind__c: "open" };
            assert.equal(await world.change(id, stamp, world.people.mender.token), "saved");
            return id;
        }
    },
    {
        name: "a workflow moves it, and it is edited afterwards",
        stage: late,
        async act(world) {
            const id = await world.bare("Qualification");
            await world.control("workflow-update", { object: "Opportunity", records: [{ Id: id, StageName: late }] });
            assert.equal(await world.change(id, { NextStep: "Call" }), "saved");
            return id;
        }
    },
    {
        name: "contacts with roles on it are merged",
        async act(world) {
            const id = await world.bare(late);
            const [masterId = "", , other = ""] = world.contacts;
            await world.addRole(id, { ContactId: masterId });
            await world.addRole(id, { ContactId: other });
            await world.control("merge", { object: "Contact", masterId, mergedIds: [other] });
            return id;
        }
    },
    {
        name: "it is deleted, and taken out of the recycle bin",
        async act(world) {
            const id = await world.bare(late);
            await world.addLine(id);
            await world.remove("Opportunity", id);
            await world.control("undelete", { ids: [id] });
            assert.equal(await world.change(id, { NextStep: "Call" }), "saved");
            return id;
        }
    },
    {
        name: "its stage gets another label, and the stage is written by its API name",
        async act(world) {
            const id = await world.bare(late);
            await world.org.deploy(relabelled());
            assert.equal(await world.change(id, { StageName: late, NextStep: "Call" }), "saved");
            return id;
        }
    }
];

export const innocentSaves: readonly InnocentSave[] = [...edits, ...moves, ...children, ...byMachines];

/** The stages of a new org, each shown by another word. */
function relabelled(): ReadonlyMap<string, string> {
    const forecast = { open: "Pipeline", won: "Closed", lost: "Omitted" };
    const values = standardStages.map(
        ({ name, kind, probability }) =>
            `<standardValue><fullName>${name}</fullName><default>false</default><label>Our ${name}</label><closed>${kind !== "open"}</closed><forecastCategory>${forecast[kind]}</forecastCategory><probability>${probability}</probability><won>${kind === "won"}</won></standardValue>`
    );
    const path = "standardValueSets/OpportunityStage.standardValueSet-meta.xml";
    return new Map([[path, file("StandardValueSet", `<sorted>false</sorted>${values.join("")}`)]]);
}
