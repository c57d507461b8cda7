import { decisionRolesOf, developerName, rules as policy, type Language } from "c/pwPolicy";
import type { RecordData } from "lightning/uiRecordApi";
import { dayIn } from "./dayAndTime.ts";
import { factsOf } from "./factsOf.ts";
import { judgeStage, rulesInForce, type Gap, type JudgedStage } from "./judgeStage.ts";
import type { Answer } from "./readAnswer.ts";
import { recordTypeOf } from "./recordTypeOf.ts";
import { nextPlace, placeOf, type StagePlace } from "./stagePlace.ts";

/** What was read, and against what it is judged. `today`: "YYYY-MM-DD" in the user's time zone, which is named too. */
export interface Circumstances extends Answer {
    readonly record: RecordData;
    readonly today: string;
    readonly timeZone: string;
    readonly language: Language;
}

/** Its gaps are those that the current stage does not have already. */
export interface NextStage extends JudgedStage {
    /** It has gaps that the current stage has too. */
    readonly asksTheSame: boolean;
}

export type Guidance =
    | { readonly state: "noAccess"; readonly unseen: readonly ("stages" | "rules")[] }
    | { readonly state: "noStageRecord"; readonly stage: string }
    | { readonly state: "noRules" }
    | {
          readonly state: "judged";
          readonly isLost: boolean;
          readonly now: JudgedStage;
          /** Null: there is no stage after this one. */
          readonly next: NextStage | null;
      };

/** What is missing at this stage, and what the next one will ask beyond it. */
export function guidanceOf({ record, stages, rules, roles, ...rest }: Circumstances): Guidance {
    const { today, timeZone, language } = rest;
    // A user who can't see exceptions is told what the rule asks for: the gate may let more pass.
    const exceptions = rest.exceptions === "unreadable" ? [] : rest.exceptions;
    if (stages === "unreadable" || rules === "unreadable") {
        return {
            state: "noAccess",
            unseen: [
                ...(stages === "unreadable" ? (["stages"] as const) : []),
                ...(rules === "unreadable" ? (["rules"] as const) : [])
            ]
        };
    }
    const stage = String(record.fields.StageName?.value ?? "");
    const recordType = recordTypeOf(record) ?? null;
    const place = placeOf(stages, stage, recordType);
    const label = record.fields.StageName?.displayValue ?? stage;
    if (place === undefined) {
        return { state: "noStageRecord", stage: label };
    }
    const inForce = rulesInForce(
        policy.filter((rule) => rule.kind === "record"),
        rules,
        dayCreated(record, timeZone)
    );
    if (inForce.length === 0) {
        return { state: "noRules" };
    }
    const decision = rules.find((rule) => rule.developerName === developerName("decision-role-named"));
    const decisionRoles = decisionRolesOf(decision?.decisionRoles ?? null);
    const judge = (name: string, at: StagePlace): JudgedStage =>
        judgeStage(name, inForce, factsOf(record, roles, at, decisionRoles), exceptions, today, language);
    const now = judge(label, place);
    const after = nextPlace(stages, place, recordType);
    const next = after && judge(after.stage, after);
    return { state: "judged", isLost: place.kind === "lost", now, next: next && beyond(now, next) };
}

function beyond(now: JudgedStage, next: JudgedStage): NextStage {
    const gaps = next.gaps.filter((gap) => !isAmong(now.gaps, gap));
    const exempt = next.exempt.filter(({ ruleId }) => !now.exempt.some((each) => each.ruleId === ruleId));
    return { ...next, gaps, exempt, asksTheSame: gaps.length < next.gaps.length };
}

function dayCreated({ fields }: RecordData, timeZone: string): string | null {
    const created = fields.CreatedDate?.value;
    return typeof created === "string" ? dayIn(timeZone, new Date(created)) : null;
}

function isAmong(gaps: readonly Gap[], { ruleId, verdict }: Gap): boolean {
    return gaps.some((gap) => gap.ruleId === ruleId && gap.verdict === verdict);
}
