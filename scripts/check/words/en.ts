import type { CheckWords } from "./checkWords.ts";

const list = (items: readonly string[]): string => items.join(", ");
const forType = (recordType: string): string => (recordType === "*" ? "every record type" : recordType);

export const en: CheckWords = {
    title: (org) => `Pipewright set-up of ${org}`,
    orgUnknown: "an org whose name this user may not read",
    readAs: (user, day) => `Read as ${user} on ${day}; nothing was written.`,
    userUnknown: "a user whose name can't be read",
    severity: {
        broken: "Broken: the gate can't do its work",
        risky: "Risky: the gate works, and something goes past it",
        cannotTell: "Cannot tell",
        note: "Good to know"
    },
    fine: (fine, checks) => `Fine: ${fine} of ${checks} checks found nothing.`,
    nothingWrong: "Nothing is wrong.",
    finding: {
        packageMissing: () =>
            "Pipewright is not installed here, or this user sees none of it: deploy force-app/main and the overlay, then assign PW_Admin to this user.",
        objectMissing: ({ object }) =>
            `${object} is not there, or this user may not see it: deploy force-app/main again, or assign PW_Admin to this user.`,
        fieldsMissing: ({ object, fields }) =>
            `${object} lacks ${list(fields)}, or this user may not see them: deploy force-app/main again, or assign PW_Admin to this user.`,
        flowMissing: ({ flow }) => `The flow ${flow} is not there: deploy force-app/main and the overlay again.`,
        flowInactive: ({ flow }) => `The flow ${flow} is not active: activate its latest version in Setup → Flows.`,
        flowOutdated: ({ flow }) =>
            `The flow ${flow} runs in an older version than the one deployed last: activate its latest version in Setup → Flows.`,
        validationRuleMissing: ({ rule }) =>
            `The validation rule ${rule} is not there, so its rule blocks nothing: deploy the overlay again.`,
        validationRuleInactive: ({ rule }) =>
            `The validation rule ${rule} is not active, so its rule blocks nothing: activate it, and set the level of the rule to Off if that is what you want.`,
        noStageRecords: () =>
            "There are no Pipewright Stage records, so no rule blocks: make one for each stage, or deploy the overlay.",
        stageWithoutRecord: ({ stage }) =>
            `The stage "${stage}" has no Pipewright Stage record for every record type (*), so a move to it is never blocked: make one.`,
        recordOfUnknownStage: ({ stage }) =>
            `A Pipewright Stage record names the stage "${stage}", which the org doesn't have: correct it to the API name of the stage, or delete the record.`,
        recordOfUnknownRecordType: ({ stage, recordType }) =>
            `The Pipewright Stage record of "${stage}" names the record type "${recordType}", which opportunities don't have: correct its DeveloperName, or write * for every record type.`,
        recordTypesNotStamped: ({ recordTypes }) =>
            `Opportunities have record types (${list(recordTypes)}), and the overlay was written for an org without: their sales processes count for nothing. Run opportunity configure, and deploy what it writes.`,
        stageTwice: ({ stage, recordType }) =>
            `The stage "${stage}" has more than one Pipewright Stage record for ${forType(recordType)}: keep one of them.`,
        positionTwice: ({ position, stages }) =>
            `The stages ${list(stages)} share the position ${position}, so a move between them is no advance: give each its own.`,
        positionWrong: ({ stage, position, kind }) =>
            `The position ${position === "" ? "(blank)" : position} of "${stage}" (${kind}) can't be right: open stages count from 1, won stands above all open ones, lost is 0.`,
        positionsOutOfOrder: ({ stage, before }) =>
            `"${stage}" comes after "${before}" in the org and has a lower position: put the positions in the order of the org.`,
        kindMisspelt: ({ stage, kind }) =>
            `The kind of "${stage}" is spelled "${kind}": write open, won or lost, in small letters.`,
        kindContradicts: ({ stage, kind, actual }) =>
            `The Pipewright Stage record of "${stage}" says ${kind}, and to the org it is ${actual}: correct the kind.`,
        ruleNotChosen: ({ record }) =>
            `The rule of the Pipewright Rule record ${record} is no part of the overlay, and still works in the org: set its level to Off, or choose its module in pipewright.json.`,
        ruleRecordMissing: ({ record }) =>
            `The Pipewright Rule record ${record} is not there, so its rule blocks nothing: deploy the overlay again.`,
        levelMisspelt: ({ record, level }) =>
            `The level of ${record} is spelled "${level}", so its rule blocks nothing: write Off, Observe, Warn or Block, exactly so.`,
        thresholdNegative: ({ record, field, value }) =>
            `${field} of ${record} is ${value}, which is below zero: enter the number that is meant.`,
        minimumAsksNothing: ({ record }) =>
            `Minimum__c of ${record} is blank or 0, so its rule asks for nothing: enter a number, or set the level to Off.`,
        startMissing: ({ record }) =>
            `From_Position__c of ${record} is blank or 0, so its rule blocks nothing: enter the position of the first stage it is meant for.`,
        startBeyondLast: ({ record, field, position, last }) =>
            `${record} begins at position ${position}, and the last stage stands at ${last}: correct ${field}.`,
        ruleRecordUnknown: ({ record }) =>
            `No rule reads the Pipewright Rule record ${record}: correct its name, or delete it.`,
        ruleRecordTwice: ({ record, other }) =>
            `${record} is a second Pipewright Rule record for the rule that reads ${other} alone: move its values there and delete it.`,
        rolesUnknown: ({ record, roles }) =>
            `${record} names contact roles that the org doesn't offer (${list(roles)}): correct Decision_Roles__c, or add them to the picklist.`,
        familiesUnknown: ({ record, families }) =>
            `${record} names product families that the org doesn't offer (${list(families)}): correct Exempt_Families__c, or add them to the picklist.`,
        recordTypesUnknown: ({ record, field, recordTypes }) =>
            `${record} names record types that Opportunity doesn't have (${list(recordTypes)}), and so holds for none of theirs: correct ${field}, by developer names.`,
        largerAsksNothing: ({ record }) =>
            `${record} says which deals are larger, and asks nothing more of them: enter Larger_Minimum__c, or clear the other Larger fields.`,
        settingNotRead: ({ record, field }) =>
            `${field} is set in ${record}, whose rule doesn't read it: clear it, or set it in the record that was meant.`,
        fieldUnknown: ({ record, field }) =>
            `${record} names the field ${field}, which is not on Opportunity: correct Field__c, write the overlay anew with opportunity configure, and deploy it.`,
        fieldNotRead: ({ record, field, rule }) =>
            `By ${record} the field ${field} is read, and the validation rule ${rule} of the overlay reads another: choose the field in pipewright.json, write the overlay anew with opportunity configure, and deploy it.`,
        createdFromAhead: ({ record, day }) =>
            `${record} spares every opportunity created before ${day}, which is still to come: until then it blocks nothing.`,
        blockCannotWork: ({ record, flow }) =>
            `${record} stands at Block, and its facts come from the flow ${flow}, which doesn't run, so it blocks nothing: activate the flow.`,
        gateIsOff: () =>
            "The kill switch is on for the whole org, so nothing is stamped and nothing blocked: clear Gate Is Off in Setup → Custom Settings → Pipewright Settings.",
        gateIsOffForSome: ({ count }) =>
            `The kill switch is on for ${count} profiles or users: clear Gate Is Off in Setup → Custom Settings → Pipewright Settings where it is no longer meant.`,
        nobodyHasRep: () =>
            "Nobody active is directly assigned the permission set PW_Rep: assign it to those who work with opportunities (a permission set group is not looked into).",
        bypassHolders: ({ users }) => `These may pass blocking rules (PW_Bypass_Gate): ${list(users)}.`,
        otherRulesOnStage: ({ rules }) =>
            `Validation rules of your own show their error on the stage or a Pipewright field (${list(rules)}): see that they ask for nothing that ours forbids.`,
        otherRules: ({ rules }) =>
            `Other active validation rules on Opportunity: ${list(rules)}. Their formulas are not read here; open those that speak of the stage.`,
        workflowMovesStage: ({ updates }) =>
            `Workflow rules change the stage (${list(updates)}) after validation rules have run, so these moves go past the gate: replace them by a flow.`,
        conversionUnchecked: () =>
            'Opportunities made by lead conversion are not validated: switch on "Require Validation for Converted Leads" in Setup → Lead Settings.',
        conversionNotTold: ({ reason }) =>
            `Whether opportunities made by lead conversion are validated: look at "Require Validation for Converted Leads" in Setup → Lead Settings (${reason}).`,
        alertTypeMissing: () =>
            "The notification type PW_Close_Date is missing, so nobody is told of close dates: deploy it again.",
        alertsAreOff: () =>
            "Alerts on close dates are switched off: clear Alerts Are Off in Setup → Custom Settings → Pipewright Settings when they are wanted.",
        alertsNotTold: ({ reason }) =>
            `Whether alerts on close dates can be sent: look for PW_Close_Date in Setup → Custom Notifications (${reason}).`,
        workflowUserNotTold: () =>
            "Whether there is a Default Workflow User, which no API tells: look in Setup → Process Automation Settings; flows on a schedule run as that user.",
        unreadable: ({ what, reason }) => `${what} could not be read (${reason}): run the check as an administrator.`
    }
};
