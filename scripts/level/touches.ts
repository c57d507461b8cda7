import { developerName, type RecordRule } from "c/pwPolicy";
import { severityOf, type Finding, type FindingCode } from "../check/finding.ts";

/** Whatever keeps every rule from blocking what it should. */
const ofEveryRule: readonly FindingCode[] = [
    "packageMissing",
    "fieldsMissing",
    "noStageRecords",
    "stageWithoutRecord",
    "kindMisspelt",
    "gateIsOff",
    "gateIsOffForSome",
    "unreadable",
    "workflowMovesStage"
];
const ofEveryMove = ["PW_Stamp_Opportunity", "PW_Note_Move"];

/** Whether what is wrong with the set-up bears on this rule. */
export function touches({ code, args }: Finding, { id }: RecordRule): boolean {
    if (severityOf(code) === "note") return false;
    if (ofEveryRule.includes(code)) return true;
    const named: unknown[] = Object.values(args);
    const name = developerName(id);
    return (
        named.includes(name) || named.includes(`PW_${name}`) || named.some((each) => ofEveryMove.includes(String(each)))
    );
}
