/** From a bare org to a gate that refuses, lets pass and stamps: through the real `sf` and the REST API. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import { openGateWorld, type GateWorld, type Refusal } from "../support/gateWorld.ts";
import { openSf, type Sf } from "../support/sf.ts";
import { openTargetOrg, type TargetOrg } from "../support/targetOrg.ts";

const qualification = "Qualification";
const proposal = "Proposal/Price Quote";
const stampFields = ["PW_Stage_Stamp__c", "PW_Kind__c", "PW_Position__c", "PW_From_Position__c", "PW_Contact_Roles__c"];

describe("the gate, deployed by sf", () => {
    let org: TargetOrg;
    let sf: Sf;
    let world: GateWorld;
    let earlier: { late: string; early: string };

    before(async () => {
        org = await openTargetOrg(["--clock", "2026-06-30"]);
        sf = await openSf(org);
        world = await openGateWorld(org.connection, org.today);
        earlier = { late: await world.opportunity(proposal), early: await world.opportunity(qualification) };
        const folders = ["--source-dir", "force-app/main", "--source-dir", "force-app/overlay"];
        const deployed = await sf.run(["project", "deploy", "start", ...folders, ...org.sf.args, "--json"]);
        assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
    });
    after(async () => {
        await world.tidy();
        await sf.close();
        await org.close();
    });

    it("watches only, after installation: a move without products goes through and is stamped", async () => {
        const id = await world.opportunity(qualification);

        assert.equal(await world.save(id, { StageName: proposal }), null);

        assert.deepEqual(await world.read(id, stampFields), {
            PW_Stage_Stamp__c: proposal,
            PW_Kind__c: "open",
            PW_Position__c: 7,
            PW_From_Position__c: 2,
            PW_Contact_Roles__c: 0
        });
    });

    describe("with products-present at Block", () => {
        before(() => world.setRule("products-present", { level: "Block", fromPosition: 7 }));

        it("refuses the move to Proposal in our words, on the stage field", async () => {
            const id = await world.opportunity(qualification);
            assertRefused(await world.save(id, { StageName: proposal }), "products-present");
            assert.deepEqual(await world.read(id, ["StageName"]), { StageName: qualification });
        });
        it("lets the same move pass once a line is added", async () => {
            const id = await world.opportunity(qualification);
            await world.addLine(id);
            assert.equal(await world.save(id, { StageName: proposal }), null);
        });
        it("never fires on a save that leaves the stage alone, even where products are missing", async () => {
            assert.equal(await world.save(earlier.late, { NextStep: "Call on Monday" }), null);
            assert.equal(await world.save(earlier.late, { StageName: proposal, Description: "sent again" }), null);
        });
        it("never fires backwards, nor to Closed Lost, but judges Lost to Won", async () => {
            assert.equal(await world.save(earlier.late, { StageName: qualification }), null);
            assert.equal(await world.save(earlier.late, { StageName: "Closed Lost" }), null);
            assertRefused(await world.save(earlier.late, { StageName: "Closed Won" }), "products-present");
        });
        it("judges an opportunity from before the installation at its next move, unless the rule spares older ones", async () => {
            assertRefused(await world.save(earlier.early, { StageName: proposal }), "products-present");

            await world.setRule("products-present", {
                level: "Block",
                fromPosition: 7,
                createdFrom: dayAfter(org.today)
            });
            assert.equal(await world.save(earlier.early, { StageName: proposal }), null);
            await world.setRule("products-present", { level: "Block", fromPosition: 7 });
        });
        it("does not block creation at a late stage, where no line can exist yet", async () => {
            const id = await world.opportunity(proposal);
            assertRefused(await world.save(id, { StageName: "Negotiation/Review" }), "products-present");
        });
        it("passes a stage without a record, which the stamp shows as blank", async () => {
            const id = await world.opportunity(qualification);
            assert.equal(await world.save(id, { StageName: "Verbal Yes" }), null);
            assert.deepEqual(await world.read(id, ["PW_Kind__c", "PW_Position__c"]), {
                PW_Kind__c: null,
                PW_Position__c: null
            });
        });
        it("knows a stage whose name arrives in another case", async () => {
            const id = await world.opportunity("qualification");
            assertRefused(await world.save(id, { StageName: proposal.toUpperCase() }), "products-present");
        });
        it("lets the holder of the bypass pass, and notes who, when and which rule", async () => {
            const id = await world.opportunity(qualification);
            const { id: userId } = await assignBypass(org, world);

            assert.equal(await world.save(id, { StageName: proposal }), null);
            const noted = await world.read(id, ["PW_Bypassed_Rules__c", "PW_Bypassed_By__c", "PW_Bypassed_At__c"]);
            assert.equal(noted["PW_Bypassed_Rules__c"], "products-present;");
            assert.equal(noted["PW_Bypassed_By__c"], userId);
            assert.match(String(noted["PW_Bypassed_At__c"]), /^\d{4}-\d{2}-\d{2}T/);

            await world.addLine(id);
            assert.equal(await world.save(id, { StageName: "Negotiation/Review" }), null);
            assert.deepEqual(await world.read(id, ["PW_Bypassed_Rules__c"]), { PW_Bypassed_Rules__c: null });
            await endBypass(org);
        });
        it("stops at once when the kill switch is on", async () => {
            const id = await world.opportunity(qualification);
            const organizationId = (await org.connection.query("SELECT Id FROM Organization")).records[0]?.Id;
            await world.create("PW_Settings__c", { SetupOwnerId: String(organizationId), Gate_Is_Off__c: true });

            assert.equal(await world.save(id, { StageName: proposal }), null);
            assert.deepEqual(await world.read(id, ["PW_Stage_Stamp__c"]), { PW_Stage_Stamp__c: null });

            const switches = await org.connection.query("SELECT Id FROM PW_Settings__c");
            await org.connection.sobject("PW_Settings__c").destroy(switches.records.map(({ Id }) => String(Id)));
            assertRefused(
                await world.save(await world.opportunity(qualification), { StageName: proposal }),
                "products-present"
            );
        });
        it("changes with the level of the rule, without a deploy", async () => {
            const id = await world.opportunity(qualification);
            await world.setRule("products-present", { level: "Warn", fromPosition: 7 });
            assert.equal(await world.save(id, { StageName: proposal }), null);
        });
    });

    describe("with contact-roles-present at Block, two contacts wanted", () => {
        before(() => world.setRule("contact-roles-present", { level: "Block", fromPosition: 3, minimum: 2 }));
        after(() => world.setRule("contact-roles-present", { level: "Observe", fromPosition: 3, minimum: 1 }));

        it("counts each contact once, and none without a role", async () => {
            const accountId = await world.create("Account", { Name: "Gate journey" });
            const contact = (name: string) => world.create("Contact", { LastName: name, AccountId: accountId });
            const [first, second] = [await contact("林"), await contact("Chen")];
            const id = await world.opportunity(qualification, { AccountId: accountId });
            const role = (ContactId: string, Role: string | null) =>
                world.create("OpportunityContactRole", { OpportunityId: id, ContactId, Role });

            await role(first, "Decision Maker");
            await role(first, "Evaluator");
            await role(second, null);
            assertRefused(await world.save(id, { StageName: "Needs Analysis" }), "contact-roles-present");

            await role(second, "Evaluator");
            assert.equal(await world.save(id, { StageName: "Needs Analysis" }), null);
            assert.deepEqual(await world.read(id, ["PW_Contact_Roles__c"]), { PW_Contact_Roles__c: 2 });
        });
    });
});

function assertRefused(refusal: Refusal | null, ruleId: string): void {
    const rule = rules.find(({ id }) => id === ruleId);
    assert.deepEqual(refusal, {
        errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
        message: rule?.words.en.message,
        fields: ["StageName"]
    });
}

/** To the running user, as any org allows; gives that user's Id. */
async function assignBypass(org: TargetOrg, world: GateWorld): Promise<{ id: string }> {
    const user = await org.connection.identity();
    const sets = await org.connection.query("SELECT Id FROM PermissionSet WHERE Name = 'PW_Integration'");
    await world.create("PermissionSetAssignment", {
        AssigneeId: user.user_id,
        PermissionSetId: String(sets.records[0]?.Id)
    });
    return { id: user.user_id };
}

async function endBypass(org: TargetOrg): Promise<void> {
    const user = await org.connection.identity();
    const assigned = await org.connection.query(
        `SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'PW_Integration' AND AssigneeId = '${user.user_id}'`
    );
    await org.connection.sobject("PermissionSetAssignment").destroy(assigned.records.map(({ Id }) => String(Id)));
}

function dayAfter(day: string): string {
    return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
