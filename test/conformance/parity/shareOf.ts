import type { Facts, RecordRule, RuleSettings, Verdict } from "c/pwPolicy";
import type { Random } from "../../../local-org/sample/random.ts";
import { variedSettings } from "../../support/parity/randomRule.ts";
import { storableFacts } from "../../support/parity/vectors.ts";
import { storeVectors } from "../../support/parity/vectorStore.ts";
import {
    deployedRefusalsOf,
    disagreements,
    nullModes,
    refusalsOf,
    soqlAnswerOf,
    truthOf,
    type FindVectors
} from "../../support/parity/worlds.ts";

export const verdicts: readonly Verdict[] = ["met", "unmet", "notApplicable", "unknown"];

/** So many of the rule's settings are drawn, for as many equal parts of its opportunities. */
const drawn = 20;

export interface JudgedRule {
    readonly settings: {
        readonly opportunities: number;
        readonly drawn: number;
        /** Under how many SOQL could ask. */
        readonly asked: { readonly unmet: number; readonly unknown: number };
    };
    readonly counts: Readonly<Record<Verdict, number>>;
    /** Opportunities of which the worlds disagree. */
    readonly disagreeing: number;
    readonly disagreements: readonly string[];
}

/** Judges so many drawn opportunities in every world. Throws where a verdict never comes: that would show too little. */
export function shareOf(rule: RecordRule, count: number, random: Random): JudgedRule {
    const vectors = Array.from({ length: count }, () => storableFacts(random));
    const store = storeVectors(vectors);
    const parts = Array.from({ length: drawn }, (_, part) => {
        const [from, to] = [part, part + 1].map((edge) => Math.floor((edge * count) / drawn));
        return judgePart(rule, vectors.slice(from, to), variedSettings(random), within(store.find, from ?? 0, to ?? 0));
    });
    store.close();
    const all = parts.flatMap((part) => part.verdicts);
    const counts = Object.fromEntries(
        verdicts.map((verdict) => [verdict, all.filter((each) => each === verdict).length])
    ) as Record<Verdict, number>;
    const never = verdicts.find((verdict) => counts[verdict] === 0);
    if (never !== undefined) throw new Error(`No opportunity is ${never} by ${rule.id}: draw others.`);
    return {
        settings: {
            opportunities: count,
            drawn,
            asked: {
                unmet: parts.filter(({ asked }) => asked.unmet).length,
                unknown: parts.filter(({ asked }) => asked.unknown).length
            }
        },
        counts,
        disagreeing: parts.reduce((sum, part) => sum + part.disagreeing, 0),
        disagreements: parts.flatMap((part) => part.disagreements)
    };
}

function judgePart(rule: RecordRule, vectors: readonly Facts[], settings: RuleSettings, find: FindVectors) {
    const truth = truthOf(rule, vectors, settings);
    const soql = soqlAnswerOf(rule, settings, find);
    const condition = disagreements(truth, refusalsOf(rule, vectors, settings), soql);
    const deployed = deployedRefusalsOf(rule, vectors, settings).flatMap((refusals, index) => {
        const { PW_Stage_Stamp__c: stamp, PW_Position__c: position } = vectors[index] ?? {};
        const isRefused = truth[index] === "unmet" && stamp !== null && position !== null;
        return nullModes.flatMap((mode, number) =>
            refusals[number] === isRefused
                ? []
                : [`vector ${index}: the deployed formula (${mode}) says ${String(refusals[number])}`]
        );
    });
    const found = [...condition, ...deployed];
    return {
        verdicts: truth,
        asked: { unmet: soql.unmet !== null, unknown: soql.unknown !== null },
        disagreeing: new Set(found.map((sentence) => sentence.split(":", 1)[0])).size,
        disagreements: found.map((sentence) => `${sentence}; settings ${JSON.stringify(settings)}`)
    };
}

/** What is found from one number on and before another, counted from there. */
function within(find: FindVectors, from: number, to: number): FindVectors {
    return (predicate) => {
        const found = find(predicate);
        return found && new Set([...found].flatMap((each) => (each >= from && each < to ? [each - from] : [])));
    };
}
