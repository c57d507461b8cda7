import assert from "node:assert/strict";
import { badRecords, leavesSoundRule, type BadRecord } from "../gate/badRecords.ts";
import { readSourceFiles, type SourceFiles } from "../gate/repositoryPackage.ts";
import { ruleRecords } from "../gate/ruleRecords.ts";
import { everyRuleAt, openStrictWorld, type StrictWorld } from "../gate/strictWorld.ts";
import { runCases } from "../runCases.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

export const suite: ConformanceSuite = {
    id: "gate-records",
    title: "The gate: records that say what can't be",
    source: "A list written by hand. What is not understood refuses nothing; opportunity check names it.",
    needsShared: false,
    run
};

const forward = { StageName: "Proposal/Price Quote" };

async function run(): Promise<ConformanceResult> {
    const source = readSourceFiles();
    const world = await openStrictWorld(source);
    try {
        const sound = { "lead-source-set": { level: "Block", fromPosition: 7 } };
        await world.org.deploy(ruleRecords({ ...everyRuleAt("Off"), ...sound }));
        const back = await world.org.keep();
        const result = await runCases(
            badRecords.map((each) => ({
                name: each.name,
                run: async () => {
                    await back();
                    await holds(world, source, each);
                }
            }))
        );
        return { ...result, remarks: [list()] };
    } finally {
        await world.org.close();
    }
}

/** The bad record's rule is open, or refuses as said, and the sound rule refuses as ever. */
async function holds(world: StrictWorld, source: SourceFiles, bad: BadRecord): Promise<void> {
    await world.org.deploy(bad.files(source));
    const outcome = await world.change(await bareWith(world, bad, { LeadSource: "Web" }), forward);
    if (bad.refusedWith === null) assert.equal(outcome, "saved");
    else assert.match(outcome, bad.refusedWith);
    if (!leavesSoundRule(bad)) return;
    assert.match(await world.change(await bareWith(world, bad, {}), forward), /lead source is blank/);
}

async function bareWith(world: StrictWorld, { has }: BadRecord, fields: { LeadSource?: string }): Promise<string> {
    const id = await world.bare("Qualification", fields);
    if (has === "discountedLine") await world.addLine(id, { UnitPrice: 80 });
    if (has === "freeLine") await world.addLine(id, { UnitPrice: 0 });
    if (has === "contactRole") await world.addRole(id);
    return id;
}

function list(): string {
    const told = badRecords.map(
        ({ name, refusedWith }) => `| ${name} | ${refusedWith === null ? "saved" : "refused"} |`
    );
    return [
        "A rule beside it, rightly set, refuses as ever. Only a list of decision roles of which none exists shuts its rule for good: a flow can't ask which roles there are.",
        "",
        "| Record | A bare opportunity moved forward |",
        "| --- | --- |",
        ...told
    ].join("\n");
}
