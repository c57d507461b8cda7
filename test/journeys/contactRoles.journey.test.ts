/** The counts of contact roles, kept right between stage changes: added, changed and deleted by REST, one or 200. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openDeployedOrg } from "../support/deployedOrg.ts";
import { openGateWorld, type GateWorld } from "../support/gateWorld.ts";
import { writeProject } from "../support/metadataFolders.ts";
import { openSf, type Sf } from "../support/sf.ts";
import { callLocalOrg } from "../support/signIn.ts";
import type { TargetOrg } from "../support/targetOrg.ts";

interface Cost {
    readonly request: string;
    readonly queries: number;
    readonly statements: number;
    readonly flows: readonly string[];
}

const aboutRoles = ["contact-roles-present", "primary-contact-set", "decision-role-named", "contact-role-named"];
const counted = ["PW_Contact_Roles__c", "PW_Primary_Roles__c", "PW_Decision_Roles__c", "PW_Unnamed_Roles__c"];

describe(
    "the counts of contact roles",
    { skip: process.env["PW_TARGET_ORG"] ? "they need the costs and merges of the local org" : false },
    () => {
        let org: TargetOrg;
        let sf: Sf;
        let world: GateWorld;
        let accountId: string;

        before(async () => {
            org = await openDeployedOrg();
            sf = await openSf(org);
            world = await openGateWorld(org.connection, org.today);
            accountId = await world.create("Account", { Name: "Contact roles" });
        });
        after(async () => {
            await world.tidy();
            await sf.close();
            await org.close();
        });

        const contact = (name: string) => world.create("Contact", { LastName: name, AccountId: accountId });
        const role = (OpportunityId: string, ContactId: string, Role: string | null, IsPrimary = false) =>
            world.create("OpportunityContactRole", { OpportunityId, ContactId, Role, IsPrimary });
        const change = (Id: string, fields: Record<string, string | boolean>) =>
            org.connection.sobject("OpportunityContactRole").update({ Id, ...fields });
        const deleteRoles = (ids: string[]) => org.connection.sobject("OpportunityContactRole").destroy(ids);
        const opportunity = () => world.opportunity("Qualification", { AccountId: accountId });
        /** Contacts, primary, decision roles, without a role. */
        const counts = async (id: string): Promise<unknown[]> => Object.values(await world.read(id, counted));
        const costs = async (): Promise<Cost[]> => (await callLocalOrg(org, "GET", "transactions")) as Cost[];
        const forgetCosts = () => callLocalOrg(org, "DELETE", "transactions");

        it("follow each contact role that is added or changed", async () => {
            const id = await opportunity();
            const [first, second] = [await contact("林"), await contact("Chen")];
            assert.deepEqual(await counts(id), [0, 0, 0, 0]);

            const decides = await role(id, first, "Decision Maker", true);
            await role(id, first, "Evaluator");
            const unnamed = await role(id, second, null);
            assert.deepEqual(await counts(id), [1, 1, 1, 1]);

            await change(unnamed, { Role: "Executive Sponsor" });
            assert.deepEqual(await counts(id), [2, 1, 2, 0]);
            await change(unnamed, { IsPrimary: true });
            await change(decides, { Role: "Influencer" });
            assert.deepEqual(await counts(id), [2, 1, 1, 0]);
        });

        it("follow deletions, of one or of several at once", async () => {
            const id = await opportunity();
            const roles: string[] = [];
            for (const name of ["Kim", "Lee", "Ito", "Abe"])
                roles.push(await role(id, await contact(name), "Evaluator"));

            await deleteRoles(roles.slice(0, 1));
            assert.deepEqual(await counts(id), [3, 0, 0, 0]);
            await deleteRoles(roles.slice(1, 3));
            assert.deepEqual(await world.read(id, [...counted, "PW_Roles_Uncounted__c"]), {
                ...{ PW_Contact_Roles__c: 1, PW_Primary_Roles__c: 0, PW_Decision_Roles__c: 0, PW_Unnamed_Roles__c: 0 },
                PW_Roles_Uncounted__c: false
            });
        });

        it("cost one query and one update for 200 contact roles of as many opportunities", async () => {
            const closeDate = `${Number(org.today.slice(0, 4)) + 1}-06-30`;
            const deals = await world.createAll(
                "Opportunity",
                Array.from({ length: 200 }, (_, number) => ({
                    ...{
                        Name: `Deal ${number}`,
                        StageName: "Qualification",
                        CloseDate: closeDate,
                        AccountId: accountId
                    }
                }))
            );
            const contactId = await contact("Everywhere");
            await forgetCosts();
            const roles = await world.createAll(
                "OpportunityContactRole",
                deals.map((OpportunityId) => ({ OpportunityId, ContactId: contactId, Role: "Evaluator" }))
            );
            assert.deepEqual(
                (await costs()).map(({ queries, statements }) => [queries, statements]),
                [
                    [0, 0],
                    [1, 1]
                ]
            );
            const expected = deals.map(() => 1);
            assert.deepEqual(await contactRolesOf(deals), expected);

            await forgetCosts();
            await deleteRoles(roles);
            assert.deepEqual(
                (await costs()).map(({ queries, statements }) => [queries, statements]),
                [
                    [0, 1],
                    [1, 1]
                ]
            );
            assert.deepEqual(
                await contactRolesOf(deals),
                expected.map(() => 0)
            );
        });

        async function deployRule(formula: string): Promise<void> {
            const rule = `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Frozen</fullName><active>true</active><errorConditionFormula>${formula}</errorConditionFormula><errorMessage>Frozen.</errorMessage></ValidationRule>`;
            const folder = await mkdtemp(join(tmpdir(), "pipewright-roles-"));
            const object = join(folder, "force-app/objects/Opportunity");
            await writeProject(folder, {});
            await mkdir(join(object, "validationRules"), { recursive: true });
            await writeFile(join(object, "validationRules/Frozen.validationRule-meta.xml"), rule);
            const deploy = ["project", "deploy", "start", "--source-dir", "force-app", ...org.sf.args, "--json"];
            const deployed = await sf.run(deploy, {}, folder);
            await rm(folder, { recursive: true });
            assert.equal(deployed.exitCode, 0, deployed.stdout + deployed.stderr);
        }

        async function contactRolesOf(ids: readonly string[]): Promise<unknown[]> {
            const named = ids.map((id) => `'${id}'`).join(",");
            const { records } = await org.connection.query(
                `SELECT PW_Contact_Roles__c FROM Opportunity WHERE Id IN (${named})`,
                { maxFetch: 200 }
            );
            return records.map((record) => record["PW_Contact_Roles__c"]);
        }

        it("leave closed opportunities alone", async () => {
            const id = await opportunity();
            await world.save(id, { StageName: "Closed Lost" });
            await role(id, await contact("Late"), "Evaluator");
            assert.deepEqual(await counts(id), [0, 0, 0, 0]);
        });

        it("ask nothing of the org where no rule about contact roles is on", async () => {
            const id = await opportunity();
            const roleId = await role(id, await contact("Before"), "Evaluator");
            for (const rule of aboutRoles) await world.setRule(rule, { level: "Off" });

            await forgetCosts();
            await role(id, await contact("Unseen"), "Evaluator");
            await deleteRoles([roleId]);

            assert.deepEqual(
                (await costs()).filter(({ queries, statements }) => queries + statements > 0),
                []
            );
            assert.deepEqual(await counts(id), [1, 0, 0, 0]);
            for (const rule of aboutRoles) await world.setRule(rule, { level: "Observe", fromPosition: 3, minimum: 1 });
        });

        describe("of an opportunity that somebody's rule refuses", () => {
            let id: string;
            let roleId: string;
            before(async () => {
                id = await opportunity();
                roleId = await role(id, await contact("Stays"), "Evaluator");
                await deployRule("NOT(ISNEW())");
            });
            after(() => deployRule("FALSE"));

            it("stay as they are, and the contact role is added or deleted all the same", async () => {
                const added = await role(id, await contact("Comes"), "Evaluator");
                await deleteRoles([roleId]);

                const { records } = await org.connection.query(
                    `SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '${id}'`
                );
                assert.deepEqual(
                    records.map((record) => record.Id),
                    [added]
                );
                assert.deepEqual(await counts(id), [1, 0, 0, 0]);
            });
        });

        it("do not notice a merge of contacts, which starts no flow", async () => {
            const id = await opportunity();
            const [stays, goes] = [await contact("Wang"), await contact("WANG")];
            await role(id, stays, "Evaluator");
            await role(id, goes, "Influencer");
            await callLocalOrg(org, "POST", "merge", { object: "Contact", masterId: stays, mergedIds: [goes] });
            assert.deepEqual(await counts(id), [2, 0, 0, 0]);
        });
    }
);
