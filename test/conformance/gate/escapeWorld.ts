import jsforce from "jsforce";
import { rules } from "c/pwPolicy";
import { gatherOrg } from "../../../scripts/audit/gather/gatherOrg.ts";
import { judgeGathered } from "../../../scripts/audit/judgeGathered.ts";
import { early, inForce, type EscapeWorld } from "./escapes.ts";
import { everyRuleAt, openStrictWorld } from "./strictWorld.ts";
import { ruleRecords } from "./ruleRecords.ts";

/** Three rules at Block from Proposal on: one about lines, one about contact roles, one about the record itself. */
export async function openEscapeWorld(): Promise<EscapeWorld> {
    const world = await openStrictWorld();
    const blocking = Object.fromEntries(
        inForce.map((ruleId) => [ruleId, { level: "Block", fromPosition: 7, minimum: 1 }])
    );
    await world.org.deploy(ruleRecords({ ...everyRuleAt("Off"), ...blocking }));
    return {
        ...world,
        ready: async (fields = {}) => {
            const id = await world.bare(early, { NextStep: "Call", CloseDate: "2026-12-31", ...fields });
            return { id, line: await world.addLine(id), role: await world.addRole(id) };
        },
        audited: (id) => auditedIn(world.org, id)
    };
}

async function auditedIn({ url, token, today: asOf }: EscapeWorld["org"], id: string): Promise<string[]> {
    const connection = new jsforce.Connection({ instanceUrl: url, accessToken: token, version: "66.0" });
    const gathered = await gatherOrg(connection, { now: new Date(`${asOf}T12:00:00Z`), asOf, closedWithinDays: 365 });
    const { findings } = judgeGathered(gathered, { rules, config: { rules: {} }, without: [] });
    return findings
        .filter(({ recordId, ruleId }) => recordId === id && inForce.includes(ruleId))
        .map(({ ruleId, verdict }) => `${ruleId} ${verdict}`)
        .sort();
}
