/** 200 deals in one request, some of which a rule refuses: the others are saved, and nothing is counted twice. */
import assert from "node:assert/strict";
import type { Case } from "../runCases.ts";
import { doors } from "./doors.ts";
import { wanted, type GateOrg } from "./gateOrg.ts";
import { settingsOf, type TableWorld } from "./gateTable.ts";
import { ruleRecords } from "./ruleRecords.ts";

const mixes: readonly (readonly [name: string, isGood: (place: number) => boolean])[] = [
    ["199 refused around a good one", (place) => place === 100],
    ["one refused among 199 good ones", (place) => place !== 100],
    ["every other one refused", (place) => place % 2 === 0],
    ["all 200 refused", () => false],
    ["none refused", () => true]
];

export function partialSuccessCases(world: () => TableWorld): Case[] {
    const bulky = doors.filter(({ name }) => name === "Collections" || name === "Bulk API 2.0");
    const partial = bulky.flatMap((door) =>
        mixes.map(([name, isGood]) => ({
            name: `200 at once, by ${door.name}: ${name}`,
            async run() {
                const { org, ids } = await makeMix(world(), isGood);
                const moves = ids.map((id) => ({ id, fields: { StageName: "Perception Analysis" } }));
                const refusals = await door.save(org, moves);
                const stages = await stagesOf(org);
                const asTold = ids.map((_, place) => refusals[place]?.length === 0);
                assert.deepEqual(
                    asTold,
                    ids.map((_, place) => isGood(place))
                );
                assert.deepEqual(
                    ids.map((id) => stages.get(id) === "Perception Analysis"),
                    ids.map((_, place) => isGood(place))
                );
            }
        }))
    );
    return [...partial, ...allOrNoneCases(world)];
}

function allOrNoneCases(world: () => TableWorld): Case[] {
    const isGood = (place: number): boolean => place !== 7;
    return [
        {
            name: "All or none of 200, by Collections: one refused keeps back the others",
            async run() {
                const { org, ids } = await makeMix(world(), isGood);
                const records = ids.map((Id) => ({ attributes: { type: "Opportunity" }, Id, ...late }));
                const body = wanted(await org.send("PATCH", "/composite/sobjects", { allOrNone: true, records }));
                const codes = (body as { errors: { statusCode: string }[] }[]).map(
                    ({ errors }) => errors[0]?.statusCode
                );
                assert.deepEqual(
                    codes,
                    ids.map((_, place) => (isGood(place) ? rolledBack : refused))
                );
                assert.deepEqual(await notMoved(org, ids), 200);
            }
        },
        {
            name: "All or none of 20, by Composite: one refused keeps back the others",
            async run() {
                const { org, ids } = await makeMix(world(), isGood);
                const compositeRequest = ids.slice(0, 20).map((id, place) => ({
                    ...{ method: "PATCH", url: `/services/data/v66.0/sobjects/Opportunity/${id}` },
                    ...{ referenceId: `move${place}`, body: late }
                }));
                const answer = await org.send("POST", "/composite", { allOrNone: true, compositeRequest });
                const { compositeResponse } = wanted(answer) as {
                    compositeResponse: { body: { errorCode: string }[] }[];
                };
                const codes = compositeResponse.map(({ body }) => body[0]?.errorCode);
                assert.deepEqual(codes.filter((code) => code === refused).length, 1);
                assert.equal(codes[7], refused);
                assert.equal(await notMoved(org, ids), 200);
            }
        }
    ];
}

const late = { StageName: "Perception Analysis" };
const refused = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
const rolledBack = "ALL_OR_NONE_OPERATION_ROLLED_BACK";

/** 200 deals that keep lead-source-set, the one rule at Block, or break it. */
async function makeMix(
    { org, back }: TableWorld,
    isGood: (place: number) => boolean
): Promise<{ readonly org: GateOrg; readonly ids: string[] }> {
    await back();
    const level = (ruleId: string) => (ruleId === "lead-source-set" ? "Block" : "Off");
    await org.deploy(ruleRecords(settingsOf(level)));
    const deals = Array.from({ length: 200 }, (_, place) => ({
        ...{ Name: `Mixed ${place}`, StageName: "Qualification", CloseDate: "2026-09-30" },
        LeadSource: isGood(place) ? "Web" : null
    }));
    return { org, ids: await org.create("Opportunity", deals) };
}

async function stagesOf(org: GateOrg): Promise<ReadonlyMap<string, string>> {
    const rows = await org.query("SELECT Id, StageName FROM Opportunity WHERE Name LIKE 'Mixed %'");
    return new Map(rows.map((row) => [String(row["Id"]), String(row["StageName"])]));
}

async function notMoved(org: GateOrg, ids: readonly string[]): Promise<number> {
    const stages = await stagesOf(org);
    return ids.filter((id) => stages.get(id) === "Qualification").length;
}
