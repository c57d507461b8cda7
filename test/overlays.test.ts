/** Overlays other than the repository's: each module by itself, many stages, and what formulas may be. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import scanner from "@flow-scanner/lightning-flow-scanner-core";
import { rules } from "c/pwPolicy";
import { overlayFiles } from "../scripts/gate/overlay.ts";
import { modules, standardPlan, type Module, type OverlayPlan } from "../scripts/gate/overlayPlan.ts";
import { placeIn, placeProcesses, withoutRepeats } from "../scripts/gate/placeProcesses.ts";
import { standardStages, type ProcessStage } from "../scripts/gate/stages.ts";
import type { WrittenFile } from "../scripts/written/writtenFolder.ts";
import { openGateOrg, type GateOrg } from "./conformance/gate/gateOrg.ts";
import { readSourceFiles } from "./conformance/gate/repositoryPackage.ts";
import { readMetadataTypes } from "./metadata/metadataTypes.ts";
import { problemsInXml } from "./metadata/problemsInXml.ts";

/** As typed; what the platform compiles it to is limited too (platform documentation of formula fields). */
const longestFormula = 3_900;
const lists = new URL("../../shared/data/stage-lists/", import.meta.url);
const noLists = !existsSync(lists) && "the published stage lists (shared/data/stage-lists) are not on this computer";

const asSource = (files: readonly WrittenFile[]) => new Map(files.map(({ path, content }) => [path, content]));
const planOf = (stages: readonly ProcessStage[], given: Partial<OverlayPlan> = {}): OverlayPlan => ({
    ...standardPlan,
    processes: [{ recordType: "*", stages: placeIn(stages) }],
    ...given
});

describe("an overlay deployed on the core alone", () => {
    let org: GateOrg;
    let restore: () => Promise<void>;

    before(async () => {
        org = await openGateOrg(readSourceFiles(["main"]));
        restore = await org.keep();
    });
    after(() => org.close());

    const move = async (from: string, to: string) => {
        const [id = ""] = await org.create("Opportunity", [{ Name: "Deal", StageName: from, CloseDate: "2026-12-31" }]);
        const { status, body } = await org.send("PATCH", `/sobjects/Opportunity/${id}`, { StageName: to });
        return status < 300 ? null : JSON.stringify(body);
    };
    const block = (...ids: readonly string[]): OverlayPlan["rules"] =>
        Object.fromEntries(ids.map((id) => [id, { level: "Block" }]));

    for (const module of modules) {
        it(`goes through with ${module} and nothing else`, async () => {
            await org.deploy(asSource(overlayFiles({ ...standardPlan, modules: [module] })));
            await restore();
        });
    }

    it("judges by the modules that were chosen, and by no others", async () => {
        const chosen: readonly Module[] = ["contactRoles"];
        const all = block(...rules.map(({ id }) => id));
        await org.deploy(asSource(overlayFiles({ ...standardPlan, modules: chosen, rules: all })));

        const refusal = await move("Prospecting", "Negotiation/Review");

        assert.match(refusal ?? "", /contact/i);
        const names = await org.query("SELECT DeveloperName FROM PW_Rule__mdt");
        const practices = names.map(({ DeveloperName }) =>
            String(rules.find(({ id }) => id.replaceAll("-", "_") === String(DeveloperName).toLowerCase())?.practice)
        );
        // Those about stages stand in every overlay.
        assert.deepEqual([...new Set(practices)].toSorted(), [...chosen, "stages"]);
        await restore();
    });

    it("stamps and judges in an org of 70 stages", async () => {
        const stages = manyStages(70);
        await org.deploy(
            new Map([["standardValueSets/OpportunityStage.standardValueSet-meta.xml", valueSetOf(stages)]])
        );
        await org.deploy(asSource(overlayFiles(planOf(stages, { rules: block("products-present") }))));

        const late = stages.findLast(({ kind }) => kind === "open")?.name ?? "";
        assert.notEqual(await move(stages[0]?.name ?? "", late), null);
        assert.equal(await move(stages[0]?.name ?? "", stages[1]?.name ?? ""), null);
        const [stamped] = await org.query(
            `SELECT PW_Position__c FROM Opportunity WHERE StageName = '${stages[1]?.name ?? ""}'`
        );
        assert.equal(stamped?.["PW_Position__c"], 2);
        await restore();
    });
});

describe("the formulas of an overlay", () => {
    const recordTypes = ["Enterprise_Deals", "Partner_Deals"];
    const stages = manyStages(70);
    const processes = withoutRepeats(
        placeProcesses([
            { recordType: "*", stages },
            ...recordTypes.map((recordType, index) => ({
                recordType,
                stages: stages.filter((_, number) => number % 2 === index)
            }))
        ])
    );
    const plans: readonly (readonly [what: string, plan: OverlayPlan])[] = [
        ["the standard stages", standardPlan],
        ["70 stages in three processes", { ...standardPlan, processes, hasRecordTypes: true, recordTypes }]
    ];

    for (const [what, plan] of plans) {
        it(`stay below what a formula may have, for ${what}`, () => {
            const formulas = overlayFiles(plan).flatMap(formulasIn);
            assert.ok(formulas.length > 60, `found ${formulas.length} formulas`);
            const tooLong = formulas.filter(({ text }) => text.length >= longestFormula);
            assert.deepEqual(
                tooLong.map(({ path, text }) => `${path}: ${text.length}`),
                []
            );
        });
        it(`are in files of their own names, for ${what}`, () => {
            const paths = overlayFiles(plan).map(({ path }) => path.toLowerCase());
            assert.equal(new Set(paths).size, paths.length);
        });
    }

    it("name no record type where there is none", () => {
        const naming = overlayFiles(standardPlan).filter(({ content }) =>
            /RecordTypeId|\$Record\.RecordType\b/.test(content)
        );
        assert.deepEqual(
            naming.map(({ path }) => path),
            []
        );
    });
});

describe("an overlay with everything in it", () => {
    const stages = placeIn(standardStages);
    const plan: OverlayPlan = {
        ...standardPlan,
        processes: [
            { recordType: "*", stages },
            { recordType: "Partner", stages: stages.slice(2) }
        ],
        hasRecordTypes: true,
        recordTypes: ["Partner"],
        translations: ["zh_TW", "zh_CN"],
        hasPath: true,
        postLanguage: "zh_TW"
    };

    it("is what the metadata types allow", () => {
        const types = readMetadataTypes();
        const problems = overlayFiles(plan).flatMap(({ path, content }) =>
            problemsInXml(content, types).map((problem) => `${path}: ${problem}`)
        );
        assert.deepEqual(problems, []);
    });

    it("has a flow for record types in which the scanner finds nothing but what holds for the stamp too", async () => {
        const folder = mkdtempSync(join(tmpdir(), "pipewright-flows-"));
        const file = join(folder, "PW_Stamp_Record_Type.flow-meta.xml");
        const flow = overlayFiles(plan).find(({ path }) => path.endsWith("/PW_Stamp_Record_Type.flow-meta.xml"));
        try {
            writeFileSync(file, flow?.content ?? "");
            const results = scanner.scan(await scanner.parse([file]), { rules: {} });
            const found = results.flatMap(({ ruleResults }) =>
                ruleResults.flatMap(({ ruleName, occurs, details }) =>
                    occurs ? details.map(({ name }) => `${ruleName} ${name}`) : []
                )
            );
            // As in test/metadata/flowExceptions.ts: a before-save flow that fails must fail the save.
            assert.deepEqual(found, ["MissingFaultPath Get_Stages"]);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});

describe("the stage records of published stage lists", { skip: noLists }, () => {
    it("are as many as there are active stages, each by a name of its own", () => {
        const published = readdirSync(lists).filter((name) => name.endsWith(".xml"));
        assert.ok(published.length > 0);
        for (const name of published) {
            const stages = stagesIn(readFileSync(new URL(name, lists), "utf8"));
            const paths = overlayFiles(planOf(stages)).filter(({ path }) => path.includes("PW_Stage."));
            assert.ok(stages.length > 5, name);
            assert.equal(new Set(paths.map(({ path }) => path.toLowerCase())).size, stages.length, name);
        }
    });
});

function manyStages(count: number): ProcessStage[] {
    const open = Array.from({ length: count - 2 }, (_, index) => ({
        name: `Stage ${index + 1} of a long process`,
        kind: "open" as const,
        probability: String(Math.floor((index * 95) / count))
    }));
    return [...open, ...standardStages.filter(({ kind }) => kind !== "open")];
}

function valueSetOf(stages: readonly ProcessStage[]): string {
    const values = stages.map(({ name, kind, probability }) => {
        const category = kind === "open" ? "Pipeline" : kind === "won" ? "Closed" : "Omitted";
        return `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label><closed>${kind !== "open"}</closed><forecastCategory>${category}</forecastCategory><probability>${probability}</probability><won>${kind === "won"}</won></standardValue>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><sorted>false</sorted>${values.join("")}</StandardValueSet>`;
}

function stagesIn(xml: string): ProcessStage[] {
    const tag = (text: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
    return [...xml.matchAll(/<standardValue>([\s\S]*?)<\/standardValue>/g)].flatMap(([, value = ""]) => {
        const [closed, won] = [tag(value, "closed") === "true", tag(value, "won") === "true"];
        const kind = closed ? (won ? "won" : "lost") : "open";
        const stage = {
            name: tag(value, "fullName") ?? "",
            kind,
            probability: tag(value, "probability") ?? "0"
        } as const;
        return tag(value, "isActive") === "false" ? [] : [stage];
    });
}

function formulasIn({ path, content }: WrittenFile): { path: string; text: string }[] {
    const found = content.matchAll(/<(errorConditionFormula|expression|filterFormula)>([\s\S]*?)<\/\1>/g);
    return [...found].map(([, , text = ""]) => ({ path, text: plain(text) }));
}

function plain(text: string): string {
    const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
    return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? "");
}
