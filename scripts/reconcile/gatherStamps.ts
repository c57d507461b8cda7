import { developerName, rules } from "c/pwPolicy";
import { z } from "zod";
import { emptyConfig } from "../audit/derive/configFile.ts";
import { deriveFacts } from "../audit/derive/deriveFacts.ts";
import { choicesInForce } from "../audit/derive/ruleSettings.ts";
import { placeStages } from "../audit/derive/stagePlaces.ts";
import { describeContactRole, describeOpportunity } from "../audit/gather/gatherObjects.ts";
import { gatherContactRoles, gatherOpportunities } from "../audit/gather/gatherOpportunities.ts";
import { gatherRuleRecords, gatherStageRecords } from "../audit/gather/gatherPolicyRecords.ts";
import { gatherSalesProcesses, gatherStages } from "../audit/gather/gatherStages.ts";
import { gatherOrganization, gatherSeesAll, gatherUser } from "../audit/gather/gatherUser.ts";
import type { OrgReader } from "../audit/gather/orgReader.ts";
import { attempt } from "../audit/gather/refusal.ts";
import type { Artifact } from "../audit/gathered.ts";
import { CannotStart } from "../cannotStart.ts";
import { rulesAboutRoles } from "../gate/countContactRoles.ts";
import { planChanges } from "./planChanges.ts";
import { stampFields, stampTypes, type Change, type StampedOpportunity, type StampValue } from "./stamp.ts";

/** What was looked at, and what it needs. */
export interface Plan {
    readonly org: { readonly id: string; readonly name: string };
    readonly opportunities: number;
    /** Whether the user sees every opportunity; those unseen stay as they are. */
    readonly seesAll: boolean;
    readonly changes: readonly Change[];
}

const describeSchema = z.object({ fields: z.array(z.object({ name: z.string(), updateable: z.boolean() })) });

/** Throws `CannotStart` where the stamp is not installed or this user may not write it. */
export async function checkStampAccess(reader: OrgReader): Promise<void> {
    const described = must(
        await attempt(async () => describeSchema.parse(await reader.get("/sobjects/Opportunity/describe"))),
        "the fields of opportunities"
    );
    const updateable = new Map(described.fields.map((field) => [field.name, field.updateable]));
    const missing = stampFields.filter((field) => updateable.get(field) !== true);
    if (missing.length > 0) {
        throw new CannotStart(
            `This user may not write the stamp (${missing.join(", ")}): deploy Pipewright, assign the permission set PW_Reconcile ("npx sf org assign permset --name PW_Reconcile"), and take it away afterwards.`
        );
    }
}

/** Throws `CannotStart` where the org can't be told from another. */
export async function organizationOf(reader: OrgReader): Promise<Plan["org"]> {
    const { id, name } = must(await gatherOrganization(reader), "the organization");
    return { id, name };
}

/** Reads the open opportunities that this user sees, and works out what their stamps should say. */
export async function gatherPlan(reader: OrgReader): Promise<Plan> {
    const described = await describeOpportunity(reader);
    const org = await organizationOf(reader);
    const { user } = await gatherUser(reader);
    const stamped = await readStamps(reader, "IsClosed = false");
    const opportunities = await gatherOpportunities(reader, described, null, {});
    const stageRecords = await gatherStageRecords(reader);
    if ((must(stageRecords, "the stage records") ?? []).length === 0) {
        throw new CannotStart("The org has no stage records (PW_Stage__mdt): deploy the overlay first.");
    }
    const ruleRecords = await gatherRuleRecords(reader);
    const chosen = (must(ruleRecords, "the rule records") ?? []).map((record) => record.developerName);
    const contactRoles = await gatherContactRoles(reader, await describeContactRole(reader), null);
    if (must(contactRoles, "the contact roles").some(({ IsPrimary }) => IsPrimary == null)) {
        throw new CannotStart("This user may not read IsPrimary of the contact roles: nothing was changed.");
    }
    const places = placeStages({
        stages: await gatherStages(reader),
        stageRecords,
        salesProcesses: await gatherSalesProcesses(reader, described.recordTypes, opportunities)
    });
    const gathered = { opportunities, contactRoles, lines: { unreadable: "not asked for" }, currency: null };
    const derived = deriveFacts(gathered, places, null, choicesInForce({ ruleRecords }, emptyConfig));
    const seesAll = await gatherSeesAll(reader, user);
    return {
        org,
        opportunities: opportunities.length,
        seesAll: "value" in seesAll && seesAll.value,
        changes: planChanges(derived, stamped, {
            areRolesCounted: rulesAboutRoles(rules).some(({ id }) => chosen.includes(developerName(id)))
        })
    };
}

const stampShape = Object.fromEntries(
    stampFields.map((field) => [field, stampTypes[field] === "boolean" ? z.boolean() : z.string().nullable()])
);
const rowSchema = z.looseObject({ Id: z.string(), StageName: z.string().nullable(), ...stampShape });

/** The stamps as they stand now, by the opportunity's id. */
export async function readStamps(reader: OrgReader, where: string): Promise<Map<string, StampedOpportunity>> {
    const soql = `SELECT Id, StageName, ${stampFields.join(", ")} FROM Opportunity WHERE ${where}`;
    const rows = must(await attempt(async () => z.array(rowSchema).parse(await reader.query(soql))), "the stamps");
    return new Map(
        rows.map((row) => {
            const values = stampFields.map((field) => [field, row[field] as StampValue] as const);
            return [row.Id, { id: row.Id, stage: row.StageName, stamp: Object.fromEntries(values) }];
        }) as [string, StampedOpportunity][]
    );
}

/** Reconciling writes, so it goes on only where everything could be read. */
function must<T>(read: Artifact<T>, what: string): T {
    if ("unreadable" in read) {
        throw new CannotStart(`Stopped, for ${what} could not be read (${read.unreadable}).`);
    }
    return read.value;
}
