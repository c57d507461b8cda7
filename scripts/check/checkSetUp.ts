import { checkFields, checkFlows, checkValidationRules, isMissing } from "./checks/checkPackage.ts";
import { checkBlocks, checkNamedValues, checkRules, checkUnusedRules } from "./checks/checkRules.ts";
import { checkScope } from "./checks/checkScope.ts";
import { checkRecordTypes, checkStages } from "./checks/checkStages.ts";
import {
    checkAccess,
    checkAlerts,
    checkConversion,
    checkOtherRules,
    checkSwitch,
    checkWorkflow,
    checkWorkflowUser
} from "./checks/checkSurroundings.ts";
import { severities, severityOf, type Finding, type FindingCode, type Severity } from "./finding.ts";
import type { Check, PackageContents, SetUp } from "./setUp.ts";

/** What `--json` gives. */
export interface CheckResult {
    readonly url: string;
    readonly org: SetUp["org"];
    readonly user: SetUp["user"];
    readonly today: string;
    /** Worst first. */
    readonly findings: readonly (Finding & { readonly severity: Severity })[];
    /** Checks that found nothing, of how many. */
    readonly fine: number;
    readonly checks: number;
}

const checks: readonly Check[] = [
    ...[checkFields, checkFlows, checkValidationRules, checkStages, checkRecordTypes, checkRules, checkUnusedRules],
    ...[
        checkNamedValues,
        checkScope,
        checkBlocks,
        checkAccess,
        checkSwitch,
        checkOtherRules,
        checkWorkflow,
        checkConversion
    ],
    ...[checkAlerts, checkWorkflowUser]
];

/** In the first, nothing is refused or shown yet, so nobody needs to be let in or past. */
const ofSecondPhase: readonly Check[] = [checkValidationRules, checkAccess];

/** Runs every check that the phase of an installation asks; where nothing of the package is there, that alone is said. */
export function checkSetUp(
    setUp: SetUp,
    contents: PackageContents,
    { phase = 2 }: { phase?: 1 | 2 } = {}
): CheckResult {
    const asked = phase === 2 ? checks : checks.filter((check) => !ofSecondPhase.includes(check));
    const found = isMissing(setUp, contents)
        ? [[{ code: "packageMissing", args: {} } as const]]
        : asked.map((check) => check(setUp, contents));
    const findings = found.flat().map((finding) => ({ ...finding, severity: severityOf(finding.code) }));
    const rank = (each: { severity: Severity }): number => severities.indexOf(each.severity);
    return {
        url: setUp.url,
        org: setUp.org,
        user: setUp.user,
        today: setUp.today,
        findings: findings.toSorted((one, other) => rank(one) - rank(other)),
        fine: found.filter((each) => each.length === 0).length,
        checks: found.length
    };
}

/** Not offered by an API or not by this org: no fault of the run. */
const neverTold: readonly FindingCode[] = ["alertsNotTold", "conversionNotTold", "workflowUserNotTold"];

/** 0: nothing is wrong. 1: something is. 2: what should have been readable was not, which goes before what was found. */
export function exitCodeOfCheck({ findings }: Pick<CheckResult, "findings">): 0 | 1 | 2 {
    if (findings.some(({ severity, code }) => severity === "cannotTell" && !neverTold.includes(code))) {
        return 2;
    }
    return findings.some(({ severity }) => severity === "broken" || severity === "risky") ? 1 : 0;
}
