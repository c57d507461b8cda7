import { developerName, type RecordRule } from "c/pwPolicy";
import type { Finding, FindingCode } from "../check/finding.ts";

/** Whatever keeps every rule from saying or blocking what it should. */
const ofEveryRule: readonly FindingCode[] = [
    ...(["packageMissing", "objectMissing", "fieldsMissing", "gateIsOff", "gateIsOffForSome", "unreadable"] as const),
    ...(["noStageRecords", "stageWithoutRecord", "recordTypesNotStamped", "stageTwice", "positionTwice"] as const),
    ...(["positionWrong", "positionsOutOfOrder", "kindMisspelt", "kindContradicts"] as const),
    ...(["nobodyHasRep", "otherRulesOnStage", "workflowMovesStage"] as const)
];
const ofEveryMove = ["PW_Stamp_Opportunity", "PW_Note_Move"];

/** Whether what is wrong with the set-up bears on this rule. */
export function touches({ code, args }: Finding, { id }: RecordRule): boolean {
    if (ofEveryRule.includes(code)) return true;
    const named: unknown[] = Object.values(args);
    const name = developerName(id);
    return (
        named.includes(name) || named.includes(`PW_${name}`) || named.some((each) => ofEveryMove.includes(String(each)))
    );
}
