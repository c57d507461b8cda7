import { describe, expect, it } from "@jest/globals";
import {
    adviceSettings,
    languages,
    sayFinding,
    type AdviceFinding,
    type AdviceRule,
    type AdviceSettings,
    type Judgement,
    type ProcessStage,
    type StageKind,
    type StageUse,
    type Verdict
} from "c/pwPolicy";

/** One case: what the rule says of the facts, code by code, with the arguments that matter. */
export interface AdviceRow<Facts> {
    readonly it: string;
    readonly facts: Facts;
    readonly thresholds?: Readonly<Record<string, string>>;
    readonly verdict: Verdict;
    readonly findings?: readonly (readonly [code: string, args?: AdviceFinding["args"]])[];
}

/** Runs a rule's table, and holds every finding to a sentence in each language. */
export function testAdvice<Facts>(
    rule: AdviceRule & { judge(facts: Facts, settings: AdviceSettings): Judgement },
    rows: readonly AdviceRow<Facts>[]
): void {
    describe(rule.id, () => {
        it.each(rows)("$it: $verdict", ({ facts, thresholds = {}, verdict, findings = [] }) => {
            const judged = rule.judge(facts, adviceSettings(rule, { thresholds }));

            expect(judged.verdict).toBe(verdict);
            expect(judged.findings.map(({ code }) => code)).toEqual(findings.map(([code]) => code));
            for (const [index, [, args = {}]] of findings.entries()) {
                expect(judged.findings[index]?.args).toMatchObject(args);
            }
            for (const finding of judged.findings) {
                for (const language of languages) {
                    expect(sayFinding(rule, finding, language)).not.toMatch(/[{}]|undefined/);
                }
            }
        });
        it("shows every sentence in a row of its table", () => {
            const shown = rows.flatMap(({ findings = [] }) => findings.map(([code]) => code));
            expect([...new Set(shown)].sort()).toEqual(Object.keys(rule.words.en.findings).sort());
        });
    });
}

export interface StageDraft {
    readonly label: string;
    readonly kind?: StageKind;
    readonly probability?: string | null | undefined;
    readonly category?: string | null;
    readonly use?: StageUse | undefined;
}

/** Stages in order; what a draft leaves out is what a plain open stage would have. */
export function stagesOf(drafts: readonly (StageDraft | string)[]): ProcessStage[] {
    return drafts.map((given) => {
        const draft = typeof given === "string" ? { label: given } : given;
        const kind = draft.kind ?? "open";
        return {
            stage: draft.label,
            label: draft.label,
            kind,
            probability: "probability" in draft ? draft.probability : { open: "50", won: "100", lost: "0" }[kind],
            forecastCategory: draft.category ?? null,
            use: draft.use
        };
    });
}

export const won: StageDraft = { label: "Closed Won", kind: "won" };
export const lost: StageDraft = { label: "Closed Lost", kind: "lost" };
