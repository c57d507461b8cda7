import { guidanceOf, type Guidance } from "../guidanceOf.ts";
import { readAnswer } from "../readAnswer.ts";
import { answerOf, recordOf, type Parts } from "./answers.ts";

export const today = "2026-01-01";

/** What differs from the plain answers. */
interface Given {
    readonly record?: Readonly<Record<string, unknown>> | undefined;
    readonly parts?: Parts | undefined;
    readonly today?: string;
    readonly language?: "en" | "zh_TW";
}

/** The guidance for this record and these answers. */
export function guide({ record, parts, today: day = today, language = "en" }: Given): Guidance {
    const answer = readAnswer(answerOf(parts));
    return guidanceOf({ record: recordOf(record), ...answer, today: day, timeZone: "Asia/Taipei", language });
}

/** Throws where nothing is judged. */
export function judged(given: Given): Extract<Guidance, { state: "judged" }> {
    const guidance = guide(given);
    if (guidance.state !== "judged") {
        throw new Error(`The guidance is ${guidance.state}.`);
    }
    return guidance;
}

/** "rule verdict level why". */
export function shortly({ ruleId, verdict, level, cause }: ReturnType<typeof judged>["now"]["gaps"][number]): string {
    const why = cause === null ? [] : cause.code === "unseen" ? [`unseen:${cause.facts.join()}`] : [cause.code];
    return [ruleId, verdict, level, ...why].join(" ");
}
