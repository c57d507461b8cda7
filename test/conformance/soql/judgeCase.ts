import { OrgError } from "../../../local-org/orgError.ts";
import type { SoqlContext } from "../../../local-org/soql/context.ts";
import { executeSoql } from "../../../local-org/soql/executeSoql.ts";

/** How far a text got. */
export type Outcome =
    /** Answered with rows. */
    | "ran"
    /** Understood; it names an object, field or relationship that this org has not. */
    | "unknown here"
    /** Understood, and refused by name: this org leaves the construct out. */
    | "by name"
    /** Understood, and refused by a rule of the platform: a field that can't be filtered, a missing LIMIT. */
    | "by rule"
    /** Not SOQL: the parsers stopped. */
    | "malformed";

export interface Judgement {
    readonly outcome: Outcome;
    /** Code and message of the refusal; empty where it ran. */
    readonly message: string;
}

/** Runs the text. Anything but an answer or an OrgError is a crash, and is thrown on. */
export function judge(context: SoqlContext, text: string): Judgement {
    try {
        executeSoql(context, text);
        return { outcome: "ran", message: "" };
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { outcome: outcomeOf(error), message: `${error.errorCode}: ${error.message}` };
    }
}

function outcomeOf({ errorCode, message }: OrgError): Outcome {
    if (message.endsWith("is not supported by this local org")) return "by name";
    if (errorCode === "INVALID_TYPE" || /^(?:No such column|Didn't understand relationship)/.test(message)) {
        return "unknown here";
    }
    const isSyntax = /^(?:unexpected token|Invalid string literal|Bind variables)/.test(message);
    return isSyntax ? "malformed" : "by rule";
}
