import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { adviceSettings, processRules, sayFinding } from "c/pwPolicy";
import type { ProcessFacts, StageKind } from "c/pwPolicy";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

const folder = new URL("../../shared/data/stage-lists/", import.meta.url);
const isAbsent = !existsSync(folder) && "the published stage lists (shared/data/stage-lists) are not on this computer";

const valueSchema = z.object({
    StandardValueSet: z.object({
        standardValue: z.array(
            z.object({
                fullName: z.string(),
                label: z.string(),
                closed: z.enum(["true", "false"]),
                won: z.enum(["true", "false"]),
                probability: z.string().optional(),
                forecastCategory: z.string(),
                isActive: z.enum(["true", "false"]).optional()
            })
        )
    })
});

/** A published list as if it were one sales process, which is what an org without record types makes of it. */
function readStageList(name: string): ProcessFacts {
    const parser = new XMLParser({ parseTagValue: false, isArray: (tag) => tag === "standardValue" });
    const text = readFileSync(new URL(`${name}.standardValueSet-meta.xml`, folder), "utf8");
    const values = valueSchema.parse(parser.parse(text)).StandardValueSet.standardValue;
    const kindOf = (closed: string, won: string): StageKind =>
        closed === "false" ? "open" : won === "true" ? "won" : "lost";
    return {
        stages: values
            .filter(({ isActive }) => isActive !== "false")
            .map(({ fullName, label, closed, won, probability, forecastCategory }) => ({
                stage: fullName,
                label,
                kind: kindOf(closed, won),
                probability: probability ?? null,
                forecastCategory,
                use: undefined
            })),
        opportunities: undefined
    };
}

const useNotRead = "stage-used";

/** What the rules say of a list, by rule: the verdict, then each finding that is no remark, in words. */
function adviceOn(name: string): Record<string, string[]> {
    const facts = readStageList(name);
    const judged = processRules.map((rule): [string, string[]] => {
        const { verdict, findings } = rule.judge(facts, adviceSettings(rule));
        const weighty = findings.filter(({ weight }) => weight !== "remark");
        return [rule.id, [verdict, ...weighty.map((finding) => sayFinding(rule, finding, "en"))]];
    });
    return Object.fromEntries(judged.filter(([id]) => id !== useNotRead));
}

/** Pairs that no forecast can tell apart. */
function remarksOn(name: string): string[] {
    const rule = processRules.find(({ id }) => id === "stage-probability-ordered");
    assert.ok(rule);
    const { findings } = rule.judge(readStageList(name), adviceSettings(rule));
    return findings
        .filter(({ code }) => code === "sameAsNeighbour")
        .map(({ args }) => `${String(args["previous"])} = ${String(args["stage"])}`);
}

// docs/stages.md argues each of these findings, right or wrong: change both together.
describe("the process rules on published stage lists", { skip: isAbsent }, () => {
    it("find nothing but a missing probability in the nearly standard list of NPSP", () => {
        assert.deepEqual(adviceOn("npsp-main"), {
            "stage-count": ["met"],
            "stage-names-distinct": ["met"],
            "stage-probability-ordered": ["unknown", "“Pledged” has no probability."]
        });
        assert.deepEqual(remarksOn("npsp-main"), ["Prospecting = Qualification"]);
    });
    it("find twins, falls and too many stages in NPSP's first list", () => {
        assert.deepEqual(adviceOn("npsp-1"), {
            "stage-count": ["unmet", "Open stages: 12. That is too many to be told apart; 5 to 9 are usual."],
            "stage-names-distinct": [
                "unmet",
                "“Cultivating” and “Cultivation” are spelled alike (Jaro–Winkler 0.96; twins from 0.90)."
            ],
            "stage-probability-ordered": [
                "unmet",
                "Probability falls from 50 % in “Pledged” to 20 % in “LOI Submitted”.",
                "Probability falls from 30 % in “Application Submitted” to 10 % in “Cultivating”.",
                "Probability falls from 50 % in “In-Kind Not Yet Received” to 10 % in “Identification”."
            ]
        });
        assert.deepEqual(remarksOn("npsp-1"), ["Identification = Qualification"]);
    });
    it("see that NPSP put its second list in order and took one twin out", () => {
        assert.deepEqual(adviceOn("npsp-2"), {
            "stage-count": ["unmet", "Open stages: 11. 5 to 9 are usual."],
            "stage-names-distinct": ["met"],
            "stage-probability-ordered": ["met"]
        });
        assert.deepEqual(remarksOn("npsp-2"), [
            "Prospecting = Identification",
            "Identification = Qualification",
            "Application Submitted = Cultivation"
        ]);
    });
    it("find two processes in the one list of a university", () => {
        assert.deepEqual(adviceOn("ust-easy"), {
            "stage-count": ["unmet", "Open stages: 19. That is too many to be told apart; 5 to 9 are usual."],
            "stage-names-distinct": ["met"],
            "stage-probability-ordered": [
                "unmet",
                "Probability falls from 90 % in “Negotiation/Review” to 10 % in “Suspect”."
            ]
        });
        assert.deepEqual(remarksOn("ust-easy"), [
            "Prospecting = Qualification",
            "Complete App = Pending Decision",
            "Pending Decision = Pending Admit"
        ]);
    });
    it("say of a list alone that nobody knows how its stages are used", () => {
        const rule = processRules.find(({ id }) => id === useNotRead);
        assert.ok(rule);

        for (const name of ["npsp-main", "npsp-1", "npsp-2", "ust-easy"]) {
            assert.equal(rule.judge(readStageList(name), adviceSettings(rule)).verdict, "unknown");
        }
    });
});
