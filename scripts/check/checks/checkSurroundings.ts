import { developerName, rules } from "c/pwPolicy";
import type { Finding } from "../finding.ts";
import type { Check } from "../setUp.ts";

/** Who works with the rules, and who goes past them. */
export const checkAccess: Check = ({ assignments, bypassHolders }) => {
    const reps: Finding[] =
        "unreadable" in assignments
            ? [{ code: "unreadable", args: { what: "PermissionSetAssignment", reason: assignments.unreadable } }]
            : assignments.value.some(({ permissionSet }) => permissionSet === "PW_Rep")
              ? []
              : [{ code: "nobodyHasRep", args: {} }];
    const holders: Finding[] =
        "unreadable" in bypassHolders
            ? [{ code: "unreadable", args: { what: "PW_Bypass_Gate", reason: bypassHolders.unreadable } }]
            : bypassHolders.value.length === 0
              ? []
              : [{ code: "bypassHolders", args: { users: bypassHolders.value } }];
    return [...reps, ...holders];
};

/** The kill switch, for the org or for some. */
export const checkSwitch: Check = ({ switchedOff }) => {
    if ("unreadable" in switchedOff) {
        return [{ code: "unreadable", args: { what: "PW_Settings__c", reason: switchedOff.unreadable } }];
    }
    const some = switchedOff.value.filter(({ isForOrg }) => !isForOrg).length;
    return [
        ...(switchedOff.value.some(({ isForOrg }) => isForOrg) ? [{ code: "gateIsOff", args: {} } as const] : []),
        ...(some === 0 ? [] : [{ code: "gateIsOffForSome", args: { count: String(some) } } as const])
    ];
};

/** Validation rules of the org's own, which those of a module that was left out are not; what their formulas read is not asked for. */
export const checkOtherRules: Check = ({ validationRules }, contents) => {
    if ("unreadable" in validationRules) {
        return []; // told by the check of our own
    }
    const ours = [...contents.validationRules, ...rules.map(({ id }) => `PW_${developerName(id)}`)];
    const others = validationRules.value.filter(({ name, isActive }) => isActive && !ours.includes(name));
    const isOnStage = (field: string | null): boolean => field === "StageName" || field?.startsWith("PW_") === true;
    const namesOf = (onStage: boolean): string[] =>
        others.filter(({ displayField }) => isOnStage(displayField) === onStage).map(({ name }) => name);
    const [onStage, elsewhere] = [namesOf(true), namesOf(false)];
    return [
        ...(onStage.length === 0 ? [] : [{ code: "otherRulesOnStage", args: { rules: onStage } } as const]),
        ...(elsewhere.length === 0 ? [] : [{ code: "otherRules", args: { rules: elsewhere } } as const])
    ];
};

/** Workflow rules that move the stage after the rules have run. */
export const checkWorkflow: Check = ({ fieldUpdates }) => {
    if ("unreadable" in fieldUpdates) {
        return [{ code: "unreadable", args: { what: "WorkflowFieldUpdate", reason: fieldUpdates.unreadable } }];
    }
    const updates = fieldUpdates.value.filter(({ field }) => field === "StageName").map(({ name }) => name);
    return updates.length === 0 ? [] : [{ code: "workflowMovesStage", args: { updates } }];
};

/** Whether opportunities that lead conversion makes are held to the rules. */
export const checkConversion: Check = ({ conversionIsChecked }) => {
    if ("unreadable" in conversionIsChecked) {
        return [{ code: "conversionNotTold", args: { reason: conversionIsChecked.unreadable } }];
    }
    return conversionIsChecked.value ? [] : [{ code: "conversionUnchecked", args: {} }];
};

/** Alerts on close dates that reach nobody; nothing where they were not chosen. */
export const checkAlerts: Check = ({ alerts }, { flows }) => {
    if (!flows.includes("PW_Alert_Close_Dates")) {
        return [];
    }
    if ("unreadable" in alerts) {
        return [{ code: "alertsNotTold", args: { reason: alerts.unreadable } }];
    }
    const { typeIsThere, areOff } = alerts.value;
    return [
        ...(typeIsThere ? [] : [{ code: "alertTypeMissing", args: {} } as const]),
        ...(areOff ? [{ code: "alertsAreOff", args: {} } as const] : [])
    ];
};

/** No API tells it; without one, flows that run on a schedule stop. */
export const checkWorkflowUser: Check = () => [{ code: "workflowUserNotTold", args: {} }];
