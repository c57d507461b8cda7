import type { GraphqlResult } from "lightning/graphql";
import type { RecordResult } from "lightning/uiRecordApi";
import type { Language } from "c/pwPolicy";
import { guidanceOf, type Guidance } from "./guidanceOf.ts";
import { isFailure, readAnswer } from "./readAnswer.ts";

/** What the wires have brought so far. */
export interface Looked {
    readonly record: RecordResult | undefined;
    readonly answer: GraphqlResult | undefined;
    readonly today: string;
    readonly timeZone: string;
    readonly language: Language;
}

export type Panel =
    | { readonly state: "loading" }
    | { readonly state: "cannotReadRecord" | "cannotReadRules"; readonly errors: unknown }
    | Guidance;

/** The one state the panel is in. */
export function panelOf({ record, answer, ...circumstances }: Looked): Panel {
    if (record?.error) {
        return { state: "cannotReadRecord", errors: record.error };
    }
    if (!record?.data || !answer) {
        return { state: "loading" };
    }
    return isFailure(answer)
        ? { state: "cannotReadRules", errors: answer.errors }
        : guidanceOf({ record: record.data, ...readAnswer(answer), ...circumstances });
}
